/**
 * Answers pages of the extension from the base: cards, short summaries and search, in the user's
 * language. Built once per opening; each card is made on first request and cached.
 */
import { languageTag } from '../../i18n/translate.ts';
import { BUILT_IN, readRef } from '../../knowledge/model/ids.ts';
import type { Knowledge } from '../../knowledge/model/knowledge-index.ts';
import { textOf } from '../../knowledge/model/name-rule.ts';
import type { Entry } from '../../knowledge/model/schema.ts';
import { nearKey, NOTHING_NEAR } from '../../messaging/compare-nearest.ts';
import type { NearestEntries } from '../../messaging/nearest-schema.ts';
import type { Hit } from '../../search/search.ts';
import { buildCard } from '../build/build-card.ts';
import type { CardRequest } from '../build/reading.ts';
import { buildFullCard } from '../build/full-card.ts';
import type { CardModel } from '../model/card-model.ts';
import type { FullCard } from '../model/full-card.ts';
import { askedLines } from './asked-line.ts';
import { titleIn, unloadedSummary } from './empty-lookup.ts';
import { NO_ROW_DETAILS, resultRow, type RowDetails } from './result-row.ts';
import { wordsLine } from './words-line.ts';
import { phraseWords } from '../../knowledge/wording/terms.ts';
import { kindWords, lookOf, namesShown, tileOf } from '../build/header.ts';
import { listTitle } from '../build/list-title.ts';
import { contextIn, refsIn } from '../build/entry-refs.ts';
import type { LookupBase, Article, Summary, Lookup, LookupRequest } from './lookup-model.ts';

export function createLookup({ bases: given, locale, t, today, asOf, search, titles, want }: LookupRequest): Lookup {
  const bases = given.map((base) => ({ ...base, title: listTitle(base.list, base.title, t) }));
  const lang = languageTag(locale);
  const statuses = new Map<string, RowDetails>();
  const namesakes = new Map<string, readonly string[]>();
  const find = (ref: string) => {
    const { list, id } = readRef(ref);
    const base = bases.find((one) => one.list === list);
    const entry = base?.entries.get(id);
    return base && entry ? { base, entry } : null;
  };

  /** Makes a card on first request and caches it; null if no list has the entry. */
  const made = <T>(
    kept: Map<string, T | null>,
    make: Make<T>,
  ): ((ref: string, article: Article | null) => T | null) => {
    return (ref, article) => {
      const near = article?.near?.(ref) ?? NOTHING_NEAR;
      const key = [ref, article && `${article.day} ${article.lang}`, nearKey(near)].join('|');
      const known = kept.get(key);
      if (known !== undefined) return known;
      const found = find(ref);
      if (!found) want?.(ref);
      const card = found && make(found.base.knowledge, found.entry.id, requestOf(found.base, article, near));
      kept.set(key, card);
      return card;
    };
  };
  const requestOf = (base: LookupBase, article: Article | null, near: NearestEntries): CardRequest => ({
    articleDay: article?.day ?? null,
    inArticle: article !== null,
    textLang: article?.lang ?? null,
    today,
    asOf,
    locale,
    t,
    list: base,
    ref: refsIn(base),
    context: contextIn(base.list, near),
  });
  const card = made(new Map<string, CardModel | null>(), orNull(buildCard));
  const full = made(new Map<string, FullCard | null>(), orNull(buildFullCard));
  const summaries = new Map<string, Summary>();
  const summary = (id: string, textLang: string | null = null): Summary | null => {
    const key = `${textLang ?? ''} ${id}`;
    const known = summaries.get(key);
    if (known) return known;
    const found = find(id);
    if (!found) return null;
    const { base, entry } = found;
    const voice = { t, lang, knowledge: base.knowledge };
    const made: Summary = {
      ...(base.list !== BUILT_IN && { list: base.title }),
      id,
      kind: lookOf(entry.kind),
      kindLabel: kindWords(entry, voice),
      ...namesShown(entry, voice, textLang),
      tile: tileOf(entry, voice),
    };
    summaries.set(key, made);
    return made;
  };
  const statusOf = (hit: Hit, more: number, isQuick: boolean): RowDetails => {
    const { entry: ref, measures, asksOffice, places, field, text } = hit;
    const key = JSON.stringify([ref, measures, asksOffice, places, field === 'name' ? text : '', more]);
    const known = statuses.get(key);
    if (known) return known;
    const found = find(ref);
    if (!found) return NO_ROW_DETAILS;
    if (isQuick) return PENDING;
    const voice = { t, lang, knowledge: found.base.knowledge };
    const day = asOf ?? today;
    const lines = askedLines(found.entry.id, measures, { today: day, more, places }, voice);
    const words = wordsLine(found.entry, { hit, hasStatus: lines.length > 0 }, day, voice);
    const made = { lines: words ? [] : lines, words, isPending: false };
    statuses.set(key, made);
    return made;
  };
  const schemeOf = ({ entry: ref, field, text }: Hit): string => {
    const found = field === 'code' ? find(ref) : null;
    const code = found?.entry.codes?.find((one) => one.code === text);
    return found && code ? phraseWords(code.scheme, { lang, knowledge: found.base.knowledge }) : '';
  };
  const namesakesOf = (ref: string, entry: Entry): readonly string[] => {
    const known = namesakes.get(ref) ?? (bases.length > 1 ? search.entriesNamed(namesOf(entry)) : []);
    namesakes.set(ref, known);
    return known;
  };
  return {
    t,
    locale,
    lang,
    today,
    asOf,
    bases,
    card,
    full,
    words(ref, article, also = []) {
      const own = find(ref);
      const others = own ? namesakesOf(ref, own.entry) : [];
      const place = (one: string) => bases.findIndex(({ list }) => list === readRef(one).list);
      // In one list several entries may have the same name. Of those, only entries that were found
      // under the same words are shown.
      const wanted = new Set([ref, ...also, ...others.filter((one) => readRef(one).list !== readRef(ref).list)]);
      return [...wanted].sort((a, b) => place(a) - place(b)).flatMap((one) => full(one, article) ?? []);
    },
    summary,
    result(hit, query, more = 0, isQuick = false) {
      const { list } = readRef(hit.entry);
      const title = bases.find((one) => one.list === list)?.title ?? titleIn(titles, hit.entry);
      const known = statusOf(hit, more, isQuick);
      return resultRow(hit, summary(hit.entry) ?? unloadedSummary(hit, title, { t, lang }), query, known, {
        t,
        lang,
        scheme: schemeOf(hit),
      });
    },
    search,
  };
}

const PENDING: RowDetails = { ...NO_ROW_DETAILS, isPending: true };

type Make<T> = (base: Knowledge, id: string, request: CardRequest) => T | null;

/** An entry whose card fails must not keep other entries from being shown. */
const orNull =
  <T>(make: Make<T>): Make<T> =>
  (base, id, request) => {
    try {
      return make(base, id, request);
    } catch (error) {
      console.error(`No card for ${id}`, error);
      return null;
    }
  };

const namesOf = ({ name, names }: Entry): string[] => [name, ...Object.values(names).flat().map(textOf)];
