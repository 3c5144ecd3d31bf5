/**
 * One part of a query, matched: by names, by what is linked to a thing that it names, by measures,
 * by what is known.
 */
import { squeeze } from './fold.ts';
import { GONE } from './search-text.ts';
import { nearest } from './slips.ts';
import { STOP, type Lexicon, type Sense } from './lexicon.ts';
import type { Law } from './law.ts';
import { meaningOf, meets } from './measure-senses.ts';
import type { Part } from './parse-query.ts';
import type { TextIndex } from './text-index.ts';
import type { WordLines, WordLine } from './word-lines.ts';

/**
 * Weights by the way a part is met: an exact name outweighs two words within names, and those any
 * facet.
 */
export const WEIGHT = {
  exact: 100,
  /** A code that is an entry of its own, before the things that it covers. */
  codeItself: 150,
  typoExact: 80,
  words: 45,
  start: 28,
  inside: 24,
  typo: 26,
  linked: 30,
  /**
   * A measure meets it only in a wider sense: one toward all countries a country, a presumption of
   * denial a ban.
   */
  wide: 15,
  /** By another measure than the one that meets most. */
  apart: 14,
  /** By a measure on what the entry makes, or on its members. */
  indirect: 16,
  kind: 42,
  /** A body of the country asked for. */
  home: 45,
  own: 22,
  about: 9,
} as const;
/** Added for a name of which the part is nearly all. */
const COVERAGE = 15;
/** Among several entries that a phrase calls, each one less than the one before. */
const CALLED_STEP = 6;
/** Letters of a word that asks for nothing, from which on it is looked for in names too. */
const MIN_STOP_NAME = 5;
/** Digits of a customs heading. */
const HEADING_DIGITS = 4;
/** Digits of the number of an executive order; customs codes have an even count. */
const ORDER_DIGITS = 5;
/** A longer customs code is of one country, and of fewer goods. */
const HARMONIZED_DIGITS = 6;
const ABOUT = 'about:';
/** Parts remembered: more than a user types before the first of them changes. */
const MAX_KEPT = 40;

export interface NameMatch {
  weight: number;
  line: number;
  isExact: boolean;
  isTypo: boolean;
  /** A code, a ticker or what people call it, which none of its names is. */
  code?: { field: 'code' | 'ticker' | 'called'; text: string };
}

/** "281122" -> "2811.22", "981 hk" -> "981.HK", "7440 55 3" -> "7440-55-3". */
function codeOf({ code = '', printed = '', shares }: Part): NonNullable<NameMatch['code']> {
  const [share] = shares;
  if (share !== undefined) return { field: 'ticker', text: share.replace(' ', '.').toUpperCase() };
  if (printed.includes('-')) return { field: 'code', text: printed };
  const isCustoms = /^\d+$/.test(code);
  const text = isCustoms ? (code.match(/^\d{4}|\d{1,2}/g) ?? [code]).join('.') : printed || code.toUpperCase();
  return { field: 'code', text };
}

/** Kinds of goods and firms, which a question is about. */
export const SUBJECTS: ReadonlySet<string> = new Set(['mineral', 'chip', 'technology', 'company']);

type Offer = (line: number, match: Omit<NameMatch, 'line'>) => void;

export interface PartMatch {
  part: Part;
  /** By entry: the best of its names. */
  names: ReadonlyMap<number, NameMatch>;
  /** By measure: how well it meets the part, 0 to 3. */
  measures: Uint8Array;
  /**
   * The same for goods and firms: that a measure covers another thing which the part names says
   * nothing of them.
   */
  subjectMeasures: Uint8Array;
  isCountry: boolean;
  /** It asks for a way to restrain: a ban, a duty; but for no list, since lists are called so. */
  asksWay: boolean;
  /** The part is the name of a thing or a firm. */
  namesSubject: boolean;
  /** The part is the name of some entry. */
  namesEntry: boolean;
  /** Entries that are linked to what the part names in full. */
  linked: ReadonlySet<number>;
  /** By entry: met by what is known of it. */
  own: ReadonlyMap<number, number>;
  /** Entries that the part meets by more than measures. */
  touched: ReadonlySet<number>;
  /** Nothing anywhere answers to it. */
  isUnknown: boolean;
}

export class PartMatcher {
  readonly #index: TextIndex;
  readonly #words: WordLines;
  readonly #law: Law;
  readonly #lexicon: Lexicon;
  readonly #kept = new Map<string, PartMatch>();

  constructor(index: TextIndex, words: WordLines, law: Law, lexicon: Lexicon) {
    this.#index = index;
    this.#words = words;
    this.#law = law;
    this.#lexicon = lexicon;
  }

  /** Kept for the next key: the words before the one that is being typed stay the same. */
  match(part: Part): PartMatch {
    const key = [part.text, part.code, part.isEccn, part.elements?.join(), part.role, part.isTyped, part.isCalled].join(
      '|',
    );
    const known = this.#kept.get(key);
    if (known) return { ...known, part };
    if (this.#kept.size >= MAX_KEPT) this.#kept.clear();
    const match = this.#matched(part);
    this.#kept.set(key, match);
    return match;
  }

  #matched(part: Part): PartMatch {
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
      namesSubject: named.some((entry) => SUBJECTS.has(this.#law.entries.get(entry)?.kind ?? '')),
      namesEntry: named.length > 0,
      linked,
      own,
      touched: new Set([...names.keys(), ...linked, ...own.keys()]),
      isUnknown: names.size + own.size === 0 && part.senses.length === 0 && measures.every((fit) => fit === 0),
    };
  }

  /** `isSaid`: the lists say the word of some entry, so that it is no slip of another. */
  #names(part: Part, isSaid: boolean): Map<number, NameMatch> {
    const found = new Map<number, NameMatch>();
    const offer = (line: number, match: Omit<NameMatch, 'line'>) => {
      const entry = this.#index.entryOf(line);
      if (entry === GONE || (found.get(entry)?.weight ?? 0) >= match.weight) return;
      found.set(entry, { ...match, line });
    };
    if (part.code !== undefined) this.#byCode(part, part.code, offer);
    this.#byShare(part.shares, offer);
    this.#byCalls(part, offer);
    // Words that ask for nothing stand in too many names to tell any: only a whole name counts.
    const isStop = part.senses.some((sense) => sense.includes(STOP));
    if (isStop && part.text.length < MIN_STOP_NAME) return found;
    // A word of questions is complete: "ban" is no beginning of "bandwidth".
    const isTyped = part.isTyped && part.senses.length === 0 && !this.#words.isName(part.text);
    const isWord = part.senses.length > 0;
    for (const one of this.#words.of(part.text, isTyped)) {
      if (this.#isForeign(part, one.line)) continue;
      // "EU" is no europium.
      if (isWord && this.#index.fieldOf(one.line) === 'symbol') continue;
      if (isStop && one.standing !== 'whole') continue;
      offer(one.line, this.#weighed(part.text, one));
    }
    if (found.size === 0) this.#byElements(part.elements ?? [], offer);
    if (found.size === 0 && part.senses.length === 0 && !isSaid) this.#bySlips(part.text, offer);
    return found;
  }

  #weighed(phrase: string, { line, standing }: WordLine): Omit<NameMatch, 'line'> {
    const isShort = this.#index.fieldOf(line) === 'symbol' && standing !== 'whole';
    if (standing === 'whole') return { weight: WEIGHT.exact, isExact: true, isTypo: false };
    const coverage = phrase.length / Math.max(1, this.#index.lines.lengthOf(line));
    return { weight: isShort ? 0 : WEIGHT[standing] + COVERAGE * coverage, isExact: false, isTypo: false };
  }

  /** A Chinese number, where the American one is meant. */
  #isForeign({ isEccn = false }: Part, line: number): boolean {
    return isEccn && this.#index.isChineseCode(line);
  }

  #byCode(part: Part, code: string, offer: Offer): void {
    const exact = { weight: WEIGHT.exact, isExact: true, isTypo: false };
    for (const { line, code: filed, field } of this.#index.codes()) {
      if (this.#isForeign(part, line)) continue;
      if (filed === code) offer(line, exact);
      else if (field === 'ticker' || filed.length < HEADING_DIGITS) continue;
      // 8112.92.10 is of 8112.92, and 3A090.a.1 of 3A090.
      else if (code.startsWith(filed)) offer(line, { ...exact, weight: WEIGHT.exact - (code.length - filed.length) });
      else if (filed.startsWith(code)) offer(line, { weight: WEIGHT.typoExact, isExact: false, isTypo: false });
    }
    // "3B001.f.1" is a paragraph of ECCN 3B001, which comes before what it covers.
    const words = part.text.split(' ');
    for (let count = words.length; count > 0 && /[a-z]/.test(words[0] ?? ''); count--) {
      const named = this.#words
        .of(words.slice(0, count).join(' '))
        .filter(({ standing, line }) => standing === 'whole' && this.#index.fieldOf(line) === 'name');
      for (const { line } of named) offer(line, { ...exact, weight: WEIGHT.codeItself });
      if (named.length > 0) break;
    }
    this.#byMeasureCode(part, code, offer);
  }

  /** Codes that measures give for their goods, and orders that make them. */
  #byMeasureCode(part: Part, code: string, offer: Offer): void {
    for (const { code: filed, entry } of this.#law.codes) {
      const isOf = /[a-z]/.test(filed) && code.startsWith(filed);
      if (!filed.startsWith(code) && !isOf) continue;
      // The very code comes before the heading that it is of.
      const isExact = filed === code && code.length > HARMONIZED_DIGITS;
      const weight = isExact ? WEIGHT.exact : filed === code ? WEIGHT.typoExact : WEIGHT.words + code.length;
      const isOrder = filed === code && code.length === ORDER_DIGITS;
      const shown = isOrder ? ({ field: 'code', text: code } as const) : codeOf(part);
      offer(this.#index.lineOf(entry), { weight, isExact, isTypo: false, code: shown });
    }
  }

  /** The surest way to write a share that a list has; else what people call so. */
  #byShare(shares: readonly string[], offer: Offer): void {
    for (const share of shares) {
      const code = squeeze(share);
      const lines = this.#index.codes().filter((one) => one.field === 'ticker' && one.code === code);
      for (const { line } of lines) offer(line, { weight: WEIGHT.exact, isExact: true, isTypo: false });
      if (lines.length > 0) return;
    }
  }

  /** The popular name of a thing: "trade war", a customs heading and the codes below it. */
  #byCalls(part: Part, offer: Offer): void {
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
      for (const { line, standing } of this.#words.of(name))
        if (standing === 'whole')
          offer(line, {
            weight: WEIGHT.exact - CALLED_STEP * (k + 1),
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

  /** Of a formula the elements, as it names them. */
  #byElements(symbols: readonly string[], offer: Offer): void {
    symbols.forEach((symbol, k) => {
      for (const { line, standing } of this.#words.of(symbol))
        if (standing === 'whole' && this.#index.fieldOf(line) === 'symbol')
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

  /** How well each measure meets the part, by its targets too and without them. */
  #measures({ senses, role }: Part, named: readonly number[]): [Uint8Array, Uint8Array] {
    const { measures } = this.#law;
    const withTargets = new Uint8Array(measures.length);
    const withoutTargets = new Uint8Array(measures.length);
    if (senses.length + named.length === 0) return [withTargets, withoutTargets];
    const kinds = senses.flatMap((sense) => sense.flatMap((one) => (one.startsWith('kind:') ? one.slice(5) : [])));
    const meanings = senses.map((sense) => sense.map(meaningOf));
    measures.forEach((measure, place) => {
      let best = 0;
      for (const sense of meanings) {
        let least = 3;
        for (const meaning of sense) least = Math.min(least, least && meets(measure, meaning, role));
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
    for (const target of targets) if (kinds.includes(this.#law.entries.get(target)?.kind ?? '')) return true;
    return false;
  }

  /** Members, classes, makers, products, units and parents of what the part names. */
  #linked(named: readonly number[]): Set<number> {
    const linked = new Set<number>();
    for (const entry of named) {
      const facets = this.#law.entries.get(entry);
      for (const one of [...this.#law.members(entry), ...this.#law.products(entry), ...(facets?.groups ?? [])])
        linked.add(one);
      for (const one of [facets?.maker, facets?.parent]) if (one !== undefined && one !== GONE) linked.add(one);
    }
    return linked;
  }

  /** Words that a meaning wants in what the lists say of an entry: "about:chip". */
  #isSaid(entry: number, sense: Sense): boolean {
    const wanted = sense.flatMap((one) => (one.startsWith(ABOUT) ? one.slice(ABOUT.length) : []));
    return wanted.every((word) => this.#law.isSaidOf(entry, word));
  }

  /**
   * The facts of an entry itself: its country, kind, people in office, and the words of its
   * description.
   */
  #own({ text, senses }: Part): Map<number, number> {
    const found = new Map<number, number>();
    const meanings = new Set(senses.flat());
    const isAsked = [...meanings].some((one) => /^(?:kind|country|role|maker)/.test(one));
    const offer = (entry: number, weight: number) => {
      if ((found.get(entry) ?? 0) < weight) found.set(entry, weight);
    };
    const isPlain = /^[\x20-\x7f]*$/.test(text);
    if (isPlain && text.length > 2 && !meanings.has(STOP))
      this.#law.eachAboutWord(text, (entry) => offer(entry, WEIGHT.about));
    if (isPlain && text.includes(' ')) this.#law.eachAbout(` ${text} `, (entry) => offer(entry, WEIGHT.about));
    if (!isPlain && text.length > 1) this.#law.eachAbout(text, (entry) => offer(entry, WEIGHT.about));
    if (!isAsked) return found;
    for (const { entry, kind, country, maker, hasOffices } of this.#law.entries.values()) {
      if (senses.some((sense) => sense.includes(`kind:${kind}`) && this.#isSaid(entry, sense)))
        offer(entry, WEIGHT.kind);
      if (meanings.has(`country:${country}`)) offer(entry, WEIGHT.own);
      if (meanings.has('role') && hasOffices) offer(entry, WEIGHT.own);
      if (meanings.has('maker') && (kind === 'company' || maker !== GONE)) offer(entry, WEIGHT.own);
    }
    return found;
  }
}
