/**
 * The reader's settings and choices: one record in `storage.local`, holding only what differs from the
 * default, so that a later default reaches everybody. Read by pages and the extension alike.
 */
import { browser } from 'wxt/browser';
import * as v from 'valibot';
import { lazily } from '../core/lazily.ts';
import { KINDS } from '../knowledge/model/ids.ts';

const KEY = 'settings';

/** A list without the elements that are not understood. */
const known = <T extends v.GenericSchema>(element: T) =>
  v.fallback(
    v.pipe(
      v.array(v.unknown()),
      v.transform((elements): v.InferOutput<T>[] => elements.filter((one) => v.is(element, one))),
    ),
    (): v.InferOutput<T>[] => [],
  );

/** Each field, and each element of a list, falls back by itself: a bad value never takes the good ones with it. */
const parts = lazily(() => {
  const elements = {
    hiddenKinds: v.picklist([...KINDS, 'term']),
    muted: v.object({ entry: v.string(), site: v.nullable(v.string()) }),
    choices: v.object({ name: v.string(), entry: v.nullable(v.string()) }),
    offSites: v.string(),
  } as const;
  const schema = v.looseObject({
    hiddenKinds: known(elements.hiddenKinds),
    repeats: v.fallback(v.picklist(['fainter', 'same', 'first only']), 'fainter'),
    scope: v.fallback(v.picklist(['page', 'article']), 'page'),
    /** Milliseconds of rest before a card opens. */
    openAfter: v.fallback(v.pipe(v.number(), v.minValue(0), v.maxValue(3000)), 500),
    /** A card opens when the pointer rests, on a click only, or while Shift is held. */
    openOn: v.fallback(v.picklist(['rest', 'click', 'key']), 'rest'),
    /** The size in which a card opens. */
    cardSize: v.fallback(v.picklist(['glance', 'full']), 'glance'),
    language: v.fallback(v.picklist(['browser', 'en', 'zh_CN']), 'browser'),
    theme: v.fallback(v.picklist(['system', 'page', 'light', 'dark']), 'system'),
    textSize: v.fallback(v.picklist([0.92, 1, 1.15, 1.3]), 1),
    muted: known(elements.muted),
    choices: known(elements.choices),
    /** Host names on which the reader switched marking off. */
    offSites: known(elements.offSites),
    /** "Show status as of": YYYY-MM-DD, or null for today. */
    asOf: v.fallback(v.nullable(v.pipe(v.string(), v.isoDate())), null),
  });
  const defaults: v.InferOutput<typeof schema> = v.getFallbacks(schema);
  return { elements, schema, defaults };
});

export const settingsSchema = () => parts().schema;
export type Settings = v.InferOutput<ReturnType<typeof settingsSchema>>;
/** Those of this version. */
export type SettingName = keyof ReturnType<typeof settingsSchema>['entries'];

/** Settings from what was stored: a bad value falls back by itself. */
export function parseSettings(stored: unknown): Settings {
  const { schema, defaults } = parts();
  return stored !== null && typeof stored === 'object' ? v.parse(schema, { ...defaults, ...stored }) : { ...defaults };
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Only what differs from the default, and fields that a newer version wrote. */
export function sparse(settings: Settings): Record<string, unknown> {
  const { defaults } = parts();
  return Object.fromEntries(
    Object.entries(settings).filter(([name, value]) => !(name in defaults) || !same(value, defaults[name])),
  );
}

/**
 * What was stored and is not understood here: a newer version, or a damaged profile, wrote it. It is kept
 * as it stands, until the reader changes that field; of lists the elements are kept even then.
 */
function notUnderstood(stored: unknown, changed: Partial<Settings>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  const read = parseSettings(stored);
  const { elements, defaults } = parts();
  for (const [name, value] of Object.entries(stored !== null && typeof stored === 'object' ? stored : {})) {
    if (!(name in defaults) || same(value, read[name])) continue;
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
