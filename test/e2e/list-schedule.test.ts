/**
 * Lists are requested when they are due, and their hosts only with the user's permission: by the
 * alarm, after the clock was set, and after the extension was disabled.
 */
import { beforeAll, expect, it } from 'vitest';
import { inPage } from '../../lib/tools/browser/in-page.ts';
import { alarmAt, setAlarm, setCheckState } from '../support/list-states.ts';
import { serveList, subscribe } from '../support/lists.ts';
import { openOwn, press, says } from '../support/own-terms.ts';
import { useTestUser } from '../support/test-user.ts';
import { endBackground, switchOffAndOn } from '../support/toolbar.ts';
import { FIRMS, entry, list } from '../unit/subscriptions/list-documents.ts';
import { PageSurface } from '../support/surface.ts';

/** Stands in the extension's pages only. */
declare const browser: { permissions: object };
declare const chrome: typeof browser;

const user = useTestUser();
const HOUR = 3_600_000;
const YEAR = 366 * 24 * HOUR;
const LISTS = ['harbour-desk', 'quay-desk'] as const;
const pathOf = (id: string) => `/lists/${id}.json`;
const serve = (id: string, version: number) =>
  serveList(user(), pathOf(id), list(version, [...FIRMS, entry(`firm-of-version-${version}`)], { id, title: id }));
const asked = () => LISTS.map((id) => user().site.requests.filter(({ path }) => path === pathOf(id)).length);
/** Milliseconds until the alarm fires. */
const ringsIn = async () => ((await alarmAt(user())) ?? Infinity) - Date.now();

/** The next check of every list: in a day, with its random spread. */
const inADay = (ms: number) => ms > 20 * HOUR && ms < 27 * HOUR;

/** Fires the alarm and waits for the end of the work, when the next alarm is set. */
async function ring(): Promise<void> {
  await setAlarm(user(), Date.now());
  await expect.poll(async () => inADay(await ringsIn()), { timeout: 30_000 }).toBe(true);
}

beforeAll(async () => {
  for (const id of LISTS) await subscribe(user(), serve(id, 1), { title: id });
});

it('asks the browser for the host of the list only, and fetches nothing if the user refuses', async () => {
  const url = user().url(pathOf('asked-for'));
  const page = await openOwn(user(), `/subscribe.html#${encodeURIComponent(url)}`);
  await inPage(page, () => {
    Object.assign('browser' in globalThis ? browser.permissions : chrome.permissions, {
      request: (wanted: unknown, answer?: (allowed: boolean) => void) => {
        document.documentElement.dataset['asked'] = JSON.stringify(wanted);
        answer?.(false);
        return Promise.resolve(false);
      },
    });
  });
  const { host, hostname } = new URL(url);
  await press(page, `Fetch from ${host}`);
  await says(page, 'The browser does not let Tradegloss read from this host.');
  expect(JSON.parse(await inPage(page, () => document.documentElement.dataset['asked'] ?? '{}'))).toEqual({
    origins: [`https://${hostname}/*`],
  });
  expect(user().site.requests.filter(({ path }) => path === pathOf('asked-for'))).toEqual([]);
  await page.close();
});

it('the alarm updates the list that is due, and requests no other', async () => {
  const before = asked();
  serve('harbour-desk', 2);
  await setCheckState(user(), 'harbour-desk', { nextCheck: Date.now() - 1 });
  await ring();
  expect(asked().map((n, k) => n - (before[k] ?? 0))).toEqual([1, 0]);
  const settings = await openOwn(user(), '/options.html#lists');
  await says(settings, '11 entries · version 2');
  await settings.close();
});

it('while one of our pages reads a list, the alarm requests no other, and does so afterwards', async () => {
  user().serve({ body: list(9).slice(0, 5000), type: 'application/json', stalls: true }, pathOf('harbour-desk'));
  const settings = await openOwn(user(), '/options.html#lists');
  const harbour = '[data-list="harbour-desk"]';
  const before = asked();
  await press(settings, 'Check now', harbour);
  await expect.poll(() => asked()[0]).toBe((before[0] ?? 0) + 1);
  await setCheckState(user(), 'quay-desk', { nextCheck: 0 });
  await setAlarm(user(), Date.now());
  // The alarm fired, found a check running, and is set for a minute later.
  await expect.poll(async () => (await ringsIn()) > 0 && (await ringsIn()) < HOUR / 30).toBe(true);
  expect(asked()[1]).toBe(before[1]);
  await press(settings, 'Cancel', harbour);
  await new PageSurface(settings).control('Check now', harbour);
  await settings.close();
  serve('harbour-desk', 2);
  await ring();
  expect(asked()[1]).toBe((before[1] ?? 0) + 1);
});

it('after the clock was a year ahead and is corrected, each list is requested once, and then when it is due', async () => {
  const before = asked();
  for (const id of LISTS)
    await setCheckState(user(), id, { lastChecked: Date.now() + YEAR, nextCheck: Date.now() + YEAR + 24 * HOUR });
  await setAlarm(user(), Date.now() + YEAR + 24 * HOUR);
  // The next page that is read starts the background, which sets its alarm and requests nothing
  // yet.
  await endBackground(user().launched);
  const { page } = await user().open('<!doctype html><title>Plain</title><p>Antimony needs a licence.</p>');
  await page.close();
  await expect.poll(async () => (await ringsIn()) < HOUR).toBe(true);
  expect(asked()).toEqual(before);
  await ring();
  expect(asked().map((n, k) => n - (before[k] ?? 0))).toEqual([1, 1]);
});

it('continues to check after it was disabled and enabled', async () => {
  const before = asked();
  await switchOffAndOn(user().launched);
  await expect.poll(async () => inADay(await ringsIn()), { timeout: 30_000 }).toBe(true);
  expect(asked()).toEqual(before);
  expect(await user().errors()).toEqual([]);
});
