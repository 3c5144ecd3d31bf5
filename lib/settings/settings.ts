/**
 * The schema of the user's settings and choices, from which all their types come. Only differences
 * from the defaults are stored, so that users get later defaults.
 */
import * as v from 'valibot';
import { lazily } from '../core/lazily.ts';
import { KINDS } from '../knowledge/model/ids.ts';
import { FollowRef } from '../knowledge/model/follow-refs.ts';
import { DEFAULTS, DENSITIES } from './defaults.ts';

/** How many mentions are underlined: see `DENSITIES`. */
export type Density = (typeof DENSITIES)[number];

/** Drops the elements of a list that cannot be read. */
const known = <T extends v.GenericSchema>(element: T) =>
  v.fallback(
    v.pipe(
      v.array(v.unknown()),
      v.transform((elements): v.InferOutput<T>[] => elements.filter((one) => v.is(element, one))),
    ),
    (): v.InferOutput<T>[] => [],
  );

/**
 * Each field and list element falls back separately, so that a bad value does not discard good
 * ones.
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
    /** How many mentions are marked. */
    density: v.fallback(v.picklist(DENSITIES), DEFAULTS.density),
    /** Sites with a density of their own. */
    siteDensities: known(elements.siteDensities),
    scope: v.fallback(v.picklist(['page', 'article']), DEFAULTS.scope),
    /** Milliseconds that the pointer must rest before a card opens. */
    openAfter: v.fallback(v.pipe(v.number(), v.minValue(0), v.maxValue(3000)), DEFAULTS.openAfter),
    /** What opens a card: a resting pointer, a click, or the pointer while Shift is held. */
    openOn: v.fallback(v.picklist(['rest', 'click', 'key']), DEFAULTS.openOn),
    /** The size in which a card opens. */
    cardSize: v.fallback(v.picklist(['glance', 'full']), DEFAULTS.cardSize),
    language: v.fallback(v.picklist(['browser', 'en', 'zh_CN']), DEFAULTS.language),
    theme: v.fallback(v.picklist(['system', 'page', 'light', 'dark']), DEFAULTS.theme),
    textSize: v.fallback(v.picklist([0.92, 1, 1.15, 1.3]), DEFAULTS.textSize),
    muted: known(elements.muted),
    choices: known(elements.choices),
    /**
     * Where the user's own terms appear. Pages can detect underlined words, so the user is asked
     * first.
     */
    ownTerms: v.fallback(v.picklist(['unasked', 'underline', 'panel']), 'unasked'),
    /** Host names where the user turned marking off. */
    offSites: known(elements.offSites),
    /** Followed entries, measures and lists (`follow-refs.ts`). */
    follows: known(elements.follows),
    /** "Show status as of": YYYY-MM-DD, or null for today. */
    asOf: v.fallback(v.nullable(v.pipe(v.string(), v.isoDate())), DEFAULTS.asOf),
  });
  const defaults: v.InferOutput<typeof schema> = v.getFallbacks(schema);
  return { elements, schema, defaults };
});

/** The schema, built on first use. */
export const settingsSchema = () => parts().schema;
/** The settings of a new user. */
export const defaultSettings = () => parts().defaults;
/** The schemas of the elements of those settings that are lists. */
export const elementSchemas = () => parts().elements;
export type Settings = v.InferOutput<ReturnType<typeof settingsSchema>>;
/** The settings of this version. */
export type SettingName = keyof ReturnType<typeof settingsSchema>['entries'];

/**
 * The settings that the page script needs. `offSites` is left out, so that no page learns about
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
  /** The day that the user set for this page's article. */
  articleDay?: string | null;
  /** In a frame: the day of the top page, used if the frame's article has no date. */
  topDay?: string | null;
};

/** Parses stored settings; each bad value falls back to its default. */
export function parseSettings(stored: unknown): Settings {
  const { schema, defaults } = parts();
  return stored !== null && typeof stored === 'object' ? v.parse(schema, { ...defaults, ...stored }) : { ...defaults };
}

/** The density of marks on a host. */
export const densityOn = ({ density, siteDensities }: Settings, host: string): Density =>
  siteDensities.find(({ site }) => site === host)?.density ?? density;

/** True if the user chose a density for this host alone. */
export const hasOwnDensity = ({ siteDensities }: Settings, host: string): boolean =>
  siteDensities.some(({ site }) => site === host);

/** The settings after the user chose a density: for one site, or for all if `site` is null. */
export function withDensity(
  { siteDensities }: Settings,
  density: Density,
  { host, site }: { host: string; site: string | null },
): Partial<Settings> {
  const others = siteDensities.filter((one) => one.site !== host);
  return site === null ? { density, siteDensities: others } : { siteDensities: [...others, { site, density }] };
}

/**
 * The settings for a page of one host, without mutes on other sites and without choices about
 * private entries: the id alone would reveal that the user has such a list or term.
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

/** Only the fields that differ from the default, and those that a newer version wrote. */
export function withoutDefaults(settings: Settings): Record<string, unknown> {
  const { defaults } = parts();
  return Object.fromEntries(
    Object.entries(settings).filter(([name, value]) => !(name in defaults) || !same(value, defaults[name])),
  );
}
