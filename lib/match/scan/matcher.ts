/**
 * Finds names, longer expressions, cues and act words in a block of text in one pass over its
 * units. A word is hashed while it is read. A bitmap rejects almost every word that starts no name;
 * the others are looked up with the words after them in the table of each segment.
 */
import { mayHold, shiftOf, unionBitmaps } from '../names/bitmap.ts';
import type { BlockReading, Segment } from '../model.ts';
import { joinBrokenWords, addHitsOfBrokenWords } from '../text/dehyphenate.ts';
import {
  DIGIT,
  EAST,
  HAN,
  HANGUL,
  LETTER,
  OTHER,
  SPECIAL,
  SYMBOL,
  addHan,
  eastAt,
  hasUnitsOf,
  makeUnits,
  shortUnits,
} from '../text/code-units.ts';
import { normalize, sourceEnd } from '../text/normalize.ts';
import {
  FORMAT,
  NOT,
  SAME_TEXT,
  TARGET_NAME,
  flagsOf,
  targetKind,
  type CompiledForm,
  type CompiledNames,
} from '../names/compiled-names.ts';
import { runToEnd } from '../../core/run-to-end.ts';
import { everyUnit, isLetter } from '../text/characters.ts';
import { inLowerCase } from '../text/lowercase-lines.ts';
import { TargetTexts } from '../names/target-texts.ts';
import { PRIME, SEED, WordReader, joinedKey } from '../text/words.ts';
import { CASE, CASE_ANY, CASE_SYMBOL, PLURAL } from '../names/name-flags.ts';
import { PLURAL_LETTER } from '../languages/english.ts';
import { endsWord, nameEnd, startsWord } from './compare-name.ts';
import { isSymbolPlace } from './symbol-place.ts';
import { addSpan } from '../text/flat-spans.ts';

const EMPTY_READING: BlockReading = { text: '', hits: [], scripts: 0, origin: null };

const PLURAL_UNIT = (LETTER << 16) | PLURAL_LETTER.charCodeAt(0);

/**
 * UTF-16 units that are scanned in one step. That takes some milliseconds for a text of long names
 * only.
 */
const UNITS_A_STEP = 256;

/** The progress of a scan, and its hits. */
interface Scan {
  text: string;
  at: number;
  hits: number[];
  scripts: number;
  /** The text has units that must be dropped first. */
  isSpoilt: boolean;
}

const scanOf = (text: string): Scan => ({ text, at: 0, hits: [], scripts: 0, isSpoilt: false });

function formsByNumber({ forms }: CompiledNames): Segment['forms'] {
  const found = new Map<string, CompiledForm[]>();
  for (const form of forms) {
    const key = `${form.series} ${form.number}`;
    const same = found.get(key);
    if (same) same.push(form);
    else found.set(key, [form]);
  }
  return found;
}

/** The matcher's number of a list's cue. */
export const cueOf = ({ cues, wordShift }: Segment, cue: number): number => cues[cue] ?? cue + wordShift;

export class Matcher {
  /** The units of alphabets. East Asian units are added when a text has some. */
  private units = shortUnits();
  readonly segments: Segment[] = [];
  /**
   * Numbers of the named cues of all segments by key. Cues that are words have only numbers, above
   * these.
   */
  readonly cues = new Map<string, number>();
  readonly cueKeys: string[] = [];
  /** The topic of each cue that denies it: an expression that is not a word of the topic. */
  readonly denied = new Map<number, number>();
  /**
   * Bitmaps: `firsts` holds the first words of names, `onward` the prefixes that some name extends.
   */
  private readonly firsts: Int32Array;
  private readonly firstShift: number;
  private readonly onward: Int32Array;
  private readonly onwardShift: number;
  private reader = new WordReader(this.units, '');
  private hits: number[] = [];
  readonly texts = new TargetTexts();

  constructor(compiled: readonly CompiledNames[]) {
    let base = 0;
    for (const names of compiled) {
      if (names.format !== FORMAT)
        throw new Error(`names of ${names.list} are compiled in format ${names.format}, not ${FORMAT}`);
      this.segments.push({
        names,
        base,
        cues: Uint32Array.from(names.cues, (key) => this.cue(key)),
        wordShift: 0,
        forms: formsByNumber(names),
        slotShift: 32 - Math.log2(names.slots.length - 1),
      });
      base += names.targetSorts.length;
    }
    let words = this.cueKeys.length;
    for (const segment of this.segments) {
      segment.wordShift = words - segment.cues.length;
      words += segment.names.wordCues;
    }
    this.firsts = unionBitmaps(compiled.map((names) => names.firsts));
    this.firstShift = shiftOf(this.firsts);
    this.onward = unionBitmaps(compiled.map((names) => names.onward));
    this.onwardShift = shiftOf(this.onward);
  }

  /** Adds the scripts of East Asia, which most pages do not have. */
  private widen(): void {
    this.units = makeUnits();
    for (const { names } of this.segments) addHan(this.units, names.han);
    this.reader = new WordReader(this.units, '');
  }

  private cue(key: string): number {
    const known = this.cues.get(key);
    if (known !== undefined) return known;
    const number = this.cueKeys.push(key) - 1;
    this.cues.set(key, number);
    if (key.startsWith(NOT)) this.denied.set(number, this.cue(key.slice(NOT.length)));
    return number;
  }

  segmentOf(target: number): Segment {
    for (let k = this.segments.length - 1; k > 0; k--) {
      const segment = this.segments[k];
      if (segment && segment.base <= target) return segment;
    }
    const first = this.segments[0];
    if (!first) throw new Error('a matcher without segments has no targets');
    return first;
  }

  /** Reads one block of text. `sourceSpan` maps offsets of the result back to the given text. */
  read(source: string): BlockReading {
    return runToEnd(this.readInSteps(source));
  }

  /** The same in steps, between which other texts may be read. */
  *readInSteps(source: string): Generator<void, BlockReading> {
    const found = yield* this.scanAll(source);
    if (!found.isSpoilt) return yield* this.reading(found, null);
    const { text, offsets } = normalize(this.units, source);
    yield;
    return yield* this.reading(yield* this.scanAll(text), { source, offsets });
  }

  private *reading(found: Scan, origin: BlockReading['origin']): Generator<void, BlockReading> {
    const { text, scripts } = found;
    // A copy takes less memory, because an array that grew has spare capacity.
    let hits: readonly number[] = found.hits.length ? found.hits.slice() : EMPTY_READING.hits;
    const joined = joinBrokenWords(this.units, text);
    if (joined) hits = addHitsOfBrokenWords(hits, joined, (yield* this.scanAll(joined.text)).hits);
    return hits.length ? { text, hits, scripts, origin } : EMPTY_READING;
  }

  private *scanAll(text: string): Generator<void, Scan> {
    if (!hasUnitsOf(this.units, text)) this.widen();
    const scan = scanOf(text);
    while (this.scan(scan)) yield;
    return scan;
  }

  /** The span of a reading in the given text: [start, end). */
  sourceSpan(reading: BlockReading, start: number, end: number): [number, number] {
    const { origin: back } = reading;
    if (!back) return [start, end];
    return [back.offsets[start] ?? 0, sourceEnd(this.units, back.source, back.offsets, end - 1)];
  }

  /** Scans one step; returns true while there is more. */
  private scan(scan: Scan): boolean {
    const { low, east } = this.units;
    const { text } = scan;
    const size = text.length;
    this.reader.text = text;
    this.hits = scan.hits;
    let i = scan.at;
    const end = Math.min(size, i + UNITS_A_STEP);
    while (i < end) {
      const code = text.charCodeAt(i);
      const value = code < EAST ? (low[code] as number) : east ? eastAt(east, code) : 0;
      const kind = value >>> 16;
      if (kind === LETTER) i = this.scanWord(text, i, value);
      else if (kind === DIGIT) i = this.scanFigure(text, i, value);
      else if (kind === SPECIAL) {
        scan.isSpoilt = true;
        return false;
      } else if (kind !== OTHER) {
        if (kind === SYMBOL) this.scanSymbol(i);
        else if (kind >= HAN && kind <= HANGUL) {
          scan.scripts |= 1 << kind;
          const hash = Math.imul(SEED ^ value, PRIME);
          if (mayHold(this.firsts, this.firstShift, hash)) this.follow(i, i + 1, hash, 0, false);
        }
        i++;
      } else i++;
    }
    scan.at = i;
    return i < size;
  }

  /**
   * Reads the word that starts with the unit `first` and looks up names that start with it. Returns
   * its end.
   */
  private scanWord(text: string, start: number, first: number): number {
    const { firsts, firstShift } = this;
    const { low, east } = this.units;
    const size = text.length;
    let i = start;
    let hash = Math.imul(SEED ^ first, PRIME);
    let stem = hash;
    let last = first;
    while (++i < size) {
      const code = text.charCodeAt(i);
      const value = code < EAST ? (low[code] as number) : east ? eastAt(east, code) : 0;
      if (value >>> 16 !== LETTER) break;
      stem = hash;
      hash = Math.imul(hash ^ value, PRIME);
      last = value;
    }
    if (i === start + 1 && text.charCodeAt(i) === 46) {
      // The letters of "U.S." are one word, so none of them starts a name.
      this.reader.readAt(start);
      i = this.reader.end;
      hash = this.reader.hash;
      stem = this.reader.stem;
      last = this.reader.plural ? PLURAL_UNIT : 0;
    }
    const plural = last === PLURAL_UNIT && i > start + 1;
    if (mayHold(firsts, firstShift, hash) || (plural && mayHold(firsts, firstShift, stem)))
      this.follow(start, i, hash, stem, plural);
    return i;
  }

  /** Reads a run of digits like a word. Returns its end. */
  private scanFigure(text: string, start: number, first: number): number {
    const { low, east } = this.units;
    let i = start;
    let hash = Math.imul(SEED ^ first, PRIME);
    while (++i < text.length) {
      const code = text.charCodeAt(i);
      const value = code < EAST ? (low[code] as number) : east ? eastAt(east, code) : 0;
      if (value >>> 16 !== DIGIT) break;
      hash = Math.imul(hash ^ value, PRIME);
    }
    if (mayHold(this.firsts, this.firstShift, hash)) this.follow(start, i, hash, 0, false);
    return i;
  }

  private scanSymbol(at: number): void {
    this.reader.readAt(at);
    this.follow(at, at + 1, this.reader.hash, 0, false);
  }

  /**
   * Looks up the word in [start, end), which was just read, with the words after it, and keeps each
   * name that the text has.
   */
  private follow(start: number, end: number, hash: number, stem: number, plural: boolean): void {
    const { units, reader, onward, onwardShift } = this;
    if (!startsWord(units, reader.text, start)) return;
    if (plural) this.lookUp(stem, start);
    this.lookUp(hash, start);
    if (!mayHold(onward, onwardShift, hash) || !reader.readNext(end)) return;
    if (reader.plural) this.lookUp(joinedKey(hash, reader.stem), start);
    const two = joinedKey(hash, reader.hash);
    this.lookUp(two, start);
    if (!mayHold(onward, onwardShift, two) || !reader.readNext(reader.end)) return;
    if (reader.plural) this.lookUp(joinedKey(two, reader.stem), start);
    this.lookUp(joinedKey(two, reader.hash), start);
  }

  private lookUp(key: number, start: number): void {
    const { segments, hits, texts } = this;
    const check = key & 0xff;
    for (let k = 0; k < segments.length; k++) {
      const segment = segments[k] as Segment;
      const { base, names } = segment;
      const { slots, targetChecks } = names;
      const slot = key >>> segment.slotShift;
      const to = slots[slot + 1] as number;
      // Targets with the same spelling are neighbours, so it is compared once.
      let name = '';
      let flags = -1;
      let end = -1;
      for (let target = slots[slot] as number; target < to; target++) {
        if (targetChecks[target] !== check) continue;
        const own = flagsOf(names, target);
        const its = own & ~SAME_TEXT;
        // A target with the previous text also has its key.
        const isNew = (own & SAME_TEXT) === 0;
        if (isNew) name = texts.of(segment, target);
        if (isNew || its !== flags) {
          flags = its;
          end = this.endOf(name, flags, start);
        }
        if (end > 0) addSpan(hits, start, end, base + target);
      }
    }
  }

  /** The end of a target's text at `start`, or -1 if the text does not have it. */
  private endOf(name: string, its: number, start: number): number {
    const { units } = this;
    const { text } = this.reader;
    let flags = its;
    const isName = targetKind(flags) === TARGET_NAME;
    let end = nameEnd(units, text, start, name, flags);
    // Cues are not disambiguated, so short ones must keep their capitals: "us" is not a country.
    if (end < 0 && (flags & CASE) !== CASE_ANY && name.length >= (isName ? 3 : 4) && inLowerCase(text, start)) {
      flags = (flags & ~CASE) | CASE_ANY;
      // "does" are not DOEs, and "ears" not EARs; but "h100s" are H100s.
      if (everyUnit(name, isLetter)) flags &= ~PLURAL;
      end = nameEnd(units, text, start, name, flags);
    }
    if (end > 0 && (flags & CASE) === CASE_SYMBOL && !isSymbolPlace(text, start, end)) return -1;
    return end < 0 ? -1 : endsWord(units, text, start, end, flags);
  }
}
