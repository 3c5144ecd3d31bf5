/**
 * Protects the line under a marked word: it is drawn wherever the word is, although in Chromium
 * only the root of the document has its style.
 */
import { expect, it } from 'vitest';
import { boxOfMark, readMarks, type Box } from '../../lib/tools/browser/drive.ts';
import { inPage } from '../../lib/tools/browser/in-page.ts';
import { useTestUser } from '../support/test-user.ts';
import { article } from '../support/stories.ts';

const user = useTestUser();

/** The element around each word. */
const PLACES: Readonly<Record<string, string>> = {
  gallium: '<p>Exports of gallium fell.</p>',
  germanium: '<h1 style="font-size: 48px">Buyers of germanium wait</h1>',
  antimony: '<table><tr><td>antimony</td></tr></table>',
  tungsten: '<div style="all: initial; display: block">Miners of tungsten</div>',
  niobium: '<div style="columns: 2; contain: content"><p>Miners of niobium</p></div>',
  tantalum: '<div id="host"></div>',
  cobalt: '<dialog open style="position: static"><p>Buyers of cobalt</p></dialog>',
};
const SHADOW = `<script>document.querySelector('#host').attachShadow({ mode: 'open' }).innerHTML = '<p>Buyers of tantalum</p>';</script>`;

it('draws the line in headings, tables, columns, shadow roots and dialogs', async () => {
  const { page } = await user().open(article(Object.values(PLACES).join('') + SHADOW));
  const words = Object.keys(PLACES);
  await expect.poll(async () => (await readMarks(page)).map(({ text }) => text).sort()).toEqual([...words].sort());
  const boxes = new Map<string, Box>();
  for (const word of words) boxes.set(word, await boxOfMark(page, word));
  const pictureOf = (word: string) => {
    const box = boxes.get(word);
    if (!box) throw new Error(`${word} has no box`);
    // The line is below the letters.
    return page.screenshot({ clip: { ...box, height: box.height + 6 }, encoding: 'base64' });
  };
  const marked = new Map<string, string>();
  for (const word of words) marked.set(word, await pictureOf(word));
  await inPage(page, () => CSS.highlights.clear());
  for (const word of words) expect(await pictureOf(word), word).not.toBe(marked.get(word));
  await page.close();
});
