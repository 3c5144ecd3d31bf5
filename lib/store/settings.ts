/**
 * Reads and writes the user's settings, one record in `storage.local`. Only for the background and
 * the extension's own pages.
 */
import { browser, type Browser } from 'wxt/browser';
import * as v from 'valibot';
import { fixedBy, NO_POLICY, parsePolicy, settingsUnder, startedBy, type Policy } from '../settings/policy.ts';
import {
  defaultSettings,
  elementSchemas,
  parseSettings,
  withoutDefaults,
  type Settings,
} from '../settings/settings.ts';

const KEY = 'settings';

/**
 * The stored fields that this version cannot read, because a newer version or a damaged profile
 * wrote them. They are kept until the user changes the field; list elements are kept even then.
 */
function notUnderstood(stored: unknown, changed: Partial<Settings>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  const read = parseSettings(stored);
  const defaults = defaultSettings();
  const elements = elementSchemas();
  for (const [name, value] of Object.entries(stored !== null && typeof stored === 'object' ? stored : {})) {
    if (!(name in defaults) || JSON.stringify(value) === JSON.stringify(read[name])) continue;
    if (name in elements && Array.isArray(value)) {
      const element: v.GenericSchema = elements[name as keyof typeof elements];
      const now: unknown = changed[name] ?? read[name];
      kept[name] = [
        ...(Array.isArray(now) ? (now as unknown[]) : []),
        ...(value as unknown[]).filter((one) => !v.is(element, one)),
      ];
    } else if (!(name in changed)) kept[name] = value;
  }
  return kept;
}

/** The administrator's policy; empty if there is none or the browser does not support policies. */
export async function readPolicy(): Promise<Policy> {
  // Firefox for Android lacks it:
  // https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/storage/managed.
  const area = browser.storage.managed as Browser.storage.StorageArea | undefined;
  // Firefox rejects if no policy is set: https://bugzilla.mozilla.org/show_bug.cgi?id=1868153.
  return parsePolicy(await area?.get(null).catch(() => NO_POLICY));
}

/** The effective settings: the user's, restricted by the policy. */
export async function readSettings(): Promise<Settings> {
  const [{ [KEY]: stored }, policy] = await Promise.all([browser.storage.local.get(KEY), readPolicy()]);
  return settingsUnder(policy, stored);
}

/** The user's own settings without the policy, for backups and sync. */
export async function readOwnSettings(): Promise<Settings> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY);
  return parseSettings(stored);
}

let writing: Promise<unknown> = Promise.resolve();

const pick = (from: unknown, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(from ?? {}).filter(([name]) => names.includes(name)));

/**
 * Changes the user's own settings. Changes from one context run one after another. Settings that
 * the policy fixes are not changed.
 */
export function changeSettings(changeOf: (settings: Settings) => Partial<Settings>): Promise<Settings> {
  const next = writing.then(async () => {
    const [{ [KEY]: stored }, policy] = await Promise.all([browser.storage.local.get(KEY), readPolicy()]);
    const now = parseSettings(stored);
    const change = changeOf(now);
    for (const name of fixedBy(policy)) delete change[name];
    const changed = { ...now, ...change } as Settings;
    // The user may choose our default over the administrator's starting value, so it must be
    // stored.
    const started = startedBy(policy);
    const chosen = { ...pick(stored, started), ...pick(change, started) };
    const kept = { ...withoutDefaults(changed), ...chosen, ...notUnderstood(stored, change) };
    await browser.storage.local.set({ [KEY]: kept });
    return settingsUnder(policy, kept);
  });
  writing = next.catch(() => undefined);
  return next;
}

/** Calls back on each change in any context. Returns a function that stops it. */
export function onSettings(call: (settings: Settings) => void): () => void {
  const listener = (changes: object, area: string) => {
    if ((area === 'local' && KEY in changes) || area === 'managed') void readSettings().then(call);
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
