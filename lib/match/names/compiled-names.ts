/**
 * The names of a list, compiled for scanning: columns of numbers and strings that survive
 * structured cloning, IndexedDB and being written out as a script.
 *
 * Names, longer expressions, cues and form words are rows ("targets") of one table, in which they
 * are looked up by the key of their first words, three at most. Each is checked against its text,
 * so that a clash of keys costs a comparison and never a wrong mark.
 */
import { LANGUAGES } from '../languages/index.ts';
import type { EncodedTexts } from './pair-encoding.ts';
import type { TypedColumn } from './typed-column.ts';

/** Raise it with each change of the layout: stored names of another format are compiled again. */
export const NAMES_FORMAT = 9;

/** Words that make a key; further words are compared as text. */
export const KEY_WORDS = 3;

/** The kinds of targets. A name: ref = entry. */
export const TARGET_NAME = 0;
/**
 * A longer expression that does not mean the name it contains: ref = entry, rule = a target with
 * that name's text.
 */
export const TARGET_DECOY = 1;
/** Evidence: ref = index into `cues`. */
export const TARGET_CUE = 2;
/** Prefix of a topic's key: the cue of a longer expression that is not a word of the topic. */
export const NOT_PREFIX = 'not ';
/** An act word ("Announcement", 公告); act-numbers.ts then reads the number. */
export const TARGET_FORM = 3;

/** Bits of `ruleFlags`. */
export const RULE_ALONE = 1;
export const RULE_BY_COUNTRY = 2;
/** The list states `alone`, which matters for names decided by country. */
export const RULE_STATES_ALONE = 4;
/** The list states a rule: the name means other things too. */
export const RULE_STATED = 8;

/** Bits of `entryFlags`. */
export const ENTRY_ELEMENT = 1;
/**
 * The entry is in the list only to prevent confusion; it is only marked beside other names of the
 * list.
 */
export const ENTRY_ASIDE = 2;
/** A body or a term of the trade: only underlined on pages that name something controlled. */
export const ENTRY_GENERIC = 4;

/**
 * Targets in a run. Only the offset of a run's first text is stored; the others follow from the
 * lengths.
 */
export const TEXT_RUN = 16;

/** Language tags by number; '' for names in texts of any language. */
export const NAME_LANGUAGES: readonly string[] = ['', ...LANGUAGES.map(({ tag }) => tag)];
/**
 * sortFlags: bits 0-3 as compare-name.ts reads them, where the text is, the kind of target, and the
 * language from bit 8 on. This bit: the text is in `wide`.
 */
export const TARGET_WIDE = 16;
/** The text is the same as that of the target before. */
export const TARGET_SAME_TEXT = 32;
/** Bits of a target's flags below its kind and below its language. */
export const TARGET_KIND_SHIFT = 6;
export const TARGET_LANG_SHIFT = 8;

/** The flags of a target. */
export const flagsOf = (names: CompiledNames, target: number): number =>
  names.sortFlags[names.targetSorts[target] as number] as number;
/** The number of a target's rule. */
export const ruleOf = (names: CompiledNames, target: number): number =>
  names.sortRules[names.targetSorts[target] as number] as number;

/** One of the four TARGET_ numbers. */
export const targetKind = (flags: number): number => (flags >>> TARGET_KIND_SHIFT) & 3;

/** The two series in which bodies number their acts; in Chinese 公告 and 令. */
export const ACT_SERIES = ['announcement', 'order'] as const;
/** A numbered act, such as Announcement No. 46 of 2024. `entry`: an index in `entryIds`. */
export interface CompiledForm {
  entry: number;
  series: (typeof ACT_SERIES)[number];
  bodies: string[];
  year: number;
  number: number;
}

/**
 * All names of a list in flat tables, which are decoded without creating an object for each name.
 */
export interface CompiledNames {
  format: number;
  list: string;
  entryIds: string[];
  entryNames: string[];
  entryKinds: string[];
  /** Lower-case codes as in country ids; '' for none. */
  entryCountries: string[];
  entryFlags: Uint8Array;
  /**
   * The texts of the targets, concatenated and encoded (pair-encoding.ts): those with one byte a
   * letter, and the others.
   */
  latinLetters: string;
  latinPairs: EncodedTexts['pairs'];
  latin: EncodedTexts['codes'];
  wideLetters: string;
  widePairs: EncodedTexts['pairs'];
  wide: EncodedTexts['codes'];
  /** For each run of targets, the offsets in `latin` and `wide` of its first text. */
  textRuns: Uint32Array;
  /**
   * Bitmaps: `firsts` holds the first words of names, `onward` the prefixes that some name extends.
   * See bitmap.ts.
   */
  firsts: Int32Array;
  onward: Int32Array;
  /** By the top bits of a key: the first target. A power of two, plus one at the end. */
  slots: TypedColumn;
  /** The low 8 bits of the key. */
  targetChecks: Uint8Array;
  /** Lengths of the texts in codes. */
  targetLengths: TypedColumn;
  targetRefs: TypedColumn;
  /** The combination of a target's other fields, by number: most targets share one. */
  targetSorts: TypedColumn;
  sortRules: TypedColumn;
  sortFlags: Uint16Array;
  ruleFlags: Uint8Array;
  ruleStarts: Uint32Array;
  /** Packed uses of cues (cue-use.ts). */
  ruleUses: Uint32Array;
  /** The keys of the first cues. */
  cues: string[];
  /** Number of cues after `cues` that are single words, which no code looks up by key. */
  wordCues: number;
  /** The field of the list as cues; empty if it has none. */
  field: string[];
  forms: CompiledForm[];
  /** Pairs of traditional and simplified characters that these names need. */
  han: string;
}

/** Checks the format only: the text was written by this version or is refused. */
export function isCompiled(value: unknown): value is CompiledNames {
  return (
    typeof value === 'object' &&
    value !== null &&
    'format' in value &&
    value.format === NAMES_FORMAT &&
    'targetChecks' in value &&
    value.targetChecks instanceof Uint8Array
  );
}
