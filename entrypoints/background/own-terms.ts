/** Syncs the user's own terms with the chosen server in the background. */
import { browser } from 'wxt/browser';
import { readChoice, readState } from '../../lib/sync/sync-settings.ts';
import { noteSettings, runExchange, type RunPorts } from '../../lib/sync/run-sync.ts';
import { AFTER_CHANGE_MS, nextExchange } from '../../lib/sync/schedule.ts';
import { parseSettings, withoutDefaults, type Settings } from '../../lib/settings/settings.ts';
import { changeSettings, onSettings, readOwnSettings } from '../../lib/store/settings.ts';
import { ownStore as store, underlinesOwn } from './names-in-use.ts';
import { countPrivateInFront } from './private-mentions.ts';
import { tellTabs } from './tell-tabs.ts';

const ALARM = 'own-exchange';
/**
 * Minutes; the shortest delay that Chrome allows:
 * https://developer.mozilla.org/en-US/Add-ons/WebExtensions/API/alarms/create.
 */
const MIN_ALARM_MINUTES = 0.5;

const ports: RunPorts = {
  store,
  area: browser.storage.sync,
  fetch: (url, init) => fetch(url, init),
  now: Date.now,
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  mayReach: (origin) => browser.permissions.contains({ origins: [origin] }),
  readSettings: async () => withoutDefaults(await readOwnSettings()),
  writeSettings: async (expected, values) => {
    let same = false;
    await changeSettings((now) => {
      same = JSON.stringify(withoutDefaults(now)) === JSON.stringify(expected);
      return same ? parseSettings(values) : {};
    });
    return same;
  },
};

let running: Promise<unknown> = Promise.resolve();

/** Runs an exchange. Exchanges of this browser never overlap. */
export function exchangeNow(answer: 'keep' | 'delete' | null = null): Promise<void> {
  const next = running.then(async () => {
    const before = await store.revision();
    await runExchange(ports, answer);
    if ((await store.revision()) !== before) await showOwn();
    await plan();
  });
  running = next.catch(() => undefined);
  return next;
}

/** Sets the alarm for the next exchange, or clears it if none is due. */
async function plan(): Promise<void> {
  const wait = nextExchange(await readChoice(store.db), await readState(store.db), Date.now());
  if (wait === Infinity) await browser.alarms.clear(ALARM);
  else await browser.alarms.create(ALARM, { delayInMinutes: Math.max(MIN_ALARM_MINUTES, wait / 60_000) });
}

let soonTimer: ReturnType<typeof setTimeout> | null = null;

/**
 * Exchanges after some seconds without further changes. If the background is stopped before, the
 * alarm does it.
 */
async function exchangeSoon(): Promise<void> {
  if ((await readChoice(store.db)).engine === 'off') return;
  await browser.alarms.create(ALARM, { delayInMinutes: MIN_ALARM_MINUTES });
  if (soonTimer !== null) clearTimeout(soonTimer);
  soonTimer = setTimeout(() => {
    soonTimer = null;
    void exchangeNow();
  }, AFTER_CHANGE_MS);
}

/** Called when own terms, or the places where they appear, changed. */
async function showOwn(): Promise<void> {
  await Promise.all([countPrivateInFront(), (await underlinesOwn()) ? tellTabs('names-changed') : undefined]);
}

/** Called when own terms, or the server that they are synced with, changed. */
export const ownChanged = (): Promise<unknown> => Promise.all([showOwn(), exchangeSoon()]);

/** The last known setting of where own terms appear; null until the settings are read. */
let shown: Settings['ownTerms'] | null = null;

/** Lets pages request their names again when the user changed where own terms appear. */
async function placeChanged({ ownTerms }: Settings): Promise<void> {
  if (shown === ownTerms) return;
  shown = ownTerms;
  await Promise.all([countPrivateInFront(), tellTabs('names-changed')]);
}

/** Syncs at each alarm, and after a change here or in `storage.sync`. */
export function registerOwnTerms(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void exchangeNow();
  });
  browser.storage.onChanged.addListener((_, area) => {
    if (area === 'sync')
      void readChoice(store.db).then(({ engine }) => (engine === 'browser' ? exchangeSoon() : undefined));
  });
  onSettings((settings) => void placeChanged(settings));
  onSettings(
    () =>
      void readOwnSettings()
        .then((own) => noteSettings(store, withoutDefaults(own)))
        .then((noted) => (noted ? exchangeSoon() : undefined)),
  );
  browser.runtime.onInstalled.addListener(() => void plan());
  browser.runtime.onStartup.addListener(() => void exchangeSoon());
}
