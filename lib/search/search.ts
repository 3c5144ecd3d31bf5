/**
 * Searches all lists: first names in any language, symbols, codes, numbers and tickers, then
 * questions, which are answered from the facts of the entries. The popup, the address bar and `npm
 * run search` use this module.
 */
import { Answerer } from './answer.ts';
import { placesOf } from './asked-places.ts';
import { MATCH_KINDS } from './best-hits.ts';
import { FacetIndex } from './facet-index.ts';
import { findNames, type NameHit, type NameOptions } from './find-names.ts';
import { fold } from './fold.ts';
import { hitOfAnswer, hitOfName, type Hit } from './hits.ts';
import { lastResort } from './last-resort.ts';
import type { Lexicon } from './lexicon.ts';
import { LINE } from './lines.ts';
import { linesWithMostWords } from './lines-with-most-words.ts';
import { mergeResults, type Result } from './merge-results.ts';
import { QueryParser, type QueryPart } from './parse-query.ts';
import { PartMatcher, type PartMatch } from './part-matches.ts';
import { rankAnswers, type RankedAnswer } from './rank-answers.ts';
import { GONE, type SearchText } from './search-text.ts';
import { TextIndex } from './text-index.ts';
import { WordLines } from './word-lines.ts';

export { MATCH_KINDS } from './best-hits.ts';
export type { Hit } from './hits.ts';

/** The answer to a query, the best hit first. */
export interface SearchAnswer {
  hits: Hit[];
  /** Words of the query that no entry matches. */
  missed: string[];
  /** Codes of the query that no list has, as lists print them. */
  missedCodes: string[];
  /** True if no entry meets the whole query, so that the hits are only similar. */
  isNear: boolean;
}

interface SearchOptions {
  limit?: number;
  /** Refs of entries that the page in the tab mentions. */
  here?: ReadonlySet<string>;
  /** ISO code of the country whose bodies come first among bodies of the same name. */
  country?: string | undefined;
}

/** The search over all lists. */
export interface SearchIndex {
  find: (query: string, options?: SearchOptions) => SearchAnswer;
  /** Refs of the entries that have one of these names, in whatever list. */
  entriesNamed: (names: readonly string[]) => string[];
  /** Builds in idle time the indexes that the first key would otherwise wait for. */
  prepare: () => void;
}

const DEFAULT_LIMIT = 40;
/** Results of a query in the popup; the address bar shows the first of the same. */
export const MAX_RESULTS = 30;
/** UTF-16 units of a query that are read, since users sometimes paste a whole page. */
const MAX_QUERY = 300;
/**
 * UTF-16 units of text that `prepare` splits into words. A longer text would block a key for too
 * long; it is split when the first query with a slip comes.
 */
const MAX_PREPARED_TEXT = 2_000_000;
/** Queries that build each index once: words, Chinese names, and slips, which nothing matches. */
const WARM_UP = { words: 'export a', chinese: '镓的', slips: 'qqxyzz abc' };
/** Differences in importance below this do not count. */
const IMPORTANCE_STEP = 2;

const NOTHING_FOUND: SearchAnswer = { hits: [], missed: [], missedCodes: [], isNear: false };

/** True for a part that is more than a name: a code, a word of questions, or a nickname. */
const isAsking = ({ senses, code, isCalled, isOptional }: QueryPart): boolean =>
  code !== undefined || isCalled || (senses.length > 0 && !isOptional);

/** True for a part that only asks for a kind of entry: "act", "list of companies". */
const isWordAlone = ({ part, namesEntry }: PartMatch): boolean =>
  !namesEntry && (part.isOptional || part.senses.every((sense) => sense.every((one) => one.startsWith('kind:'))));

/** A query with its readings and the names that match it. */
interface Question {
  /** The query, folded. */
  query: string;
  readings: readonly QueryPart[][];
  names: readonly NameHit[];
  options: SearchOptions & { limit: number };
}

class Search implements SearchIndex {
  readonly #index: TextIndex;
  readonly #facetTexts: readonly string[];
  readonly #lexicon: Lexicon | null;
  readonly #words: WordLines;
  #parsedFacets: FacetIndex | null = null;
  #matcher: PartMatcher | null = null;

  constructor(lists: readonly SearchText[], lexicon: Lexicon | null) {
    this.#index = new TextIndex(lists);
    this.#facetTexts = lists.map(({ facets }) => facets);
    this.#lexicon = lexicon;
    this.#words = new WordLines(this.#index);
  }

  /** Parsed when the first question comes, so that opening does not wait for them. */
  get #facets(): FacetIndex {
    return (this.#parsedFacets ??= new FacetIndex(this.#index, this.#facetTexts));
  }

  readonly find = (typed: string, options: SearchOptions = {}): SearchAnswer => {
    const asked = typed.slice(0, MAX_QUERY);
    const query = fold(asked);
    if (!query) return NOTHING_FOUND;
    const limit = options.limit ?? DEFAULT_LIMIT;
    const readings = this.#lexicon ? new QueryParser(this.#lexicon, this.#words).readings(asked) : [];
    const isQuestion = readings.some((parts) => parts.length > 1 || parts.some(isAsking));
    // A word of questions is complete: "ban" is not the beginning of "bandwidth".
    const last = readings.at(-1)?.at(-1);
    const isOpen = last === undefined || (last.senses.length === 0 && !last.isCalled);
    const names = this.#names(query, readings, { limit, withSlips: !isQuestion, isOpen });
    const isAsked = readings.length > 0 && (isQuestion || names.length === 0);
    return this.#lexicon && isAsked
      ? this.#answer({ query, readings, names, options: { ...options, limit } }, this.#lexicon)
      : this.#named(names, options);
  };

  /** Names that match. If there are none, names that match after words with slips are corrected. */
  #names(query: string, readings: readonly QueryPart[][], options: NameOptions): NameHit[] {
    const isEccn = readings.some((parts) => parts.some((part) => part.isEccn));
    const names = findNames(this.#index, query, options).filter(
      ({ line }) => !isEccn || !this.#index.isChineseCode(line),
    );
    const corrected = readings.find((parts) => parts.some((part) => part.corrected !== undefined));
    if (names.length > 0 || !corrected) return names;
    const words = corrected.map((part) => part.corrected ?? part.text).join(' ');
    return findNames(this.#index, words, { ...options, withSlips: false });
  }

  readonly entriesNamed = (names: readonly string[]): string[] => {
    const found = new Set<number>();
    for (const name of new Set(names.map(fold)))
      this.#index.each(`${LINE}${name}${LINE}`, (line) => {
        const entry = this.#index.entryOf(line);
        if (entry !== GONE && this.#index.fieldOf(line) === 'name') found.add(entry);
      });
    return [...found].map((entry) => this.#index.refs.at(entry));
  };

  readonly prepare = (): void => {
    this.#index.prepare();
    this.find(WARM_UP.words);
    this.find(WARM_UP.chinese);
    if (this.#index.text.length < MAX_PREPARED_TEXT) this.find(WARM_UP.slips);
  };

  #named(names: readonly NameHit[], options: SearchOptions): SearchAnswer {
    return {
      hits: this.#ordered(names, options).map((hit) => hitOfName(this.#index, hit)),
      missed: [],
      missedCodes: [],
      isNear: names.every(({ how }) => how === 'typo'),
    };
  }

  /**
   * Orders names that match equally well: entries that the page mentions, then the better known,
   * then those of the user's country.
   */
  #ordered(names: readonly NameHit[], { here, country }: SearchOptions): NameHit[] {
    // A single exact name needs no ranking, so that a popup opened on a selected name reads no
    // facets.
    const needsFacets = names.filter(({ how }) => how === 'exact').length > 1 && this.#facetTexts.some(Boolean);
    const answerer = needsFacets ? new Answerer(this.#facets, () => false) : null;
    const keyOf = ({ entry, how }: NameHit): readonly [number, number, number] => {
      const isHere = here?.has(this.#index.refs.at(entry)) ? 1 : 0;
      if (!answerer || how !== 'exact') return [isHere, 0, 0];
      const isHome = country !== undefined && this.#facets.entries.get(entry)?.country === country;
      return [isHere, Math.floor(answerer.importance(entry) / IMPORTANCE_STEP), isHome ? 1 : 0];
    };
    return names
      .map((hit) => ({ hit, key: keyOf(hit) }))
      .sort(
        ({ hit: a, key: x }, { hit: b, key: y }) =>
          MATCH_KINDS.indexOf(a.how) - MATCH_KINDS.indexOf(b.how) || y[0] - x[0] || y[1] - x[1] || y[2] - x[2],
      )
      .map(({ hit }) => hit);
  }

  #answer(question: Question, lexicon: Lexicon): SearchAnswer {
    const { query, readings, names, options } = question;
    const matcher = (this.#matcher ??= new PartMatcher(this.#index, this.#words, this.#facets, lexicon));
    const answerer = new Answerer(this.#facets, (entry) => options.here?.has(this.#index.refs.at(entry)) ?? false);
    const matched = readings.map((parts) => parts.map((part) => matcher.match(part)));
    // Only the readings with the fewest unknown words count.
    const unknownIn = (matches: readonly PartMatch[]) => matches.filter((match) => match.isUnknown);
    const fewest = Math.min(...matched.map((matches) => unknownIn(matches).length));
    const best = matched.filter((matches) => unknownIn(matches).length === fewest);
    const [bestReading = []] = best;
    const answers = rankAnswers(best, answerer, this.#facets);
    const isNear = fewest > 0 || (answers[0]?.missing ?? 1) > 0;
    const missed = unknownIn(bestReading).map(({ part }) => part);
    const missedCodes = missed.filter(({ printed }) => printed !== undefined);
    const places = placesOf(bestReading.map(({ part }) => part));
    const merged = this.#merged(question, answers).map((hit) => ({ ...hit, places }));
    // The closest codes to an unknown code are better hits than those for the words beside it.
    // Words that only ask, such as "act", find nothing useful.
    const alike = isNear && missed.length === 0 && names.length === 0 ? this.#alike(query, matched.flat()) : [];
    const asksAlone = missed.length > 0 && bestReading.every((match) => match.isUnknown || isWordAlone(match));
    const nearest = missedCodes.length > 0 || asksAlone || merged.length === 0 ? this.#nearest(missed) : [];
    const first = [...nearest, ...alike];
    const near = new Set(first.map(({ entry }) => entry));
    const others = asksAlone && names.length === 0 ? [] : merged.filter(({ entry }) => !near.has(entry));
    return {
      hits: [...first, ...others],
      missed: missed.filter(({ printed }) => printed === undefined).map(({ text }) => text),
      missedCodes: missedCodes.map(({ text, printed }) => printed ?? text),
      isNear: isNear && names.length === 0,
    };
  }

  /** The one name that has most of the words: "unverified entity list" is the Unverified List. */
  #alike(query: string, matches: readonly PartMatch[]): Hit[] {
    // A query with the name of a thing is about that thing, not about names with as many words.
    if (matches.some(({ namesSubject }) => namesSubject)) return [];
    const lines = linesWithMostWords(query, this.#index.count, (part, call) => this.#index.each(part, call));
    const hits = lines
      .filter((line) => this.#index.isLive(line) && this.#index.fieldOf(line) === 'name')
      .map((line) => this.#nearHit(line));
    return new Set(hits.map(({ entry }) => entry)).size === 1 ? hits.slice(0, 1) : [];
  }

  #nearest(missed: readonly QueryPart[]): Hit[] {
    return lastResort(this.#index, this.#words, missed).map((line) => this.#nearHit(line));
  }

  #nearHit(line: number): Hit {
    return hitOfName(this.#index, { entry: this.#index.entryOf(line), line, how: 'typo' });
  }

  /** Hundreds of results are ranked; only those within the limit are made into hits. */
  #merged({ query, readings, names, options }: Question, answers: readonly RankedAnswer[]): Hit[] {
    const isSingle = (readings[0] ?? []).filter(({ isOptional }) => !isOptional).length <= 1;
    const asksOffice = readings.flat().some(({ senses }) => senses.some((sense) => sense.includes('role')));
    const ordered = this.#ordered(names, options);
    return mergeResults(this.#index, ordered, answers, { text: query, isSingle })
      .slice(0, options.limit)
      .flatMap((result) => {
        const hit = this.#hitOf(result);
        const measures = result.answer?.measures.map((place) => this.#facets.measures[place]?.id ?? '') ?? [];
        return hit ? { ...hit, measures, asksOffice } : [];
      });
  }

  #hitOf({ name, answer }: Result): Hit | null {
    if (name) return hitOfName(this.#index, name);
    return answer ? hitOfAnswer(this.#index, answer) : null;
  }
}

/**
 * Searches these lists as one; entries of the first come first where all else is equal. Without a
 * lexicon only names are searched.
 */
export const createSearch = (lists: readonly SearchText[], lexicon: Lexicon | null = null): SearchIndex =>
  new Search(lists, lexicon);
