/**
 * Following: the button, the popup, the page of dates and one notification report a passed date or
 * an update, until the user has looked.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import * as v from 'valibot';
import { addDays } from '../../lib/knowledge/model/fuzzy-dates.ts';
import { today } from '../../lib/core/today.ts';
import { inExtension } from '../../lib/tools/browser/extension.ts';
import { inPage } from '../../lib/tools/browser/in-page.ts';
import { serveList, subscribe } from '../support/lists.ts';
import { openPopup } from '../support/open-surface.ts';
import { openOwn, says } from '../support/own-terms.ts';
import { useTestUser } from '../support/test-user.ts';
import { keptSettings } from '../support/settings.ts';
import { PageSurface } from '../support/surface.ts';
import { answerPermission, moveClock, openedTab } from '../support/toolbar.ts';
import { buildFolder } from '../support/start-browser.ts';
import { entry, list } from '../unit/subscriptions/list-documents.ts';

/** Stands in the extension's pages only. */
declare const browser: {
  action: { getTitle(of: object): Promise<string> };
  alarms: {
    create(name: string, at: { when: number }): Promise<void>;
    get(name: string): Promise<{ scheduledTime: number } | undefined>;
  };
  permissions: { contains(of: object): Promise<boolean> };
  notifications: {
    getAll(): Promise<Record<string, unknown>>;
    onClosed: { addListener(call: (id: string) => void): void };
  };
};
type Noting = typeof window & { closedNotifications?: string[] };

/**
 * In Firefox the test answers the question about notifications, as in a store build. Nothing can
 * press the button of Chromium's question, so there they are granted from the start.
 */
const isAsked = inject('browser') === 'firefox';
const extension = join(mkdtempSync(join(tmpdir(), 'following-')), 'extension');
cpSync(buildFolder(inject('browser'), 'preview'), extension, { recursive: true });
if (isAsked) askForNotifications(join(extension, 'manifest.json'));
afterAll(() => rmSync(join(extension, '..'), { recursive: true, force: true }));

function askForNotifications(path: string): void {
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as { permissions: string[] };
  const [asked, permissions] = [['notifications'], manifest.permissions.filter((one) => one !== 'notifications')];
  writeFileSync(path, JSON.stringify({ ...manifest, permissions, optional_permissions: asked }));
}

const user = useTestUser({ extension, prefs: { 'security.notification_enable_delay': 0 } });
const DAY_MS = 86_400_000;
const TODAY = today();
const HEAVY = 'harbour-desk:company/lindholm-magnetics';
const source = { text: { url: 'https://gazette.example/72', publisher: 'Gazette', class: 'official' } };
const CONTROL = {
  id: 'control/lindholm',
  by: 'company/keller-optics',
  text: { instrument: 'company/keller-optics' },
  title: 'exports to Lindholm',
  restrains: 'export',
  way: 'prohibited',
  covers: [{ entry: 'company/lindholm-magnetics' }],
  toward: { destinations: ['US'] },
  sources: {},
};
const act = (id: string, does: string, day: string, more: object = {}) => ({
  id: `act/${id}`,
  does,
  on: [CONTROL.id],
  public: day,
  basis: 'notice',
  src: ['text'],
  sources: source,
  ...more,
});
/** Suspended until tomorrow; no act says what follows. */
const ACTS = [
  act('made', 'imposes', addDays(TODAY, -100)),
  act('paused', 'suspends', addDays(TODAY, -50), {
    upTo: { day: addDays(TODAY, 1), included: 'yes', then: 'unsaid' },
  }),
];
const serve = (version: number, acts: readonly object[]) =>
  serveList(
    user(),
    '/lists/harbour-desk.json',
    list(version, [entry('lindholm-magnetics'), entry('keller-optics')], { controls: [CONTROL], acts }),
  );
const titleOfButton = async () =>
  v.parse(v.string(), await inExtension(user().launched, () => browser.action.getTitle({})));
/** The notifications so far. Firefox without a screen closes one at once and reports that. */
const notifications = () =>
  inExtension(user().launched, async () => [
    ...new Set([
      ...Object.keys(await browser.notifications.getAll()),
      ...((window as Noting).closedNotifications ?? []),
    ]),
  ]);
const noteNotifications = () =>
  inExtension(user().launched, () => {
    const closed: string[] = ((window as Noting).closedNotifications = []);
    browser.notifications.onClosed.addListener((id) => void closed.push(id));
  });
const mayNotify = () =>
  inExtension(user().launched, () => browser.permissions.contains({ permissions: ['notifications'] }));
const nextLook = async () =>
  inExtension(user().launched, async () => (await browser.alarms.get('follows'))?.scheduledTime ?? 0);
const ring = () => inExtension(user().launched, () => browser.alarms.create('follows', { when: Date.now() }));

beforeAll(async () => {
  await subscribe(user(), serve(1, ACTS), { title: 'Harbour desk' });
});

/** The user refuses the browser's question, then accepts it; the next check notifies. */
async function allowNotifications(): Promise<void> {
  const { launched } = user();
  const next = await openOwn(user(), '/next.html');
  // A real click, because only then does a browser ask.
  const press = async (name: string) =>
    (await next.waitForSelector(`::-p-xpath(//button[normalize-space(.)="${name}"])`))?.click();
  await press('Notify me, once a day at most');
  await answerPermission(launched, false);
  await ring();
  await says(next, 'Notify me, once a day at most');
  expect(await mayNotify()).toBe(false);
  await press('Notify me, once a day at most');
  await answerPermission(launched, true);
  await says(next, 'Stop notifications');
  await next.close();
  await noteNotifications();
  await ring();
}

/** Saves the dates ahead as a file that another program reads, each with its certainty. */
async function savesCalendar(next: PageSurface): Promise<void> {
  await next.press('button', '/^Everything/');
  const shown = () =>
    inPage(next.page, () =>
      [...document.querySelectorAll('.date-list > li:not(.past) > time')].map((one) => one.getAttribute('datetime')),
    );
  await expect.poll(async () => (await shown()).length).toBeGreaterThan(20);
  const rows = await shown();
  await next.noteFiles();
  await next.press('button', 'Export calendar (.ics)');
  const [file] = await next.files(1);
  expect(file?.name).toBe('tradegloss-dates.ics');
  const events = new ICAL.Component(ICAL.parse(file?.text ?? '') as never[])
    .getAllSubcomponents('vevent')
    .map((one) => new ICAL.Event(one));
  expect(events.map(({ startDate }) => startDate.toString()).sort()).toEqual(rows.sort());
  expect(events.filter(({ summary }) => !/ \((?:Law|Announced|Said)\)$/.test(summary))).toEqual([]);
}

/** Results stand in place of the dates until the field is empty again. */
async function findsFromBar(next: PageSurface): Promise<void> {
  await next.find('link', 'What changed');
  await next.focus('combobox');
  await next.fill('gallium');
  await next.find('option', '/^Gallium/');
  expect(await next.faults()).toEqual([]);
  await next.focus('combobox');
  await next.fill('');
  await next.says('Changed for you');
}

it('reports a passed date by the button, in the popup and by one notification, until it is seen', async () => {
  const { launched } = user();
  const own = new PageSurface(await openOwn(user(), `/entry.html#${HEAVY}`));
  await own.press('button', 'Follow: Lindholm Magnetics');
  await expect.poll(() => keptSettings(launched)).toMatchObject({ follows: [HEAVY] });
  await own.close();
  // The present state is stored now, and the next check is after midnight.
  await expect.poll(nextLook).toBeGreaterThan(Date.now());
  if (!isAsked) await noteNotifications();
  await moveClock(launched, 3 * DAY_MS);
  // A check that ends meanwhile sets the alarm for midnight again.
  const rung = () => ring().then(titleOfButton);
  await expect.poll(rung, { timeout: 30_000, interval: 1000 }).toBe('Tradegloss: 1 change for you');
  if (isAsked) await allowNotifications();
  await expect.poll(notifications).toEqual(['follows']);
  const { page } = await user().open('<!doctype html><title>Plain</title><p>Antimony needs a licence.</p>');
  const popup = await openPopup(launched, page);
  await popup.says('Changed for you');
  await popup.find('button', '/^Lindholm Magnetics .*Ban suspended; now Unknown/');
  await popup.find('link', '/^Official: /');
  expect(await popup.faults()).toEqual([]);
  await popup.press('button', 'Mark as seen');
  await popup.gone('button', 'Mark as seen');
  await popup.close();
  await expect.poll(titleOfButton).toBe('Tradegloss');
  await page.close();
});

it('reports an update on the page of dates, which saves a calendar and leads to the measure', async () => {
  const { launched } = user();
  serve(2, [...ACTS, act('ended', 'ends', TODAY)]);
  const settings = new PageSurface(await openOwn(user(), '/options.html#lists'));
  await settings.press('button', 'Check now');
  await expect.poll(titleOfButton, { timeout: 30_000 }).toBe('Tradegloss: 1 change for you');
  await settings.close();
  const next = await openOwn(user(), '/next.html');
  await says(next, 'Changed for you');
  const surface = new PageSurface(next);
  expect(await surface.faults()).toEqual([]);
  await findsFromBar(surface);
  await savesCalendar(surface);
  await surface.press('button', '/^Lindholm Magnetics .*; now Ban ended/');
  const opened = await openedTab(launched, '/entry.html');
  await says(opened, 'Ban ended');
  expect(await inPage(opened, () => location.hash)).toContain('!control/lindholm');
  expect(await user().errors()).toEqual([]);
});
