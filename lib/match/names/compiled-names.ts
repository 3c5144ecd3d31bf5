/**
 * The names of a list, compiled for scanning: columns of numbers and strings that survive
 * structured cloning, IndexedDB and being written out as a script.
 *
 * Names, longer expressions, cues and form words are rows ("targets") of one table, in which they
 * are looked up by the key of their first words, three at most. Each is checked against its text,
 * so that a clash of keys costs a comparison and never a wrong mark.
 */
import { LANGUAGES } from '../languages/index.ts';
import type { Coded } from './pair-encoding.ts';
import type { Column } from './typed-column.ts';

export const FORMAT = 9;

/** Words that make a key; more are left to the comparison. */
export const KEY_WORDS = 3;

export const TARGET_NAME = 0;
/**
 * A longer expression that is not the name it holds: ref = entry, rule = a target with the text of
 * that name.
 */
export const TARGET_DECOY = 1;
/** Evidence: ref = index into `cues`. */
export const TARGET_CUE = 2;
/** Before the key of a topic: the cue of a longer expression that is none of its words. */
export const NOT = 'not ';
/** A word that announces a number ("Announcement", 公告): act-numbers.ts reads on from there. */
export const TARGET_FORM = 3;

/** Bits of `ruleFlags`. */
export const ALONE = 1;
export const BY_COUNTRY = 2;
/** `alone` was written out, which matters for names decided by country. */
export const SAID_ALONE = 4;
/** Something other than the defaults was written: the name means other things too. */
export const RULED = 8;

/** Bits of `entryFlags`. */
export const ELEMENT = 1;
/** Named only to prevent confusion: marked beside other names of the list. */
export const ASIDE = 2;
/** A body, or a word of the trade: underlined beside something controlled alone. */
export const GENERIC = 4;

/** The place of the first text in each run of so many is stored; the others are counted from it. */
export const TEXT_RUN = 16;

/** Languages that a name can be of, by number; '' for names of any text. */
export const LANGS: readonly string[] = ['', ...LANGUAGES.map(({ tag }) => tag)];
/**
 * sortFlags: bits 0-3 as compare-name.ts reads them; where the text is; the kind of target;
 * language from bit 8 on.
 */
/** The text is in `wide`. */
export const WIDE = 16;
/** The text is that of the target before. */
export const SAME_TEXT = 32;
export const KIND_SHIFT = 6;
export const LANG_SHIFT = 8;

export const flagsOf = (names: CompiledNames, target: number): number =>
  names.sortFlags[names.targetSorts[target] as number] as number;
export const ruleOf = (names: CompiledNames, target: number): number =>
  names.sortRules[names.targetSorts[target] as number] as number;

/** One of the four TARGET_ numbers. */
export const targetKind = (flags: number): number => (flags >>> KIND_SHIFT) & 3;

export const SERIES = ['announcement', 'order'] as const;
export interface CompiledForm {
  entry: number;
  series: (typeof SERIES)[number];
  bodies: string[];
  year: number;
  number: number;
}

export interface CompiledNames {
  format: number;
  list: string;
  entryIds: string[];
  entryNames: string[];
  entryKinds: string[];
  /** Lower case as in country ids, '' for none. */
  entryCountries: string[];
  entryFlags: Uint8Array;
  /**
   * The texts of the targets one after another, as codes: those that take one byte a letter, and
   * the others (pair-encoding.ts).
   */
  latinLetters: string;
  latinPairs: Coded['pairs'];
  latin: Coded['codes'];
  wideLetters: string;
  widePairs: Coded['pairs'];
  wide: Coded['codes'];
  /** For each run of targets, where in `latin` and in `wide` its first text starts. */
  textRuns: Uint32Array;
  /**
   * Bitmaps: `firsts` holds the first words of names, `onward` the prefixes that some name extends.
   * See bitmap.ts.
   */
  firsts: Int32Array;
  onward: Int32Array;
  /**
   * The first target that has a key with a certain top; as many as a power of two, and one more at
   * the end.
   */
  slots: Column;
  /** The low 8 bits of the key. */
  targetChecks: Uint8Array;
  /** In codes. */
  targetLengths: Column;
  targetRefs: Column;
  /** The other fields of a target, numbered by combination: most targets share one. */
  targetSorts: Column;
  sortRules: Column;
  sortFlags: Uint16Array;
  ruleFlags: Uint8Array;
  ruleStarts: Uint32Array;
  /** Uses of cues, packed: see cue-use.ts. */
  ruleUses: Uint32Array;
  /** The keys of the first cues. */
  cues: string[];
  /** The number of cues after them that are a word each: no rule names those. */
  wordCues: number;
  /** The subject of the list, as cues; empty where it gives none. */
  field: string[];
  forms: CompiledForm[];
  /** Traditional, simplified, traditional ...: the characters that these names need folded. */
  han: string;
}

export function isCompiled(value: unknown): value is CompiledNames {
  return (
    typeof value === 'object' &&
    value !== null &&
    'format' in value &&
    value.format === FORMAT &&
    'targetChecks' in value &&
    value.targetChecks instanceof Uint8Array
  );
}
