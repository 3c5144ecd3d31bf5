/**
 * The lookup while the base is still loading: it knows the language, and the names and kinds of
 * search results.
 */
import { languageTag, type Translate } from '../../i18n/translate.ts';
import { BUILT_IN, kindIn, readRef } from '../../knowledge/model/ids.ts';
import type { Hit, SearchIndex } from '../../search/search.ts';
import type { Lookup, LookupRequest, Summary } from './lookup-model.ts';
import { kindLabel, lookOf } from '../build/header.ts';
import { NO_ROW_DETAILS, resultRow } from './result-row.ts';

const NO_SEARCH: SearchIndex = {
  find: () => ({ hits: [], missed: [], missedCodes: [], isNear: false }),
  entriesNamed: () => [],
  prepare: () => undefined,
};

/** The summary of an entry that is not loaded yet. `list`: the title of its list. */
export function unloadedSummary(
  { entry, name, chinese }: Pick<Hit, 'entry' | 'name' | 'chinese'>,
  list: string | undefined,
  { t, lang }: { t: Translate; lang: string },
): Summary {
  const kind = kindIn(entry);
  const isChinese = chinese !== '' && lang.startsWith('zh');
  const [shown, other, otherLang] = isChinese ? [chinese, name, 'en'] : [name, chinese, 'zh-Hans'];
  return {
    // The loaded lookup shows the same name a moment later, so the row does not change.
    ...(other && !other.toLowerCase().includes(shown.toLowerCase()) && { altName: { text: other, lang: otherLang } }),
    ...(list !== undefined && { list }),
    id: entry,
    kind: lookOf(kind),
    kindLabel: kindLabel(kind, t),
    name: shown,
    tile: { type: 'drawing', drawing: lookOf(kind) },
  };
}

type EmptyLookupRequest = Omit<LookupRequest, 'bases' | 'search'> & Partial<Pick<LookupRequest, 'search'>>;

/** The lookup while the base is not loaded. It only has the hits of `search`. */
export function emptyLookup({ locale, t, today, asOf, titles, search = NO_SEARCH }: EmptyLookupRequest): Lookup {
  const lang = languageTag(locale);
  return {
    t,
    locale,
    lang,
    today,
    asOf,
    bases: [],
    card: () => null,
    full: () => null,
    words: () => [],
    summary: () => null,
    result: (hit, query) =>
      resultRow(hit, unloadedSummary(hit, titleIn(titles, hit.entry), { t, lang }), query, NO_ROW_DETAILS, { t, lang }),
    search,
  };
}

/** The title of the entry's list; undefined for the built-in list. */
export function titleIn(titles: LookupRequest['titles'], entry: string): string | undefined {
  const { list } = readRef(entry);
  return list === BUILT_IN ? undefined : titles?.get(list);
}
