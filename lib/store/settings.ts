/**
 * The user's settings in `storage.local`, as one record. For the background and the extension's own
 * pages alone.
 */
import { browser } from 'wxt/browser';
import * as v from 'valibot';
import { defaultSettings, elementSchemas, parseSettings, sparse, type Settings } from '../settings/settings.ts';

const KEY = 'settings';

/**
 * The stored fields that this version does not understand, since a newer version or a damaged
 * profile wrote them. They are kept until the user changes that field; elements of lists are kept
 * even then.
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

export async function readSettings(): Promise<Settings> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY);
  return parseSettings(stored);
}

let writing: Promise<unknown> = Promise.resolve();

/** Changes the settings; changes from one context never overtake each other. */
export function changeSettings(changeOf: (settings: Settings) => Partial<Settings>): Promise<Settings> {
  const next = writing.then(async () => {
    const { [KEY]: stored } = await browser.storage.local.get(KEY);
    const now = parseSettings(stored);
    const change = changeOf(now);
    const changed = { ...now, ...change } as Settings;
    await browser.storage.local.set({ [KEY]: { ...sparse(changed), ...notUnderstood(stored, change) } });
    return changed;
  });
  writing = next.catch(() => undefined);
  return next;
}

/** Calls back on each change, from wherever it was made. Returns a way to stop. */
export function onSettings(call: (settings: Settings) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const change = area === 'local' ? changes[KEY] : undefined;
    if (change) call(parseSettings(change.newValue));
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
