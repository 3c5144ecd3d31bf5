/**
 * The user's settings and choices: their schema, from which every type of them comes. The stored
 * object holds only differences from the defaults, so that a later default reaches everybody.
 */
import * as v from 'valibot';
import { lazily } from '../core/lazily.ts';
import { KINDS } from '../knowledge/model/ids.ts';
import { FollowRef } from '../knowledge/model/follow-refs.ts';
import { DEFAULTS, DENSITIES } from './defaults.ts';

export type Density = (typeof DENSITIES)[number];

/** A list without the elements that are not understood. */
const known = <T extends v.GenericSchema>(element: T) =>
  v.fallback(
    v.pipe(
      v.array(v.unknown()),
      v.transform((elements): v.InferOutput<T>[] => elements.filter((one) => v.is(element, one))),
    ),
    (): v.InferOutput<T>[] => [],
  );

/**
 * Each field, and each element of a list, falls back by itself: a bad value never takes the good
 * ones with it.
 */
const parts = lazily(() => {
  const elements = {
    hiddenKinds: v.picklist([...KINDS, 'term']),
    muted: v.object({ entry: v.string(), site: v.nullable(v.string()) }),
    choices: v.object({ name: v.string(), entry: v.nullable(v.string()) }),
    offSites: v.string(),
    follows: v.string(),
    siteDensities: v.object({ site: v.string(), density: v.picklist(DENSITIES) }),
  } as const;
  const schema = v.looseObject({
    hiddenKinds: known(elements.hiddenKinds),
    /** How many mentions are underlined. */
    density: v.fallback(v.picklist(DENSITIES), DEFAULTS.density),
    /** Sites that have a choice of their own. */
    siteDensities: known(elements.siteDensities),
    scope: v.fallback(v.picklist(['page', 'article']), DEFAULTS.scope),
    /** Milliseconds of rest before a card opens. */
    openAfter: v.fallback(v.pipe(v.number(), v.minValue(0), v.maxValue(3000)), DEFAULTS.openAfter),
    /** A card opens when the pointer rests, on a click only, or while Shift is held. */
    openOn: v.fallback(v.picklist(['rest', 'click', 'key']), DEFAULTS.openOn),
    /** The size in which a card opens. */
    cardSize: v.fallback(v.picklist(['glance', 'full']), DEFAULTS.cardSize),
    language: v.fallback(v.picklist(['browser', 'en', 'zh_CN']), DEFAULTS.language),
    theme: v.fallback(v.picklist(['system', 'page', 'light', 'dark']), DEFAULTS.theme),
    textSize: v.fallback(v.picklist([0.92, 1, 1.15, 1.3]), DEFAULTS.textSize),
    muted: known(elements.muted),
    choices: known(elements.choices),
    /** The places where the user's own terms show: pages can read underlined words. */
    ownTerms: v.fallback(v.picklist(['unasked', 'underline', 'panel']), 'unasked'),
    /** Host names on which the user switched marking off. */
    offSites: known(elements.offSites),
    /** What the user follows: entries, measures, whole lists (follow-refs.ts). */
    follows: known(elements.follows),
    /** "Show status as of": YYYY-MM-DD, or null for today. */
    asOf: v.fallback(v.nullable(v.pipe(v.string(), v.isoDate())), DEFAULTS.asOf),
  });
  const defaults: v.InferOutput<typeof schema> = v.getFallbacks(schema);
  return { elements, schema, defaults };
});

export const settingsSchema = () => parts().schema;
export const defaultSettings = () => parts().defaults;
/** The schemas of the elements of those settings that are lists. */
export const elementSchemas = () => parts().elements;
export type Settings = v.InferOutput<ReturnType<typeof settingsSchema>>;
/** The settings of this version. */
export type SettingName = keyof ReturnType<typeof settingsSchema>['entries'];

/**
 * The settings that the script in a page needs. `offSites` is not among them: no page learns of
 * other sites.
 */
const PAGE_SETTINGS = [
  'hiddenKinds',
  'density',
  'scope',
  'openAfter',
  'openOn',
  'cardSize',
  'language',
  'theme',
  'textSize',
  'muted',
  'choices',
  'follows',
  'asOf',
] as const satisfies readonly SettingName[];
export type PageSettings = Pick<Settings, (typeof PAGE_SETTINGS)[number]> & {
  /** The day of the article in it, where the user gave one. */
  articleDay?: string | null;
  /** In a frame: the day of the page around it, for an article that states none. */
  topDay?: string | null;
};

/** Settings from what was stored: a bad value falls back by itself. */
export function parseSettings(stored: unknown): Settings {
  const { schema, defaults } = parts();
  return stored !== null && typeof stored === 'object' ? v.parse(schema, { ...defaults, ...stored }) : { ...defaults };
}

/** How many mentions are underlined on the pages of a host. */
export const densityOn = ({ density, siteDensities }: Settings, host: string): Density =>
  siteDensities.find(({ site }) => site === host)?.density ?? density;

export const hasOwnDensity = ({ siteDensities }: Settings, host: string): boolean =>
  siteDensities.some(({ site }) => site === host);

/** After a choice on a page of `host`: for that site alone, or for all (`site` is null). */
export function withDensity(
  { siteDensities }: Settings,
  density: Density,
  { host, site }: { host: string; site: string | null },
): Partial<Settings> {
  const others = siteDensities.filter((one) => one.site !== host);
  return site === null ? { density, siteDensities: others } : { siteDensities: [...others, { site, density }] };
}

/**
 * The settings for the page of one host: what was muted on other sites is left out, and so is every
 * choice about an entry that `isPrivate`, since its id alone tells that the user has such a list or
 * term.
 */
export function settingsForPage(settings: Settings, host: string, isPrivate: (entry: string) => boolean): PageSettings {
  const fields = Object.fromEntries(PAGE_SETTINGS.map((name) => [name, settings[name]])) as PageSettings;
  return {
    ...fields,
    density: densityOn(settings, host),
    muted: settings.muted.filter(({ entry, site }) => (site === null || site === host) && !isPrivate(entry)),
    choices: settings.choices.filter(({ entry }) => entry === null || !isPrivate(entry)),
    follows: settings.follows.filter((ref) => v.is(FollowRef, ref) && !isPrivate(ref)),
  };
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Only what differs from the default, and fields that a newer version wrote. */
export function sparse(settings: Settings): Record<string, unknown> {
  const { defaults } = parts();
  return Object.fromEntries(
    Object.entries(settings).filter(([name, value]) => !(name in defaults) || !same(value, defaults[name])),
  );
}
