/**
 * Scans a block of text in one pass over its units. A word is hashed while it is read. A bitmap
 * rejects almost every word that starts no name; the others are looked up with the words after
 * them. What is looked up, and what a find is, the matcher and the gate say.
 */
import { mayHold, shiftOf } from '../names/bitmap.ts';
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
import { PLURAL_LETTER } from '../languages/english.ts';
import { PRIME, SEED, WordReader, joinedKey } from '../text/words.ts';
import { startsWord } from './compare-name.ts';

const PLURAL_UNIT = (LETTER << 16) | PLURAL_LETTER.charCodeAt(0);

/**
 * UTF-16 units that are scanned in one step. That takes some milliseconds for a text of long names
 * only.
 */
const UNITS_A_STEP = 256;

/** The progress of a scan, and its hits. */
export interface Scan {
  text: string;
  at: number;
  hits: number[];
  scripts: number;
  /** The text has units that must be dropped first. */
  isSpoilt: boolean;
}

const scanOf = (text: string): Scan => ({ text, at: 0, hits: [], scripts: 0, isSpoilt: false });

/** Two bitmaps of compiled names, and their East Asian pairs. A scanner finds names by them. */
export interface Lookups {
  /** Bitmap of the first words of names. */
  firsts: Int32Array;
  /** Bitmap of the prefixes that some name extends. */
  onward: Int32Array;
  /** As `han` in CompiledNames. */
  han: readonly string[];
}

export abstract class Scanner {
  /** The units of plain letters. The matcher and the gate add others, `scanAll` East Asian ones. */
  protected units = shortUnits();
  protected reader = new WordReader(this.units, '');
  protected hits: number[] = [];
  /** True once the rest of a text need not be scanned. */
  protected isDone = false;
  private readonly firsts: Int32Array;
  private readonly firstShift: number;
  private readonly onward: Int32Array;
  private readonly onwardShift: number;
  private readonly han: readonly string[];

  constructor({ firsts, onward, han }: Lookups) {
    this.firsts = firsts;
    this.firstShift = shiftOf(firsts);
    this.onward = onward;
    this.onwardShift = shiftOf(onward);
    this.han = han;
  }

  /** Called with the key of the words from `start` on. `end`: of a single word; otherwise 0. */
  protected abstract lookUp(key: number, start: number, end: number): void;

  /** Adds the scripts of East Asia, which most pages do not have. */
  private widen(): void {
    this.units = makeUnits();
    for (const pairs of this.han) addHan(this.units, pairs);
    this.reader = new WordReader(this.units, '');
  }

  protected *scanAll(text: string): Generator<void, Scan> {
    if (!hasUnitsOf(this.units, text)) this.widen();
    const scan = scanOf(text);
    while (!this.isDone && this.scan(scan)) yield;
    return scan;
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
    if (plural) this.lookUp(stem, start, end - 1);
    this.lookUp(hash, start, end);
    if (!mayHold(onward, onwardShift, hash) || !reader.readNext(end)) return;
    if (reader.plural) this.lookUp(joinedKey(hash, reader.stem), start, 0);
    const two = joinedKey(hash, reader.hash);
    this.lookUp(two, start, 0);
    if (!mayHold(onward, onwardShift, two) || !reader.readNext(reader.end)) return;
    if (reader.plural) this.lookUp(joinedKey(two, reader.stem), start, 0);
    this.lookUp(joinedKey(two, reader.hash), start, 0);
  }
}
