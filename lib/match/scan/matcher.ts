/**
 * Finds names, longer expressions, cues and act words in a block of text. What the scanner looks up
 * is compared with the table of each segment.
 */
import { unionBitmaps } from '../names/bitmap.ts';
import type { BlockReading, Segment } from '../model.ts';
import { joinBrokenWords, addHitsOfBrokenWords } from '../text/dehyphenate.ts';
import { addLetters } from '../text/code-units.ts';
import { normalize, sourceEnd } from '../text/normalize.ts';
import {
  NOT_PREFIX,
  TARGET_SAME_TEXT,
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
import { CASE, CASE_ANY, CASE_SYMBOL, PLURAL } from '../names/name-flags.ts';
import { endsWord, nameEnd } from './compare-name.ts';
import { Scanner, type Scan } from './scanner.ts';
import { isSymbolPlace } from './symbol-place.ts';
import { addSpan } from '../text/flat-spans.ts';

const EMPTY_READING: BlockReading = { text: '', hits: [], scripts: 0, origin: null };

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

export class Matcher extends Scanner {
  readonly segments: Segment[] = [];
  /**
   * Numbers of the named cues of all segments by key. Cues that are words have only numbers, above
   * these.
   */
  readonly cues = new Map<string, number>();
  readonly cueKeys: string[] = [];
  /** The topic of each cue that denies it: an expression that is not a word of the topic. */
  readonly denied = new Map<number, number>();
  readonly texts = new TargetTexts();

  constructor(compiled: readonly CompiledNames[]) {
    super({
      firsts: unionBitmaps(compiled.map((names) => names.firsts)),
      onward: unionBitmaps(compiled.map((names) => names.onward)),
      han: compiled.map((names) => names.han),
    });
    // Names have letters that a text may lack.
    addLetters();
    let base = 0;
    for (const names of compiled) {
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
  }

  private cue(key: string): number {
    const known = this.cues.get(key);
    if (known !== undefined) return known;
    const number = this.cueKeys.push(key) - 1;
    this.cues.set(key, number);
    if (key.startsWith(NOT_PREFIX)) this.denied.set(number, this.cue(key.slice(NOT_PREFIX.length)));
    return number;
  }

  segmentOf(target: number): Segment {
    for (let k = this.segments.length - 1; k > 0; k--) {
      const segment = this.segments[k];
      if (segment && segment.base <= target) return segment;
    }
    const first = this.segments[0];
    if (!first) throw new Error('a matcher without names');
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

  /** The span of a reading in the given text: [start, end). */
  sourceSpan(reading: BlockReading, start: number, end: number): [number, number] {
    const { origin: back } = reading;
    if (!back) return [start, end];
    return [back.offsets[start] ?? 0, sourceEnd(this.units, back.source, back.offsets, end - 1)];
  }

  protected lookUp(key: number, start: number): void {
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
        const its = own & ~TARGET_SAME_TEXT;
        // A target with the previous text also has its key.
        const isNew = (own & TARGET_SAME_TEXT) === 0;
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
