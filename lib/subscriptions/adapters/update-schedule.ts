/**
 * Updates lists by an alarm. Nothing is fetched when the worker starts, since it starts often and
 * for many reasons.
 */
import { browser } from 'wxt/browser';
import { bothTexts } from '../../messaging/texts.ts';
import { fileUrl } from '../../messaging/pages.ts';
import type { Base } from '../../store/db.ts';
import { ANY_VERSION, seedIfNeeded } from '../../store/lists/seed.ts';
import { today } from '../../core/today.ts';
import { listStore } from '../list-store.ts';
import { systemClock } from '../ports.ts';
import { isAlarmWrong, RESUME_MINUTES } from '../schedule.ts';
import { nextWake, removeOrphanedLists, updateLists, type ListsPorts } from '../update-lists.ts';
import { fetchNetwork } from './network-adapter.ts';
import { announceLists, onLists } from './list-signals.ts';
import { shippedChannel } from './shipped-channel.ts';
import { withListsLock, subscriptionStore } from './subscription-adapter.ts';

const ALARM = 'lists';
/**
 * Milliseconds between calls to the browser that keep the worker awake while a large list is read.
 */
const KEEP_AWAKE_MS = 20_000;

/** The real network, clock and storage for updates. */
export const listsPorts = (base: Base): ListsPorts => ({
  network: fetchNetwork,
  clock: systemClock,
  store: listStore(base),
  today: () => today(),
  texts: bothTexts,
  subscriptions: subscriptionStore,
  shippedChannel,
  storeShippedList: () => seedIfNeeded(base, (path) => fetch(fileUrl(path)), ANY_VERSION),
  alone: withListsLock,
});

/** Sets the alarm for the soonest check, or clears it if there is nothing to check. */
async function scheduleLists(ports: ListsPorts): Promise<void> {
  const wake = await nextWake(ports);
  if (wake === null) await browser.alarms.clear(ALARM);
  else await browser.alarms.create(ALARM, { when: wake });
}

/**
 * Repairs the alarm when the background starts. Firefox loses it when the extension is turned off
 * and on (https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/alarms), and it is
 * wrong if the clock was set back. A good alarm is left alone: setting it again at each start would
 * postpone it forever.
 */
async function mendAlarm(ports: ListsPorts): Promise<void> {
  const wake = await nextWake(ports);
  if (wake === null) return;
  // Read this last: if an alarm woke the background, the alarm that resumes the update is set by
  // now.
  const alarm = await browser.alarms.get(ALARM);
  if (isAlarmWrong(alarm?.scheduledTime, wake, ports.clock.now())) await browser.alarms.create(ALARM, { when: wake });
}

async function updateDue(base: Base): Promise<void> {
  const ports = listsPorts(base);
  // An alarm is gone once it has fired. If this worker is killed, nothing else sets the next one.
  await browser.alarms.create(ALARM, { delayInMinutes: RESUME_MINUTES });
  const awake = setInterval(() => void browser.runtime.getPlatformInfo(), KEEP_AWAKE_MS);
  try {
    const round = await updateLists(ports, { signal: new AbortController().signal });
    if (round) await announceLists(round.changed);
    await removeOrphanedLists(base, await ports.subscriptions.read(), ports.store, ports.clock.now());
  } finally {
    clearInterval(awake);
    await scheduleLists(ports);
  }
}

/** Call in the background's first task. */
export function registerListUpdates(base: Base): void {
  const schedule = () => void scheduleLists(listsPorts(base)).catch(() => undefined);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void updateDue(base).catch(() => undefined);
  });
  // Firefox forgets alarms with the session:
  // https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/alarms.
  browser.runtime.onStartup.addListener(schedule);
  browser.runtime.onInstalled.addListener(schedule);
  onLists((what) => {
    if (what === 'subscriptions') schedule();
  });
  void mendAlarm(listsPorts(base)).catch(() => undefined);
}
