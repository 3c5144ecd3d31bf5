/**
 * Checks followed items when the background starts, once a day, and after changes of lists or
 * settings. A dot on the button and, if the user allowed it, a notification announce changes.
 */
import { browser } from 'wxt/browser';
import { today } from '../../lib/core/today.ts';
import { checkFollows, type CheckPorts } from '../../lib/follows/check-follows.ts';
import { notificationOf } from '../../lib/follows/notification.ts';
import type { FollowBase } from '../../lib/follows/states-of.ts';
import { announceChanges } from '../../lib/follows/follow-signal.ts';
import { readFollowRecord, writeFollows } from '../../lib/follows/stored-follows.ts';
import { BUILT_IN, OWN_LIST } from '../../lib/knowledge/model/ids.ts';
import { fileUrl, nextUrl } from '../../lib/messaging/pages.ts';
import { bothTexts, speechFor } from '../../lib/messaging/texts.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { onSettings, readSettings } from '../../lib/store/settings.ts';
import { loadEntries } from '../../lib/store/library.ts';
import { onLists } from '../../lib/subscriptions/adapters/list-signals.ts';
import { base, knowledge, library } from '../shared/base.ts';
import { ownStore } from './names-in-use.ts';

const ALARM = 'follows';
/** A single id, so that a later notification replaces an earlier one. */
const NOTIFICATION = 'follows';
/** Milliseconds after midnight until the daily check, in case the alarm fires a little early. */
const AFTER_MIDNIGHT_MS = 5 * 60_000;
const ICON_SIZES = [16, 32, 48] as const;

async function baseOf(list: string, entries: readonly string[]): Promise<FollowBase | null> {
  if (list === OWN_LIST) return null;
  if (list === BUILT_IN) {
    const builtIn = await knowledge();
    return { ...builtIn, size: builtIn.entries.size };
  }
  const all = await library();
  const loaded = await loadEntries(base, all, list, entries);
  if (!loaded) return null;
  const stored = await base.lists.get(list);
  return { ...loaded, size: stored?.size ?? loaded.entries.size };
}

/** Shows a dot on the button's icon, and the change in its title for screen readers. */
async function sign(changes: number): Promise<void> {
  const { t } = await speechFor((await readSettings()).language);
  const name = changes > 0 ? 'dot-' : '';
  await browser.action.setIcon({
    path: Object.fromEntries(ICON_SIZES.map((size) => [size, `/icon/${name}${size}.png`])),
  });
  const title = t('extension_name');
  await browser.action.setTitle({ title: changes > 0 ? t('follow_title', title, changes) : title });
}

const ports: CheckPorts = {
  today: () => today(),
  follows: async () => (await readSettings()).follows,
  read: () => readFollowRecord(ownStore.db),
  write: async (record, changes) => {
    if (await writeFollows(ownStore.db, record, changes)) await announceChanges();
  },
  base: baseOf,
  speech: async () => {
    const [texts, { locale }] = await Promise.all([bothTexts(), readSettings().then((s) => speechFor(s.language))]);
    return { texts, locale };
  },
  sign,
  mayNotify: () => browser.permissions.contains({ permissions: ['notifications'] }),
  notify: async (changes) => {
    const { t } = await speechFor((await readSettings()).language);
    await browser.notifications.create(NOTIFICATION, {
      type: 'basic',
      iconUrl: fileUrl('/icon/128.png'),
      ...notificationOf(changes, t),
      // Firefox rejects this option (https://bugzilla.mozilla.org/show_bug.cgi?id=1335659). Its
      // notifications are silent.
      ...(!import.meta.env.FIREFOX && { silent: true }),
    });
  },
};

let running: Promise<unknown> = Promise.resolve();

async function planNext(): Promise<void> {
  const { follows } = await readSettings();
  if (follows.length === 0) return void (await browser.alarms.clear(ALARM));
  const midnight = new Date();
  midnight.setHours(24, 0, 0, 0);
  await browser.alarms.create(ALARM, { when: midnight.getTime() + AFTER_MIDNIGHT_MS });
}

/**
 * Runs a check; checks never overlap. `looked`: keys of the changes that the user has looked at.
 */
export function followsChanged(looked: readonly string[] = []): Promise<void> {
  const next = running.then(() => checkFollows(ports, looked)).then(planNext);
  running = next.catch((error: unknown) => console.error('What is followed was not checked', error));
  return next;
}

/** The settings that a check depends on. */
const keyOf = ({ follows, language }: Pick<Settings, 'follows' | 'language'>) => JSON.stringify([follows, language]);
let checked: string | null = null;

function settingsChanged(settings: Settings): void {
  const key = keyOf(settings);
  if (key === checked) return;
  checked = key;
  void followsChanged();
}

/** A click on the notification opens the list of changes. */
async function openChanges(id: string): Promise<void> {
  if (id !== NOTIFICATION) return;
  await browser.notifications.clear(id);
  await browser.tabs.create({ url: nextUrl() });
}

/** The API exists only after the user granted the permission. */
function listenToNotifications(): void {
  const { notifications } = browser as Partial<Pick<typeof browser, 'notifications'>>;
  if (notifications && !notifications.onClicked.hasListener(clicked)) notifications.onClicked.addListener(clicked);
}
const clicked = (id: string): void => void openChanges(id);

/** Registers the listeners. Called at each start of the background, in its first turn. */
export function registerFollows(): void {
  listenToNotifications();
  browser.permissions.onAdded.addListener(listenToNotifications);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void followsChanged();
  });
  browser.runtime.onStartup.addListener(() => void followsChanged());
  onSettings(settingsChanged);
  onLists((what) => {
    if (what !== 'subscriptions') void followsChanged();
  });
}
