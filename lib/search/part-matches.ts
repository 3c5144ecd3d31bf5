/**
 * Matches one part of a query with entries: by their names, by links to an entry that the part
 * names, by measures, and by facts such as country and kind.
 */
import { withoutSpaces } from './fold.ts';
import { GONE } from './search-text.ts';
import { nearest } from './typing-errors.ts';
import { STOP, type Lexicon, type Sense } from './lexicon.ts';
import type { FacetIndex } from './facet-index.ts';
import { meaningOf, scoreMeaning } from './measure-senses.ts';
import type { QueryPart } from './parse-query.ts';
import type { TextIndex } from './text-index.ts';
import type { WordLines, WordLine } from './word-lines.ts';

/**
 * Points of an entry by how it meets a part. An exact name outweighs two words within names, which
 * outweigh any facet.
 */
export const WEIGHT = {
  exact: 100,
  /** A code that is itself an entry: it comes before the goods that it covers. */
  codeItself: 150,
  typoExact: 80,
  words: 45,
  start: 28,
  inside: 24,
  typo: 26,
  linked: 30,
  /**
   * Met by a measure in a wider sense: a measure toward all countries for a country, a presumption
   * of denial for a ban.
   */
  wide: 15,
  /** Met by a measure other than the one that meets most parts. */
  apart: 14,
  /** Met by a measure on the entry's products or members. */
  indirect: 16,
  kind: 42,
  /** A ministry or agency of the country in the query. */
  home: 45,
  own: 22,
  about: 9,
} as const;
/** Added in proportion to how much of the name the part is. */
const COVERAGE = 15;
/** Taken off for each entry before this one that a nickname also means. */
const CALLED_STEP = 6;
/** Letters of the shortest stop word that is looked up as a name. */
const MIN_STOP_NAME = 5;
/** Digits of a customs heading. */
const HEADING_DIGITS = 4;
/** Digits of an executive order's number; customs codes have an even number of digits. */
const ORDER_DIGITS = 5;
/** Digits of an international customs code. Longer codes are national and cover fewer goods. */
const HARMONIZED_DIGITS = 6;
const ABOUT = 'about:';
/** Matches that are cached: more parts than a user types before the first changes. */
const MAX_CACHED = 40;

/** The best match of one part among the names of an entry. `line`: a line of the index. */
export interface NameMatch {
  weight: number;
  line: number;
  isExact: boolean;
  isTypo: boolean;
  /** Set if the part is a code, a ticker or a nickname that is not a name of the entry. */
  code?: { field: 'code' | 'ticker' | 'called'; text: string };
}

/**
 * The code of a part as users know it: "281122" -> "2811.22", "981 hk" -> "981.HK", "7440 55 3" ->
 * "7440-55-3".
 */
function codeOf({ code = '', printed = '', shares }: QueryPart): NonNullable<NameMatch['code']> {
  const [share] = shares;
  if (share !== undefined) return { field: 'ticker', text: share.replace(' ', '.').toUpperCase() };
  if (printed.includes('-')) return { field: 'code', text: printed };
  const isCustoms = /^\d+$/.test(code);
  const text = isCustoms ? (code.match(/^\d{4}|\d{1,2}/g) ?? [code]).join('.') : printed || code.toUpperCase();
  return { field: 'code', text };
}

/** Kinds of goods and companies, which questions are about. */
export const SUBJECTS: ReadonlySet<string> = new Set(['mineral', 'chip', 'technology', 'company']);

type Offer = (line: number, match: Omit<NameMatch, 'line'>) => void;

/** What one part of the query matches. */
export interface PartMatch {
  part: QueryPart;
  /** By entry: its best matching name. */
  names: ReadonlyMap<number, NameMatch>;
  /** By measure: how well the measure meets the part, 0 to 3 (`measure-senses.ts`). */
  measures: Uint8Array;
  /**
   * The same for answers that are goods or companies: a measure does not meet the part merely by
   * covering another entry that the part names.
   */
  subjectMeasures: Uint8Array;
  isCountry: boolean;
  /**
   * True if the part asks for a way of restricting, such as a ban or a duty. "List" does not count,
   * since it is in the names of lists.
   */
  asksWay: boolean;
  /** True if the part is the name of goods or a company. */
  namesSubject: boolean;
  /** True if the part is the name of some entry. */
  namesEntry: boolean;
  /** Entries that are linked to an entry of which the part is the full name. */
  linked: ReadonlySet<number>;
  /** By entry: points for its own facts. */
  own: ReadonlyMap<number, number>;
  /** Entries that meet the part by more than measures. */
  touched: ReadonlySet<number>;
  /** True if no name, fact, measure or word of questions matches the part. */
  isUnknown: boolean;
}

export class PartMatcher {
  readonly #index: TextIndex;
  readonly #words: WordLines;
  readonly #facets: FacetIndex;
  readonly #lexicon: Lexicon;
  readonly #cache = new Map<string, PartMatch>();

  constructor(index: TextIndex, words: WordLines, facets: FacetIndex, lexicon: Lexicon) {
    this.#index = index;
    this.#words = words;
    this.#facets = facets;
    this.#lexicon = lexicon;
  }

  /** Cached for the next key: the words before the unfinished one stay the same. */
  match(part: QueryPart): PartMatch {
    const key = [part.text, part.code, part.isEccn, part.elements?.join(), part.role, part.isTyped, part.isCalled].join(
      '|',
    );
    const known = this.#cache.get(key);
    if (known) return { ...known, part };
    if (this.#cache.size >= MAX_CACHED) this.#cache.clear();
    const match = this.#matched(part);
    this.#cache.set(key, match);
    return match;
  }

  #matched(part: QueryPart): PartMatch {
    const own = this.#own(part);
    const names = this.#names(part, own.size > 0);
    const named = [...names].flatMap(([entry, { isExact }]) => (isExact ? [entry] : []));
    const [measures, subjectMeasures] = this.#measures(part, named);
    const linked = this.#linked(named);
    return {
      part,
      names,
      measures,
      subjectMeasures,
      isCountry: part.senses.some((sense) => sense.some((one) => one.startsWith('country:'))),
      asksWay: part.senses.some((sense) => sense.some((one) => one.startsWith('way:') && one !== 'way:list')),
      namesSubject: named.some((entry) => SUBJECTS.has(this.#facets.entries.get(entry)?.kind ?? '')),
      namesEntry: named.length > 0,
      linked,
      own,
      touched: new Set([...names.keys(), ...linked, ...own.keys()]),
      isUnknown: names.size + own.size === 0 && part.senses.length === 0 && measures.every((fit) => fit === 0),
    };
  }

  /** `isDescribed`: some description has the word, so that it is not a misspelling of another. */
  #names(part: QueryPart, isDescribed: boolean): Map<number, NameMatch> {
    const found = new Map<number, NameMatch>();
    const offer = (line: number, match: Omit<NameMatch, 'line'>) => {
      const entry = this.#index.entryOf(line);
      if (entry === GONE || (found.get(entry)?.weight ?? 0) >= match.weight) return;
      found.set(entry, { ...match, line });
    };
    if (part.code !== undefined) this.#byCode(part, part.code, offer);
    this.#byShare(part.shares, offer);
    this.#byCalls(part, offer);
    // Stop words are in too many names: they only count as a whole name.
    const isStop = part.senses.some((sense) => sense.includes(STOP));
    if (isStop && part.text.length < MIN_STOP_NAME) return found;
    // A word of questions is complete: "ban" is not the beginning of "bandwidth".
    const isTyped = part.isTyped && part.senses.length === 0 && !this.#words.isName(part.text);
    const isWord = part.senses.length > 0;
    for (const one of this.#words.of(part.text, isTyped)) {
      if (this.#isForeign(part, one.line)) continue;
      // "EU" is not europium.
      if (isWord && this.#index.fieldOf(one.line) === 'symbol') continue;
      if (isStop && one.fit !== 'whole') continue;
      offer(one.line, this.#weighed(part.text, one));
    }
    if (found.size === 0) this.#byElements(part.elements ?? [], offer);
    if (found.size === 0 && part.senses.length === 0 && !isDescribed) this.#bySlips(part.text, offer);
    return found;
  }

  #weighed(phrase: string, { line, fit }: WordLine): Omit<NameMatch, 'line'> {
    const isShort = this.#index.fieldOf(line) === 'symbol' && fit !== 'whole';
    if (fit === 'whole') return { weight: WEIGHT.exact, isExact: true, isTypo: false };
    const coverage = phrase.length / Math.max(1, this.#index.lines.lengthOf(line));
    return { weight: isShort ? 0 : WEIGHT[fit] + COVERAGE * coverage, isExact: false, isTypo: false };
  }

  /** True for a Chinese control number where a US one is meant. */
  #isForeign({ isEccn = false }: QueryPart, line: number): boolean {
    return isEccn && this.#index.isChineseCode(line);
  }

  #byCode(part: QueryPart, code: string, offer: Offer): void {
    const exact = { weight: WEIGHT.exact, isExact: true, isTypo: false };
    for (const { line, code: filed, field } of this.#index.codes()) {
      if (this.#isForeign(part, line)) continue;
      if (filed === code) offer(line, exact);
      else if (field === 'ticker' || filed.length < HEADING_DIGITS) continue;
      // 8112.92.10 belongs to 8112.92, and 3A090.a.1 to 3A090.
      else if (code.startsWith(filed)) offer(line, { ...exact, weight: WEIGHT.exact - (code.length - filed.length) });
      else if (filed.startsWith(code)) offer(line, { weight: WEIGHT.typoExact, isExact: false, isTypo: false });
    }
    // "3B001.f.1" is a paragraph of ECCN 3B001, and that entry comes before the goods it covers.
    const words = part.text.split(' ');
    for (let count = words.length; count > 0 && /[a-z]/.test(words[0] ?? ''); count--) {
      const named = this.#words
        .of(words.slice(0, count).join(' '))
        .filter(({ fit, line }) => fit === 'whole' && this.#index.fieldOf(line) === 'name');
      for (const { line } of named) offer(line, { ...exact, weight: WEIGHT.codeItself });
      if (named.length > 0) break;
    }
    this.#byMeasureCode(part, code, offer);
  }

  /** Codes that measures give for goods, and executive orders that measures are based on. */
  #byMeasureCode(part: QueryPart, code: string, offer: Offer): void {
    for (const { code: filed, entry } of this.#facets.codes) {
      const isOf = /[a-z]/.test(filed) && code.startsWith(filed);
      if (!filed.startsWith(code) && !isOf) continue;
      // The code itself comes before its heading.
      const isExact = filed === code && code.length > HARMONIZED_DIGITS;
      const weight = isExact ? WEIGHT.exact : filed === code ? WEIGHT.typoExact : WEIGHT.words + code.length;
      const isOrder = filed === code && code.length === ORDER_DIGITS;
      const shown = isOrder ? ({ field: 'code', text: code } as const) : codeOf(part);
      offer(this.#index.lineOf(entry), { weight, isExact, isTypo: false, code: shown });
    }
  }

  /** Takes the most specific spelling of a share that some list has as a ticker. */
  #byShare(shares: readonly string[], offer: Offer): void {
    for (const share of shares) {
      const code = withoutSpaces(share);
      const lines = this.#index.codes().filter((one) => one.field === 'ticker' && one.code === code);
      for (const { line } of lines) offer(line, { weight: WEIGHT.exact, isExact: true, isTypo: false });
      if (lines.length > 0) return;
    }
  }

  /** Nicknames of entries: "trade war", a customs heading and the codes below it. */
  #byCalls(part: QueryPart, offer: Offer): void {
    const { text, code, shares, isCalled } = part;
    if (code === undefined && !isCalled) return;
    const keys = code === undefined ? [text] : [text, ...shares, code];
    const digits = code !== undefined && /^\d{4,10}$/.test(code) ? code : '';
    for (let length = digits.length - (digits.length % 2); length >= HEADING_DIGITS; length -= 2)
      keys.push(`${digits.slice(0, HEADING_DIGITS)} ${digits.slice(HEADING_DIGITS, length)}`.trim());
    const key = keys.find((one) => this.#lexicon.calls(one).length > 0);
    const isShare = key !== undefined && this.#lexicon.isShare(key);
    const names = key === undefined ? this.#lexicon.callsUnder(digits) : this.#lexicon.calls(key);
    names.forEach((name, k) => {
      for (const { line, fit } of this.#words.of(name))
        if (fit === 'whole')
          offer(line, {
            // "GaN" is a name of gallium and of gallium nitride: the entry with that title comes
            // first.
            weight: WEIGHT.exact - (this.#isTitle(line) ? CALLED_STEP * k : CALLED_STEP * (k + 1)),
            isExact: k === 0,
            isTypo: false,
            code: isShare
              ? { field: 'ticker', text: (shares[0]?.replace(' ', '.') ?? text).toUpperCase() }
              : code === undefined
                ? { field: 'called', text }
                : codeOf(part),
          });
    });
  }

  /** True if the line is the first name of its entry. */
  #isTitle(line: number): boolean {
    const entry = this.#index.entryOf(line);
    return entry !== GONE && this.#index.lineOf(entry) === line;
  }

  /** The elements of a formula, in its order. */
  #byElements(symbols: readonly string[], offer: Offer): void {
    symbols.forEach((symbol, k) => {
      for (const { line, fit } of this.#words.of(symbol))
        if (fit === 'whole' && this.#index.fieldOf(line) === 'symbol')
          offer(line, { weight: WEIGHT.exact - CALLED_STEP * k, isExact: true, isTypo: false });
    });
  }

  #bySlips(text: string, offer: Offer): void {
    if (text.length < 4 || text.includes(' ')) return;
    for (const line of nearest(this.#index.words(), text, (at) => this.#index.isLive(at))) {
      const isExact = !this.#index.lines.at(line).includes(' ');
      offer(line, { weight: isExact ? WEIGHT.typoExact : WEIGHT.typo, isExact, isTypo: true });
    }
  }

  /** The fields `measures` and `subjectMeasures` of a match. */
  #measures({ senses, role }: QueryPart, named: readonly number[]): [Uint8Array, Uint8Array] {
    const { measures } = this.#facets;
    const withTargets = new Uint8Array(measures.length);
    const withoutTargets = new Uint8Array(measures.length);
    if (senses.length + named.length === 0) return [withTargets, withoutTargets];
    const kinds = senses.flatMap((sense) => sense.flatMap((one) => (one.startsWith('kind:') ? one.slice(5) : [])));
    const meanings = senses.map((sense) => sense.map(meaningOf));
    measures.forEach((measure, place) => {
      let best = 0;
      for (const sense of meanings) {
        let least = 3;
        for (const meaning of sense) least = Math.min(least, least && scoreMeaning(measure, meaning, role));
        best = Math.max(best, least);
      }
      let target = best;
      for (const entry of named) {
        if (measure.texts.includes(entry) || measure.by === entry) best = target = 2;
        else if (measure.targets.has(entry)) target = 2;
      }
      const isOfKind = kinds.length > 0 && this.#coversKind(measure.targets, kinds) ? 1 : 0;
      withTargets[place] = Math.max(target, isOfKind);
      withoutTargets[place] = Math.max(best, isOfKind);
    });
    return [withTargets, withoutTargets];
  }

  #coversKind(targets: ReadonlySet<number>, kinds: readonly string[]): boolean {
    for (const target of targets) if (kinds.includes(this.#facets.entries.get(target)?.kind ?? '')) return true;
    return false;
  }

  /** Members, classes, makers, products, units and parents of the named entries. */
  #linked(named: readonly number[]): Set<number> {
    const linked = new Set<number>();
    for (const entry of named) {
      const facets = this.#facets.entries.get(entry);
      for (const one of [...this.#facets.members(entry), ...this.#facets.products(entry), ...(facets?.groups ?? [])])
        linked.add(one);
      for (const one of [facets?.maker, facets?.parent]) if (one !== undefined && one !== GONE) linked.add(one);
    }
    return linked;
  }

  /** True if the entry's description has the words that a meaning wants: "about:chip". */
  #isDescribed(entry: number, sense: Sense): boolean {
    const wanted = sense.flatMap((one) => (one.startsWith(ABOUT) ? one.slice(ABOUT.length) : []));
    return wanted.every((word) => this.#facets.isDescribedWith(entry, word));
  }

  /**
   * Points of entries by their own facts: country, kind, people in office, words of the
   * description.
   */
  #own({ text, senses }: QueryPart): Map<number, number> {
    const found = new Map<number, number>();
    const meanings = new Set(senses.flat());
    const isAsked = [...meanings].some((one) => /^(?:kind|country|role|maker)/.test(one));
    const offer = (entry: number, weight: number) => {
      if ((found.get(entry) ?? 0) < weight) found.set(entry, weight);
    };
    const isPlain = /^[\x20-\x7f]*$/.test(text);
    if (isPlain && text.length > 2 && !meanings.has(STOP))
      this.#facets.eachAboutWord(text, (entry) => offer(entry, WEIGHT.about));
    if (isPlain && text.includes(' ')) this.#facets.eachAbout(` ${text} `, (entry) => offer(entry, WEIGHT.about));
    if (!isPlain && text.length > 1) this.#facets.eachAbout(text, (entry) => offer(entry, WEIGHT.about));
    if (!isAsked) return found;
    for (const { entry, kind, country, maker, hasOffices } of this.#facets.entries.values()) {
      if (senses.some((sense) => sense.includes(`kind:${kind}`) && this.#isDescribed(entry, sense)))
        offer(entry, WEIGHT.kind);
      if (meanings.has(`country:${country}`)) offer(entry, WEIGHT.own);
      if (meanings.has('role') && hasOffices) offer(entry, WEIGHT.own);
      if (meanings.has('maker') && (kind === 'company' || maker !== GONE)) offer(entry, WEIGHT.own);
    }
    return found;
  }
}
