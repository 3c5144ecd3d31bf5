/**
 * The attack of a page that took over its process: code that runs where our content script runs. It
 * finds no private name or card, and in Chromium it can neither read nor write the extension's
 * storage.
 */
import type { Page } from 'puppeteer-core';
import { beforeAll, expect, it } from 'vitest';
import { allMentionsAt } from '../../lib/tools/browser/extension.ts';
import { inContentWorld } from '../support/content-world.ts';
import { serveList, subscribe } from '../support/lists.ts';
import { addTerm } from '../support/own-terms.ts';
import { useTestUser } from '../support/test-user.ts';
import { useSettings } from '../support/settings.ts';
import { entry, list } from '../unit/subscriptions/list-documents.ts';

/** Stands in the extension's contexts only. */
declare const browser: {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
  storage: Record<
    'local' | 'sync',
    { get(keys: null): Promise<object>; set(items: object): Promise<void>; remove(key: string): Promise<void> }
  >;
};

const user = useTestUser();
const SECRET = /heron|lantern|quay|wharf/i;
const ARTICLE = '<!doctype html><title>Metals</title><p>Project Heron and Quay House buy gallium at Wharf Works.</p>';
let page: Page;
let url = '';

beforeAll(async () => {
  ({ page, url } = await user().open(ARTICLE));
  await addTerm(user(), { Name: 'Project Heron', Note: 'Quartz lantern memorandum' });
  const file = (id: string, slug: string) =>
    serveList(user(), `/lists/${id}.json`, list(1, [entry(slug)], { id, title: id }));
  await subscribe(user(), file('quay', 'quay-house'), { title: 'quay', isPrivate: true });
  await subscribe(user(), file('open-desk', 'wharf-works'), { title: 'open-desk' });
  await useSettings(user().launched, {
    offSites: ['wharf.example'],
    muted: [
      { entry: 'mineral/tin', site: null },
      { entry: 'quay:company/other', site: null },
      { entry: 'chip/h20', site: 'wharf.example' },
    ],
  });
  await page.bringToFront();
});

it('the extension finds private names in the text of the page', async () => {
  await expect
    .poll(async () => (await allMentionsAt(user().launched, url))?.mentions.map(({ text }) => text))
    .toEqual(['Project Heron', 'Quay House', 'gallium', 'Wharf Works']);
});

const inWorld = <A extends unknown[]>(run: (...args: A) => unknown, ...args: A): Promise<unknown> =>
  inContentWorld(user().launched, url, run, ...args);

/** As JSON, because Chromium drops null in what it passes on. */
const ask = (message: object) =>
  inWorld(
    async (given) => JSON.stringify((await browser.runtime.sendMessage(JSON.parse(given))) ?? null),
    JSON.stringify(message),
  );

it('a request for names gets those of public lists only', async () => {
  const answer = String(await ask({ type: 'names', state: null, found: null, keys: [] }));
  expect(answer).toMatch(/open-desk/);
  expect(answer).not.toMatch(/quay|heron/i);
});

it('a request for cards gets none of own terms and private lists', async () => {
  const entries = ['mineral/gallium', 'open-desk:company/wharf-works', 'quay:company/quay-house', 'own/heron'];
  const asked = entries.map((entry) => ({ entry, sentence: [], beside: [] }));
  const answer = String(await ask({ type: 'cards', entries: asked, articleDay: null, lang: null }));
  expect((JSON.parse(answer) as { id: string }[]).map(({ id }) => id)).toEqual(entries.slice(0, 2));
});

it('a request for settings reveals no other site and no private entry', async () => {
  const answer = JSON.parse(String(await ask({ type: 'settings' }))) as object;
  expect(answer).toMatchObject({ muted: [{ entry: 'mineral/tin', site: null }] });
  expect(JSON.stringify(answer)).not.toMatch(SECRET);
});

it.each([{ type: 'all-mentions', tab: 1 }, { type: 'own-exchange', answer: 'delete' }, { type: 'own-changed' }])(
  'refuses a request of our own pages: $type',
  async (message) => {
    expect(await ask(message).catch(() => 'null')).toBe('null');
  },
);

it('mutes nothing on other sites', async () => {
  expect(await ask({ type: 'mute', entry: 'mineral/zinc', site: 'other.example' })).toBe('false');
});

it('storage is closed in Chromium, and holds no subscription, key or term in Firefox', async () => {
  const read = await inWorld(async () => {
    const tries = (['local', 'sync'] as const).map(async (area) => {
      try {
        await browser.storage[area].set({ planted: 1 });
        const items = await browser.storage[area].get(null);
        await browser.storage[area].remove('planted');
        return items;
      } catch {
        return 'closed';
      }
    });
    return JSON.stringify(await Promise.all(tries));
  });
  if (user().name === 'chrome') expect(read).toBe('["closed","closed"]');
  else {
    expect(Object.keys((JSON.parse(String(read)) as object[])[0] ?? {}).sort()).toEqual([
      'builtInChanged',
      'listsChanged',
      'planted',
      'settings',
      'subscriptionsChanged',
    ]);
    expect(String(read)).not.toMatch(/memorandum|quay-house|lists\.example/i);
  }
});

it('has thrown no error', async () => {
  expect(await user().errors()).toEqual([]);
});
