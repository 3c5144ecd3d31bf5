/**
 * Protects reports of faults, from a card and from the entry page: the fields of the project's form
 * or of the copied text, the sentence only while it is ticked, and nothing sent before the user
 * opens the form.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, inject, it } from 'vitest';
import { inPage } from '../../lib/tools/browser/in-page.ts';
import { builtInList } from '../../lib/tools/build/built-in.ts';
import { openOwn } from '../support/own-terms.ts';
import { pressInCard } from '../support/press-in-card.ts';
import { useTestUser } from '../support/test-user.ts';
import { buildFolder } from '../support/start-browser.ts';
import { article, paragraphs } from '../support/stories.ts';
import { PageSurface } from '../support/surface.ts';
import { openedTab } from '../support/toolbar.ts';

const FORM_HOST = 'issues.example';
const SENTENCE = 'China suspended its ban on gallium exports to the United States.';
/** The test builds have no address for new issues, so one is written into a copy. */
const NO_ADDRESS = /(?<=\bissues:)(?:``|"")/;

const extension = join(mkdtempSync(join(tmpdir(), 'with-issues-')), 'extension');
cpSync(buildFolder(inject('browser'), 'preview'), extension, { recursive: true });
afterAll(() => rmSync(join(extension, '..'), { recursive: true, force: true }));

const user = useTestUser({ extension });

/** Writes the address into the built pages. Pages that open later read it. */
function nameForm(): void {
  const chunks = join(extension, 'chunks');
  const isWithout = (name: string) => NO_ADDRESS.test(readFileSync(join(chunks, name), 'utf8'));
  const file = readdirSync(chunks).find((name) => /^entry-.*\.js$/.test(name) && isWithout(name)) ?? '';
  const code = readFileSync(join(chunks, file), 'utf8');
  writeFileSync(join(chunks, file), code.replace(NO_ADDRESS, JSON.stringify(user().url('/new', FORM_HOST))));
  user().serve('<!doctype html><title>New issue</title>', '/new');
}

/** The fields that reached the form's server. */
const sent = () =>
  user()
    .site.requests.filter(({ host, path }) => host === FORM_HOST && path === '/new')
    .map(({ query }) => Object.fromEntries(new URLSearchParams(query)));

/** The fields in the address of the link. */
async function fields(surface: PageSurface): Promise<Record<string, string>> {
  await surface.find('link', '/^Open the form at/');
  const href = await surface.run(() => document.querySelector<HTMLAnchorElement>('.report a')?.href ?? '');
  return Object.fromEntries(new URL(href).searchParams);
}

const OF_GALLIUM = {
  template: 'base.yml',
  entry: 'Gallium (mineral/gallium)',
  version: `tradegloss ${builtInList().version}`,
  measure: expect.stringMatching(/^control\/cn-46-2024\S*: China → United States/) as unknown,
};

/** Opens the report from the card of a word in the sentence. */
async function reportFromCard(): Promise<PageSurface> {
  const { page } = await user().open(article(paragraphs([SENTENCE])));
  await pressInCard(page, 'gallium', 'Gallium', 'Report a fault');
  return new PageSurface(await openedTab(user().launched, '/entry.html'));
}

/** The clipboard, as it arrives in a field. */
async function pasted({ page }: PageSurface): Promise<string> {
  await page.bringToFront();
  await inPage(page, () => document.body.prepend(document.createElement('textarea')));
  await page.focus('textarea');
  await page.keyboard.down('Control');
  await page.keyboard.press('v');
  await page.keyboard.up('Control');
  return inPage(page, () => {
    const field = document.querySelector('textarea');
    const text = field?.value ?? '';
    field?.remove();
    return text;
  });
}

it('in a build without an address: copies the report, with the sentence only while it is ticked', async () => {
  const surface = await reportFromCard();
  const copied = async () => {
    await surface.press('button', 'Copy the report');
    await surface.says('Nothing was sent.');
    return pasted(surface);
  };
  const { template: _, measure: __, entry, version } = OF_GALLIUM;
  const without = await copied();
  const lines = without.split('\n');
  expect(lines.slice(0, 2)).toEqual([`entry: ${entry}`, `version: ${version}`]);
  expect(lines.slice(2)).toEqual([expect.stringMatching(/^measure: control\/cn-46-2024\S*: China → United States/)]);
  await surface.press('checkbox', '/China suspended its ban/');
  expect(await copied()).toBe(`${without}\nsentence: ${SENTENCE}`);
  await surface.press('checkbox', '/China suspended its ban/');
  expect(await copied()).toBe(without);
  expect(await surface.faults()).toEqual([]);
  await surface.close();
});

it('from a card: includes the sentence only while it is ticked, and sends nothing before the user opens the form', async () => {
  nameForm();
  const surface = await reportFromCard();
  expect(await fields(surface)).toEqual(OF_GALLIUM);
  await surface.press('checkbox', '/China suspended its ban/');
  await expect.poll(() => fields(surface)).toEqual({ ...OF_GALLIUM, sentence: SENTENCE });
  await surface.press('checkbox', '/China suspended its ban/');
  await expect.poll(() => fields(surface)).toEqual(OF_GALLIUM);
  expect(sent()).toEqual([]);
  expect(await surface.faults()).toEqual([]);
  for (const more of [{}, { sentence: SENTENCE }]) {
    const before = sent().length;
    await surface.press('link', '/^Open the form at/');
    await expect.poll(() => sent().slice(before)).toEqual([{ ...OF_GALLIUM, ...more }]);
    await surface.press('checkbox', '/China suspended its ban/');
  }
  await surface.close();
});

it('from the entry page: includes the measure that the user chooses', async () => {
  const before = sent().length;
  const surface = new PageSurface(await openOwn(user(), '/entry.html#mineral/gallium'));
  await surface.press('button', 'Report a fault');
  expect(await fields(surface)).toEqual(OF_GALLIUM);
  const names = await surface.run(() => [...document.querySelectorAll('.report option')].map((one) => one.textContent));
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThan(5);
  await surface.choose('combobox', 'Measure', 'No single measure');
  const { measure: _, ...others } = OF_GALLIUM;
  await expect.poll(() => fields(surface)).toEqual(others);
  await surface.press('button', 'Close');
  await surface.gone('combobox', 'Measure');
  expect(sent()).toHaveLength(before);
});
