/**
 * The lookup while the base is still being read: it knows the language, and of what is found the
 * name and the kind.
 */
import { languageTag, type Translate } from '../../i18n/translate.ts';
import { BUILT_IN, kindIn, readRef } from '../../knowledge/model/ids.ts';
import type { Hit, SearchIndex } from '../../search/search.ts';
import type { Lookup, LookupRequest, Summary } from './lookup-model.ts';
import { kindLabel, lookOf } from '../build/header.ts';
import { NOTHING_KNOWN, resultRow } from './result-row.ts';

const NO_SEARCH: SearchIndex = {
  find: () => ({ hits: [], missed: [], isNear: false }),
  called: () => [],
  prepare: () => undefined,
};

/** The summary of an entry that is not read yet. `list`: the title of its list. */
export function unread({ entry, name }: Pick<Hit, 'entry' | 'name'>, list: string | undefined, t: Translate): Summary {
  const kind = kindIn(entry);
  return {
    ...(list !== undefined && { list }),
    id: entry,
    kind: lookOf(kind),
    kindLabel: kindLabel(kind, t),
    name,
    tile: { type: 'drawing', drawing: lookOf(kind) },
  };
}

type Asked = Omit<LookupRequest, 'bases' | 'search'> & Partial<Pick<LookupRequest, 'search'>>;

export const emptyLookup = ({ locale, t, today, asOf, titles, search = NO_SEARCH }: Asked): Lookup => ({
  t,
  locale,
  lang: languageTag(locale),
  today,
  asOf,
  bases: [],
  card: () => null,
  full: () => null,
  words: () => [],
  summary: () => null,
  result: (hit, query) =>
    resultRow(hit, unread(hit, titleIn(titles, hit.entry), t), query, NOTHING_KNOWN, { t, lang: languageTag(locale) }),
  search,
});

/** Nothing where it is the list that comes with the extension. */
export function titleIn(titles: LookupRequest['titles'], entry: string): string | undefined {
  const { list } = readRef(entry);
  return list === BUILT_IN ? undefined : titles?.get(list);
}
