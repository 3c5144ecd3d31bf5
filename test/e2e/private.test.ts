/**
 * A private window in which the user allowed the extension: everything works there, and no decision
 * made there is stored.
 */
import type { Page } from 'puppeteer-core';
import { beforeAll, expect, it } from 'vitest';
import { firstMarks, pressOnCard, readMarks } from '../../lib/tools/browser/drive.ts';
import { inExtension } from '../../lib/tools/browser/extension.ts';
import { inFirefoxWindow } from '../../lib/tools/browser/launch.ts';
import { until } from '../../lib/tools/browser/wait.ts';
import { pressInCard } from '../support/press-in-card.ts';
import { useTestUser } from '../support/test-user.ts';
import { article, paragraphs, STORY } from '../support/stories.ts';

/** The used part of the extension's interface; it exists in its pages only. */
declare const browser: {
  windows: { create(what: object): Promise<unknown> };
  storage: Record<'local' | 'session' | 'sync', { get(keys: null): Promise<Record<string, unknown>> }>;
};

const user = useTestUser();

/** Allows it as the user does on the browser's page of extensions. */
beforeAll(async () => {
  const { name, launched } = user();
  const id = JSON.stringify(launched.extensionId);
  if (name === 'firefox') {
    await inFirefoxWindow(
      launched.browser,
      `(async () => { const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs'); const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs'); await ExtensionPermissions.add(${id}, { permissions: ['internal:privateBrowsingAllowed'], origins: [] }, WebExtensionPolicy.getByID(${id}).extension); await (await AddonManager.getAddonByID(${id})).reload(); })()`,
    );
    return;
  }
  const extensions = await launched.browser.newPage();
  await extensions.goto('chrome://extensions/');
  // Without developer mode the browser would disable an unpacked extension.
  await extensions.evaluate('chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })');
  await extensions.evaluate(
    `chrome.developerPrivate.updateExtensionConfiguration({ extensionId: ${id}, incognitoAccess: true })`,
  );
  // The browser restarts the extension for this; until then its pages do not open.
  await until(async () => {
    const page = await launched.browser.newPage();
    const opened = await page.goto(`${launched.origin}/welcome.html`).then(
      () => true,
      () => false,
    );
    await page.close();
    return opened;
  });
  await extensions.close();
});

async function openPrivate(url: string): Promise<Page> {
  await inExtension(
    user().launched,
    async (wanted) => void (await browser.windows.create({ incognito: true, url: wanted })),
    url,
  );
  const opened = await until(
    async () =>
      (await user()
        .launched.browser.targets()
        .find((target) => target.url() === url)
        ?.page()) ?? null,
  );
  if (!opened) throw new Error('no private window');
  return opened;
}

/** Data of the package and derived data, which may still be arriving. */
const BUILT_IN = ['indexes', 'names', 'packs', 'searches', 'updates'];

/**
 * Everything that is stored: the storage areas, and the number of rows of the databases without the
 * built-in list and data derived from it.
 */
const kept = () =>
  inExtension(
    user().launched,
    async (builtIn) => {
      const areas = await Promise.all(
        (['local', 'sync'] as const).map(async (area) => [area, await browser.storage[area].get(null)]),
      );
      const rows: [string, unknown][] = [];
      for (const { name = '' } of await indexedDB.databases()) {
        const open = indexedDB.open(name);
        const base = await new Promise<IDBDatabase>((resolve) =>
          open.addEventListener('success', () => resolve(open.result)),
        );
        for (const store of base.objectStoreNames) {
          if (name === 'tradegloss' && builtIn.includes(store)) continue;
          const request = base.transaction(store).objectStore(store).count();
          rows.push([
            `${name} ${store}`,
            await new Promise((resolve) => request.addEventListener('success', () => resolve(request.result))),
          ]);
        }
        base.close();
      }
      return JSON.stringify({ areas, rows: rows.sort() });
    },
    BUILT_IN,
  );

const texts = async (page: Page) => (await readMarks(page)).map(({ text }) => text);

it("marks and explains in a private window and applies the user's decisions there, but stores none", async () => {
  const url = user().url(user().serve(article(paragraphs(STORY))));
  const page = await openPrivate(url);
  expect((await firstMarks(page)).map(({ text }) => text)).toContain('gallium');
  const before = await kept();
  await pressInCard(page, 'gallium', 'Gallium', 'Stop marking everywhere');
  await expect.poll(() => texts(page)).not.toContain('gallium');
  expect(await texts(page)).toContain('germanium');
  await pressInCard(page, 'Tungsten', 'Tungsten', 'Wrong meaning?');
  await pressOnCard(page, 'Stop marking this word');
  await expect.poll(() => texts(page)).not.toContain('Tungsten');
  expect(await kept()).toBe(before);
  // Another page, private or not, is unchanged.
  const ordinary = await user().open(article(paragraphs(STORY)));
  expect(ordinary.marks.map(({ text }) => text)).toEqual(expect.arrayContaining(['gallium', 'Tungsten']));
  await page.close();
});

it('has thrown no error', async () => {
  expect(await user().errors()).toEqual([]);
});
