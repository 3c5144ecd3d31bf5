/**
 * Protects marks on front pages: twenty layouts, each a file of `pages/layouts/` that states the
 * names in it, shown side by side in frames of one page.
 */
import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { readMarks } from '../../lib/tools/browser/drive.ts';
import { useTestUser } from '../support/test-user.ts';
import { article } from '../support/stories.ts';

const user = useTestUser();
const FOLDER = new URL('../pages/layouts/', import.meta.url);
const LAYOUTS = readdirSync(FOLDER).map((file) => ({ file, html: readFileSync(new URL(file, FOLDER), 'utf8') }));
const expectedIn = (html: string): string[] => /name="expected" content="([^"]*)"/.exec(html)?.[1]?.split(', ') ?? [];

it('marks every name in twenty layouts', async () => {
  expect(LAYOUTS.length).toBe(20);
  const { site } = user();
  for (const { file, html } of LAYOUTS) site.serve(`/layouts/${file}`, html);
  const frames = LAYOUTS.map(({ file }) => `<iframe src="/layouts/${file}" width="560" height="240"></iframe>`);
  const { page } = await user().open(article(`<p>Exports of gallium fell.</p>${frames.join('')}`));
  // Marks are registered only near the window.
  await page.setViewport({ width: 1180, height: 6_000 });
  for (const { file, html } of LAYOUTS) {
    const frame = page.frames().find((one) => one.url().endsWith(`/layouts/${file}`));
    if (!frame) throw new Error(`no frame for ${file}`);
    const missed = async () => {
      const found = new Set((await readMarks(frame as unknown as Page)).map(({ text }) => text));
      return expectedIn(html).filter((name) => !found.has(name));
    };
    await expect.poll(missed, { message: file }).toEqual([]);
  }
  await page.close();
});
