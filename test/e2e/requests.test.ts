/**
 * Protects "the only requests are those that the user set up": a session with every page of ours in
 * it, and what left the browser meanwhile.
 */
import { afterAll, expect, it } from 'vitest';
import * as v from 'valibot';
import { hoverMark, noCard, openCard } from '../../lib/tools/browser/drive.ts';
import { openExtensionPage } from '../../lib/tools/browser/extension.ts';
import { inFirefoxWindow } from '../../lib/tools/browser/launch.ts';
import { useReader } from '../support/reader.ts';
import { article, paragraphs, STORY } from '../support/stories.ts';

const reader = useReader();
const PAGES = 12;
const OURS = [
  '/popup.html',
  '/sidepanel.html',
  '/options.html',
  '/welcome.html',
  '/term.html',
  '/subscribe.html',
  '/entry.html?id=mineral/gallium',
];
/** A host that only the test itself asks, to see that what is asked is seen. */
const CONTROL = 'control.example';

const Asked = v.pipe(v.string(), v.parseJson(), v.array(v.object({ url: v.string(), by: v.string() })));
const WATCH = `
  globalThis.tradeglossAsked = [];
  globalThis.tradeglossWatch = { observe(subject) {
    const channel = subject.QueryInterface(Ci.nsIHttpChannel);
    globalThis.tradeglossAsked.push({ url: channel.URI.spec, by: channel.loadInfo?.triggeringPrincipal?.origin ?? '' });
  } };
  Services.obs.addObserver(globalThis.tradeglossWatch, 'http-on-opening-request');
  undefined`;

/** Chromium asks this for itself, whoever signs in with Google. */
const CHROMIUM_ITSELF = 'accounts.google.com';

/**
 * The requests to hosts: in Firefox by the extension (others' requests carry their own origin), in
 * Chromium by anybody, since every host is the stand-in.
 */
async function asked(): Promise<string[]> {
  const { name, launched, site } = reader();
  if (name === 'chrome')
    return site.requests
      .filter(({ host, path }) => host !== CHROMIUM_ITSELF && path !== '/favicon.ico' && !path.startsWith('/story-'))
      .map(({ host, path }) => `${host}${path}`);
  const seen = v.parse(Asked, await inFirefoxWindow(launched.browser, 'JSON.stringify(globalThis.tradeglossAsked)'));
  return seen
    .filter(({ by }) => by.startsWith('moz-extension:'))
    .map(({ url }) => new URL(url))
    .map(({ hostname, pathname }) => `${hostname}${pathname}`);
}

afterAll(async () => {
  if (reader().name === 'firefox')
    await inFirefoxWindow(
      reader().launched.browser,
      "Services.obs.removeObserver(globalThis.tradeglossWatch, 'http-on-opening-request'); undefined",
    );
});

it('a session of pages, cards and every page of ours asks nothing of anybody', async () => {
  if (reader().name === 'firefox') await inFirefoxWindow(reader().launched.browser, WATCH);
  for (let turn = 0; turn < PAGES; turn++) {
    const { page } = await reader().open(article(paragraphs(STORY)));
    await hoverMark(page, 'gallium');
    expect(await openCard(page, 'Gallium')).not.toBeNull();
    await page.keyboard.press('Escape');
    expect(await noCard(page)).toBe(true);
    await page.close();
  }
  for (const path of OURS) {
    const page = await openExtensionPage(reader().launched, path);
    const box = await page.$('input[type="search"], input[role="combobox"]');
    if (box) await box.type('germanium');
    await page.close();
  }
  expect(await asked()).toEqual([]);
});

it('and one request of an own page would have been seen', async () => {
  const page = await openExtensionPage(reader().launched, '/options.html');
  const url = `https://${CONTROL}${reader().name === 'firefox' ? `:${reader().site.port}` : ''}/control.json`;
  await page.evaluate(`fetch(${JSON.stringify(url)}, { mode: 'no-cors' }).catch(() => undefined).then(() => true)`);
  await page.close();
  expect(await asked()).toEqual([`${CONTROL}/control.json`]);
});

it('has thrown no error', async () => {
  expect(await reader().errors()).toEqual([]);
});
