/**
 * Protects the promise that the extension makes only requests that the user set up: a session with
 * all our pages, and the requests that left the browser meanwhile.
 */
import { afterAll, expect, it } from 'vitest';
import * as v from 'valibot';
import { hoverMark, noCard, openCard } from '../../lib/tools/browser/drive.ts';
import { openExtensionPage } from '../../lib/tools/browser/extension.ts';
import { inFirefoxWindow } from '../../lib/tools/browser/launch.ts';
import { useTestUser } from '../support/test-user.ts';
import { article, paragraphs, STORY } from '../support/stories.ts';

const user = useTestUser();
const PAGES = 5;
const OURS = [
  '/popup.html',
  '/sidepanel.html',
  '/options.html',
  '/welcome.html',
  '/term.html',
  '/subscribe.html',
  '/entry.html#mineral/gallium',
];
/** Only the test itself requests this host, to prove that it would see a request. */
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

/** Chromium requests this itself, to see who is signed in with Google. */
const CHROMIUM_ITSELF = 'accounts.google.com';

/**
 * The requests to hosts. In Firefox those of the extension (others carry their own origin); in
 * Chromium all, because every host is the stand-in.
 */
async function asked(): Promise<string[]> {
  const { name, launched, site } = user();
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
  if (user().name === 'firefox')
    await inFirefoxWindow(
      user().launched.browser,
      "Services.obs.removeObserver(globalThis.tradeglossWatch, 'http-on-opening-request'); undefined",
    );
});

it('a session of pages, cards and all our own pages requests nothing from any host', async () => {
  if (user().name === 'firefox') await inFirefoxWindow(user().launched.browser, WATCH);
  for (let turn = 0; turn < PAGES; turn++) {
    const { page } = await user().open(article(paragraphs(STORY)));
    await hoverMark(page, 'gallium');
    expect(await openCard(page, 'Gallium')).not.toBeNull();
    await page.keyboard.press('Escape');
    expect(await noCard(page)).toBe(true);
    await page.close();
  }
  for (const path of OURS) {
    const page = await openExtensionPage(user().launched, path);
    const box = await page.$('input[type="search"], input[role="combobox"]');
    if (box) await box.type('germanium');
    await page.close();
  }
  expect(await asked()).toEqual([]);
});

it('the test would have seen a request of one of our pages', async () => {
  const page = await openExtensionPage(user().launched, '/options.html');
  const url = `https://${CONTROL}${user().name === 'firefox' ? `:${user().site.port}` : ''}/control.json`;
  await page.evaluate(`fetch(${JSON.stringify(url)}, { mode: 'no-cors' }).catch(() => undefined).then(() => true)`);
  await page.close();
  expect(await asked()).toEqual([`${CONTROL}/control.json`]);
});

it('has thrown no error', async () => {
  expect(await user().errors()).toEqual([]);
});
