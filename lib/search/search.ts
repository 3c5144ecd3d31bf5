/**
 * Search over all lists: names in any language, symbols, codes, numbers and tickers first, then
 * questions, answered by what is known of the entries. The popup, the address bar and `npm run
 * search` all ask here.
 */
import { Answerer, type Answer } from './answer.ts';
import { HOWS, type How } from './best-hits.ts';
import { findNames, type NameHit, type NameOptions } from './find-names.ts';
import { fold } from './fold.ts';
import { Law } from './law.ts';
import type { Lexicon } from './lexicon.ts';
import { LINE } from './lines.ts';
import { mostOf } from './most-of.ts';
import { nearestOfAll } from './nearest-of-all.ts';
import { QueryParser, type Part } from './parse-query.ts';
import { PartMatcher, SUBJECTS, type PartMatch } from './part-matches.ts';
import { GONE, type Field, type SearchText } from './search-text.ts';
import { TextIndex } from './text-index.ts';
import { WordLines } from './word-lines.ts';

export { HOWS } from './best-hits.ts';

export interface Hit {
  /** The ref of the entry. */
  entry: string;
  /** The entry's own name. */
  name: string;
  /** Its first name in simplified Chinese; '' where it has none. */
  chinese: string;
  how: How | 'facts';
  /** `called`: no name of the entry, but people ask for it so, or for what belongs to it. */
  field: Field | 'called';
  /** The name or code that matched, as the list writes it. */
  text: string;
  /** BCP 47 language of a name, `und` for others. */
  lang: string;
  /** Ids of the measures that the query asks for; empty where it asks for the entry alone. */
  measures: readonly string[];
  /** The query asks for people in office. */
  asksOffice: boolean;
}

export interface Found {
  hits: Hit[];
  /** Words of the query that nothing answers to. */
  missed: string[];
  /** Codes of the query that no list has, as they are printed. */
  missedCodes: string[];
  /** No entry meets the whole query: the hits are the nearest. */
  isNear: boolean;
}

interface SearchOptions {
  limit?: number;
  /** Refs of entries that the page in the tab mentions. */
  here?: ReadonlySet<string>;
  /** ISO code of the country whose bodies come first among those of one name. */
  country?: string | undefined;
}

export interface SearchIndex {
  find: (query: string, options?: SearchOptions) => Found;
  /** Refs of the entries that have one of these names, in whatever list. */
  called: (names: readonly string[]) => string[];
  /** Does the work that the first key would wait for. */
  prepare: () => void;
}

const DEFAULT_LIMIT = 40;
/** Results of a query in the popup; the address bar shows the first of the same. */
export const MAX_RESULTS = 30;
/** UTF-16 units of a query that are read: a pasted page is no question. */
const MAX_QUERY = 300;
/**
 * UTF-16 units. A longer text takes longer to split into words than a key may wait: then only the
 * first slip waits.
 */
const MAX_PREPARED_TEXT = 2_000_000;
/** Nothing is spelled like it: a search for it takes every step. */
const UNLIKE = 'qqxyzz abc';
/** Differences in importance below this do not count. */
const IMPORTANCE_STEP = 2;
/** Facet hits below names for a query of one part. */
const MAX_FACET_HITS = 12;
/** Answers below this share of the best are left out. */
const MIN_SHARE = 0.3;
/** The score of a name that starts with the query, among answers. */
const START_SCORE = 40;
const START_COVERAGE = 120;

const NOTHING: Found = { hits: [], missed: [], missedCodes: [], isNear: false };

class Search implements SearchIndex {
  readonly #index: TextIndex;
  readonly #facets: readonly string[];
  readonly #lexicon: Lexicon | null;
  readonly #words: WordLines;
  #law: Law | null = null;
  #matcher: PartMatcher | null = null;

  constructor(lists: readonly SearchText[], lexicon: Lexicon | null) {
    this.#index = new TextIndex(lists);
    this.#facets = lists.map(({ facets }) => facets);
    this.#lexicon = lexicon;
    this.#words = new WordLines(this.#index);
  }

  /** The facets, read when the first question is asked. */
  get #known(): Law {
    return (this.#law ??= new Law(this.#index, this.#facets));
  }

  readonly find = (typed: string, options: SearchOptions = {}): Found => {
    const asked = typed.slice(0, MAX_QUERY);
    const query = fold(asked);
    if (!query) return NOTHING;
    const limit = options.limit ?? DEFAULT_LIMIT;
    const readings = this.#lexicon ? new QueryParser(this.#lexicon, this.#words).readings(asked) : [];
    const isQuestion = readings.some((parts) => parts.length > 1 || parts.some(isAsking));
    // A word of questions is complete: "ban" is no beginning of "bandwidth".
    const last = readings.at(-1)?.at(-1);
    const isOpen = last === undefined || (last.senses.length === 0 && !last.isCalled);
    const names = this.#names(query, readings, { limit, withSlips: !isQuestion, isOpen });
    const isAsked = this.#lexicon !== null && readings.length > 0 && (isQuestion || names.length === 0);
    return isAsked ? this.#answer(readings, names, query, { ...options, limit }) : this.#named(names, options);
  };

  /** Where nothing is called so, slips in words of questions are corrected. */
  #names(query: string, readings: readonly Part[][], options: NameOptions): NameHit[] {
    const isEccn = readings.some((parts) => parts.some((part) => part.isEccn));
    const names = findNames(this.#index, query, options).filter(
      ({ line }) => !isEccn || !this.#index.isChineseCode(line),
    );
    const corrected = readings.find((parts) => parts.some((part) => part.corrected !== undefined));
    if (names.length > 0 || !corrected) return names;
    const words = corrected.map((part) => part.corrected ?? part.text).join(' ');
    return findNames(this.#index, words, { ...options, withSlips: false });
  }

  readonly called = (names: readonly string[]): string[] => {
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
    this.find('export a');
    // The set of Chinese names.
    this.find('镓的');
    if (this.#index.text.length < MAX_PREPARED_TEXT) this.find(UNLIKE);
  };

  /**
   * Names alone: the page's entries first among those that fit equally well, then the better known.
   */
  #named(names: readonly NameHit[], options: SearchOptions): Found {
    return {
      hits: this.#ordered(names, options).map((hit) => this.#nameHit(hit)),
      missed: [],
      missedCodes: [],
      isNear: names.every(({ how }) => how === 'typo'),
    };
  }

  /**
   * The ranking of names that fit equally well: the page, then importance, then the user's country.
   */
  #ordered(names: readonly NameHit[], { here, country }: SearchOptions): NameHit[] {
    // One exact name needs nothing to decide it: opening with the words of a selection reads no
    // facets.
    const isOpenToDoubt = names.filter(({ how }) => how === 'exact').length > 1 && this.#facets.some(Boolean);
    const answerer = isOpenToDoubt ? new Answerer(this.#known, () => false) : null;
    const keyOf = ({ entry, how }: NameHit): readonly [number, number, number] => {
      const isHere = here?.has(this.#index.refs.at(entry)) ? 1 : 0;
      if (!answerer || how !== 'exact') return [isHere, 0, 0];
      const isHome = country !== undefined && this.#known.entries.get(entry)?.country === country;
      return [isHere, Math.floor(answerer.importance(entry) / IMPORTANCE_STEP), isHome ? 1 : 0];
    };
    return names
      .map((hit) => ({ hit, key: keyOf(hit) }))
      .sort(
        ({ hit: a, key: x }, { hit: b, key: y }) =>
          HOWS.indexOf(a.how) - HOWS.indexOf(b.how) || y[0] - x[0] || y[1] - x[1] || y[2] - x[2],
      )
      .map(({ hit }) => hit);
  }

  #nameHit({ entry, line, how }: NameHit): Hit {
    const form = this.#index.all.forms[line - this.#index.count];
    const at = form?.line ?? line;
    return {
      entry: this.#index.refs.at(entry),
      name: this.#index.ownNameAt(at),
      chinese: this.#index.nameIn('zh-Hans', at),
      how,
      field: form ? 'number' : this.#index.fieldOf(at),
      text: this.#index.texts.at(at),
      lang: this.#index.langOf(at),
      measures: [],
      asksOffice: false,
    };
  }

  #answer(readings: readonly Part[][], names: readonly NameHit[], query: string, options: SearchOptions): Found {
    if (!this.#lexicon) return NOTHING;
    const matcher = (this.#matcher ??= new PartMatcher(this.#index, this.#words, this.#known, this.#lexicon));
    const answerer = new Answerer(this.#known, (entry) => options.here?.has(this.#index.refs.at(entry)) ?? false);
    const read = readings.map((parts) => parts.map((part) => matcher.match(part)));
    const unknown = read.map((matches) => matches.filter((match) => match.isUnknown));
    const fewest = Math.min(...unknown.map(({ length }) => length));
    const best = new Map<number, Ranked>();
    read.forEach((matches, k) => {
      if ((unknown[k]?.length ?? 0) > fewest) return;
      for (const one of this.#read(matches, answerer)) {
        const known = best.get(one.answer.entry);
        const [first, second] = known && rankOf(known) >= rankOf(one) ? [known, one] : [one, known];
        best.set(one.answer.entry, second ? withMeasuresOf(first, second) : first);
      }
    });
    const isOffice = readings.some((parts) =>
      parts.some(({ senses }) => senses.some((sense) => sense.includes('role'))),
    );
    const answers = [...best.values()].sort((a, b) => rankOf(b) - rankOf(a) || a.answer.entry - b.answer.entry);
    const isNear = fewest > 0 || (answers[0]?.missing ?? 1) > 0;
    const at = unknown.findIndex(({ length }) => length === fewest);
    const missed = (unknown[at] ?? []).map(({ part }) => part);
    const missedCodes = missed.filter(({ printed }) => printed !== undefined);
    const merged = this.#merged(names, answers, query, options, isOffice, readings);
    // Of a code that no list has the nearest say more than the words beside it do; and words that
    // ask alone, such as "act", find nothing that was meant.
    const isOfNone = isNear && missed.length === 0 && names.length === 0;
    const alike = isOfNone ? this.#alike(query, read.flat()) : [];
    const asksAlone = missed.length > 0 && (read[at] ?? []).every((match) => match.isUnknown || isWordAlone(match));
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
    // A thing that is named is meant, and no other thing of which as much is said.
    if (matches.some(({ namesSubject }) => namesSubject)) return [];
    const lines = mostOf(query, this.#index.count, (part, call) => this.#index.each(part, call));
    const hits = lines
      .filter((line) => this.#index.isLive(line) && this.#index.fieldOf(line) === 'name')
      .map((line) => this.#nameHit({ entry: this.#index.entryOf(line), line, how: 'typo' }));
    return new Set(hits.map(({ entry }) => entry)).size === 1 ? hits.slice(0, 1) : [];
  }

  #nearest(missed: readonly Part[]): Hit[] {
    return nearestOfAll(this.#index, this.#words, missed).map((line) =>
      this.#nameHit({ entry: this.#index.entryOf(line), line, how: 'typo' }),
    );
  }

  /**
   * The answers of one reading: those that meet all of it, and those that it names but that meet
   * less.
   */
  #read(matches: readonly PartMatch[], answerer: Answerer): Ranked[] {
    const known = matches.filter((match) => !match.isUnknown);
    const wanted = known.filter(({ part }) => !part.isOptional).length;
    const all = answerer.answers(known, Math.min(1, wanted));
    const whole = all.filter(({ met }) => met >= wanted);
    const some = whole.length > 0 ? all.filter(({ met, isExact }) => met >= wanted || isExact) : all;
    return some.map((answer) => ({
      answer,
      missing: wanted - answer.met,
      isNamedThing: answer.isExact && SUBJECTS.has(this.#known.entries.get(answer.entry)?.kind ?? ''),
    }));
  }

  /**
   * Exact names, then answers and names that start with the query by score, then other names. Of
   * hundreds that are ranked, only the few that are shown are made into hits.
   */
  #merged(
    names: readonly NameHit[],
    answers: readonly Ranked[],
    query: string,
    options: SearchOptions,
    asksOffice: boolean,
    readings: readonly Part[][],
  ): Hit[] {
    const byEntry = new Map(answers.map(({ answer }) => [answer.entry, answer]));
    const ordered = this.#ordered(names, options);
    const isSingle = (readings[0] ?? []).filter(({ isOptional }) => !isOptional).length <= 1;
    const scored: { name: NameHit | null; answer: Answer | undefined; score: number }[] = [];
    const taken = new Set<number>();
    const offer = (entry: number, name: NameHit | null, answer: Answer | undefined, score: number) => {
      if (taken.has(entry)) return;
      taken.add(entry);
      scored.push({ name, answer, score });
    };
    const EXACT = 1e6;
    // Of a thing and what people call it more often, they ask for the latter: GaN is no gallium.
    for (const { answer } of isSingle ? answers : [])
      if (answer.isExact && answer.code?.field === 'called') offer(answer.entry, null, answer, EXACT + 1);
    ordered.forEach((hit, k) => {
      const answer = byEntry.get(hit.entry);
      const coverage =
        query.length / Math.max(1, this.#index.lines.lengthOf(Math.min(hit.line, this.#index.count - 1)));
      if (hit.how === 'exact') offer(hit.entry, hit, answer, EXACT - k);
      else if (isSingle) offer(hit.entry, hit, answer, EXACT / 2 - k);
      else if (hit.how === 'start')
        offer(hit.entry, hit, answer, Math.max(START_SCORE + START_COVERAGE * coverage, answer ? answer.score : 0));
    });
    let facets = 0;
    for (const one of answers) {
      if (taken.has(one.answer.entry) || (isSingle && names.length > 0 && ++facets > MAX_FACET_HITS)) continue;
      offer(one.answer.entry, null, one.answer, rankOf(one));
    }
    ordered.forEach((hit, k) => offer(hit.entry, hit, undefined, START_SCORE - k / names.length));
    const best = Math.max(...answers.map(rankOf));
    return scored
      .filter(({ score }) => score >= best * MIN_SHARE)
      .sort((a, b) => b.score - a.score)
      .slice(0, options.limit)
      .flatMap(({ name, answer }) => {
        const hit = name ? this.#nameHit(name) : answer ? this.#answerHit(answer) : [];
        const measures = answer?.measures.map((place) => this.#known.measures[place]?.id ?? '') ?? [];
        return { ...hit, measures, asksOffice };
      });
  }

  #answerHit({ entry, line, isTypo, code }: Answer): Hit {
    if (line !== null)
      return {
        ...this.#nameHit({ entry, line, how: isTypo ? 'typo' : 'word' }),
        how: isTypo ? 'typo' : 'facts',
        ...code,
      };
    return { ...this.#nameHit({ entry, line: this.#index.lineOf(entry), how: 'word' }), how: 'facts' };
  }
}

/** True for more than a name: a code, a word of questions, or a popular name. */
const isAsking = ({ senses, code, isCalled, isOptional }: Part): boolean =>
  code !== undefined || isCalled || (senses.length > 0 && !isOptional);

/** Asks for a kind of entry and no more: "act", "list of companies". */
const isWordAlone = ({ part, namesEntry }: PartMatch): boolean =>
  !namesEntry && (part.isOptional || part.senses.every((sense) => sense.every((one) => one.startsWith('kind:'))));

interface Ranked {
  answer: Answer;
  /** Parts that it does not meet. */
  missing: number;
  /** A thing or a firm that the query names in full. */
  isNamedThing: boolean;
}

/**
 * "IEEPA tariffs" is a name of IEEPA, and asks for its duties: the measures that another reading of
 * the query finds.
 */
const withMeasuresOf = (one: Ranked, { answer: { measures }, missing }: Ranked): Ranked =>
  one.answer.measures.length > 0 || missing > 0 ? one : { ...one, answer: { ...one.answer, measures } };

/** Taken off for each part that an answer does not meet; less of a thing that the query names. */
const MISSING = 60;
const MISSING_OF_NAMED = 12;
const rankOf = ({ answer, missing, isNamedThing }: Ranked): number =>
  answer.score - (isNamedThing ? MISSING_OF_NAMED : MISSING) * missing;

/**
 * Searches these lists as one; the first comes first where all else is equal. Without a lexicon
 * names alone are found.
 */
export const createSearch = (lists: readonly SearchText[], lexicon: Lexicon | null = null): SearchIndex =>
  new Search(lists, lexicon);
