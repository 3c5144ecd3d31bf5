/**
 * Pages that attack the extension (`test/hostile/`): each stays usable, its names are found and
 * their card opens, it reaches nothing of ours, and our scripts throw no error.
 */
import { beforeAll, expect, it } from 'vitest';
import { inExtension, mentionsAt } from '../../lib/tools/browser/extension.ts';
import { pause, until } from '../../lib/tools/browser/wait.ts';
import { HOSTILE_PAGES } from '../hostile/pages.ts';
import { apart, hasCard, pointAtWord, untilCard } from '../support/out-of-reach.ts';
import { useTestUser } from '../support/test-user.ts';

const user = useTestUser();

/** The used part of the extension's interface; it exists in its pages only. */
declare const browser: {
  storage: { local: { get(keys: null): Promise<Record<string, unknown>>; set(items: object): Promise<void> } };
};

const SETTINGS = { openAfter: 100 };
beforeAll(async () => {
  await inExtension(user().launched, (settings) => browser.storage.local.set({ settings }), SETTINGS);
});

const foundAt = (url: string, limit?: number): Promise<string[]> =>
  until(
    async () => (await mentionsAt(user().launched, url).catch(() => null))?.mentions.map(({ text }) => text) ?? [],
    (texts) => texts.includes('gallium'),
    limit,
  );

it.each(HOSTILE_PAGES.map((one) => [one.name, one] as const))('%s', async (_, { page, marked, card, tries }) => {
  const tab = await user().tab();
  const url = user().url(user().serve(page));
  await tab.goto(url);
  const texts = await foundAt(url, marked === false ? 800 : undefined);
  if (marked === false) expect(texts, tries).toEqual([]);
  else expect(texts, tries).toContain('gallium');
  await tab.bringToFront();
  // No card opened by itself, whatever events the page made up.
  expect(await hasCard(tab, 'Gallium'), tries).toBe(false);
  if (marked !== false) {
    // The attack may not have started yet, so the pointer tries again, as a user would.
    await pointAtWord(tab, 'gallium');
    // No card may open; one would open within half a second.
    if (card === false) await pause(800);
    else {
      let opened = await untilCard(tab, 'Gallium', 2500);
      for (let turn = 0; turn < 3 && !opened; turn++) {
        await pointAtWord(tab, 'gallium');
        opened = await untilCard(tab, 'Gallium', 6000);
      }
      expect(opened, tries).toBe(true);
    }
  }
  // Time in which the page could still reach something.
  await pause(200);
  expect(
    await apart(tab, () =>
      Element.prototype.getAttribute.call(
        Object.getOwnPropertyDescriptor(Document.prototype, 'documentElement')?.get?.call(document),
        'data-got',
      ),
    ),
    tries,
  ).toBeNull();
  await tab.close();
});

it('the pages changed no settings, and our scripts threw no error', async () => {
  const stored = await inExtension(user().launched, async () => (await browser.storage.local.get(null))['settings']);
  expect(stored).toMatchObject(SETTINGS);
  expect(await user().errors()).toEqual([]);
});
