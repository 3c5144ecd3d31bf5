/**
 * Protects reports of faults, from a card and from the entry page: the fields of the project's
 * form, the sentence only if it is ticked, and nothing sent before the user opens the form.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
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
const chunks = join(extension, 'chunks');
const isWithout = (name: string) => NO_ADDRESS.test(readFileSync(join(chunks, name), 'utf8'));
beforeAll(() => {
  const file = readdirSync(chunks).find((name) => /^entry-.*\.js$/.test(name) && isWithout(name)) ?? '';
  const code = readFileSync(join(chunks, file), 'utf8');
  writeFileSync(join(chunks, file), code.replace(NO_ADDRESS, JSON.stringify(user().url('/new', FORM_HOST))));
  user().serve('<!doctype html><title>New issue</title>', '/new');
});

const sent = () => user().site.requests.filter(({ host, path }) => host === FORM_HOST && path === '/new');

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

it('from a card: includes the sentence only if it is ticked, and sends nothing before the user opens the form', async () => {
  const { page } = await user().open(article(paragraphs([SENTENCE])));
  await pressInCard(page, 'gallium', 'Gallium', 'Report a fault');
  const surface = new PageSurface(await openedTab(user().launched, '/entry.html'));
  expect(await fields(surface)).toEqual(OF_GALLIUM);
  await surface.press('checkbox', '/China suspended its ban/');
  await expect.poll(() => fields(surface)).toEqual({ ...OF_GALLIUM, sentence: SENTENCE });
  expect(sent()).toEqual([]);
  await surface.press('link', '/^Open the form at/');
  await expect.poll(() => sent()[0]).toMatchObject({ path: '/new', status: 200 });
});

it('from the entry page: includes the measure that the user chooses', async () => {
  const before = sent().length;
  const surface = new PageSurface(await openOwn(user(), '/entry.html#mineral/gallium'));
  await surface.press('button', 'Report a fault');
  expect(await fields(surface)).toEqual(OF_GALLIUM);
  await surface.choose('combobox', 'About', 'No single measure');
  const { measure: _, ...others } = OF_GALLIUM;
  await expect.poll(() => fields(surface)).toEqual(others);
  await surface.press('button', 'Close');
  await surface.gone('combobox', 'About');
  expect(sent()).toHaveLength(before);
});
