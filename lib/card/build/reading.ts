/**
 * Reads one entry for one article: orders its measures, the lead first, and makes the head of its
 * card. Glance, full card and table use the same reading, so that they lead with the same measure.
 */
import { languageTag, type Locale, type Translate } from '../../i18n/translate.ts';
import { rankLines, type LeadContext } from '../../knowledge/lead/rank-lines.ts';
import { addDays } from '../../knowledge/model/fuzzy-dates.ts';
import type { Knowledge } from '../../knowledge/model/knowledge-index.ts';
import type { Day, Entry } from '../../knowledge/model/schema.ts';
import { thenNowNext, type Line, type ThenNowNext } from '../../knowledge/status/then-now-next.ts';
import { dayWords } from '../../knowledge/wording/dates.ts';
import type { Voice } from '../../knowledge/wording/terms.ts';
import type { Head } from '../model/head.ts';
import { CONTENT_LANG } from './content-lang.ts';
import { hasDigest } from './digest.ts';
import { kindWords, lookOf, namesShown, tileOf } from './header.ts';

/** The days, the languages and the text around the word by which a card is built. */
export interface CardRequest {
  /** The article's date; null if the page states none or there is no article. */
  articleDay: Day | null;
  /** False if the user looked the entry up, so that a missing date needs no note. Default: true. */
  inArticle?: boolean;
  /** The user's day. */
  today: Day;
  /** "Show status as of": a day in place of today. */
  asOf?: Day | null;
  locale: Locale;
  /** BCP 47 tag of the text in which the entry was found. */
  textLang?: string | null;
  t: Translate;
  list: { title: string; version: number };
  /** The other entries that the text names; they help to choose the lead. */
  context?: LeadContext;
  /** Returns the ref of an id of this list. Default: the id itself. */
  ref?: (id: string) => string;
}

/** An entry with its status, as every part of its card reads it. Made once for each card. */
export interface Reading {
  request: CardRequest;
  knowledge: Knowledge;
  entry: Entry;
  voice: Voice;
  today: Day;
  /** Also null for an article of today or yesterday, for which "then" equals "now". */
  articleDay: Day | null;
  status: ThenNowNext;
  /** All measures, the lead first. */
  ranked: readonly Line[];
  /** True for a body or a list: its recent acts replace the single lead. */
  isDigest: boolean;
  ref: (id: string) => string;
}

const voiceOf = (knowledge: Knowledge, { t, locale }: Pick<CardRequest, 't' | 'locale'>): Voice => ({
  t,
  lang: languageTag(locale),
  knowledge,
});

const thenDay = (articleDay: Day | null, today: Day): Day | null =>
  articleDay !== null && articleDay >= addDays(today, -1) ? null : articleDay;

/** Returns null if the base has no such entry. */
export function readEntry(knowledge: Knowledge, entryId: string, request: CardRequest): Reading | null {
  const entry = knowledge.entries.get(entryId);
  if (!entry) return null;
  const today = request.asOf ?? request.today;
  const articleDay = thenDay(request.articleDay, today);
  const status = thenNowNext(knowledge, entryId, articleDay, today);
  return {
    request,
    knowledge,
    entry,
    voice: voiceOf(knowledge, request),
    today,
    articleDay,
    status,
    ranked: rankLines(knowledge, entry, status, articleDay, today, request.context),
    isDigest: hasDigest(knowledge, entry),
    ref: request.ref ?? ((id) => id),
  };
}

/** `hasStatus`: the card has a status that depends on the article's date. */
export function headOf({ request, entry, voice, articleDay, ranked, ref }: Reading, hasStatus: boolean): Head {
  const { name, altName } = namesShown(entry, voice, request.textLang ?? null);
  const isUndated = request.articleDay === null && request.inArticle !== false;
  return {
    id: ref(entry.id),
    kind: lookOf(entry.kind),
    kindLabel: kindWords(entry, voice),
    name,
    ...(altName && { altName }),
    tile: tileOf(entry, voice),
    lang: voice.lang,
    contentLang: CONTENT_LANG,
    // A change of a rule on whole classes of goods is not a change of this entry.
    changed: articleDay !== null && ranked[0]?.changed === true,
    ...(request.asOf && { asOf: voice.t('status_as_of', dayWords(request.asOf, voice)) }),
    ...(isUndated && hasStatus && { dateNote: voice.t('article_undated') }),
  };
}
