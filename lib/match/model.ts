/**
 * The types that the stages of matching hand on, in the order of the stages: a block of text is
 * scanned (`BlockReading`), its hits are gathered into candidates with their readings (`Gathered`),
 * those of all blocks get their place in the article (`Candidate`), readings are scored in the
 * light of the article (`TextFeatures`, `Scored`), and those that win become mentions (`Mention`).
 * Each stage makes new objects and changes none of an earlier stage.
 */
import type { CueUse } from './names/cue-use.ts';
import type { CompiledForm, CompiledNames, SERIES } from './names/compiled-names.ts';
import type { FlatSpans } from './text/flat-spans.ts';

/** One list's compiled names within a matcher: its targets are numbered from `base` on. */
export interface Segment {
  names: CompiledNames;
  base: number;
  /** The list's cue -> the matcher's cue, of those with a name; see `cueOf`. */
  cues: Uint32Array;
  /** The difference between the matcher's number and the list's number of each other cue. */
  wordShift: number;
  /** By series and number: "announcement 46". */
  forms: ReadonlyMap<string, readonly CompiledForm[]>;
  /** The number of bits by which a key is shifted right to give its slot. */
  slotShift: number;
}

/** Scripts seen in a block: bits by class (HAN, HIRAGANA, KATAKANA, HANGUL). */
export type Scripts = number;

/** The hits of one block of text. Cheap to keep: blocks without any share one object. */
export interface BlockReading {
  /** The text that was scanned: the given one, or without the units that were dropped. */
  text: string;
  /** Places in `text` and the target of each, in order of start. */
  hits: FlatSpans;
  scripts: Scripts;
  /** Maps positions back to the given text if units were dropped from it; else null. */
  origin: { source: string; offsets: Int32Array } | null;
}

/** The number of an act as it is written in a text. */
export interface ActNumber {
  start: number;
  end: number;
  series: (typeof SERIES)[number];
  number: number;
  /** As written with this number, or null. */
  year: number | null;
  /** How clearly it is such a number: 2 "Announcement No. 46", 1 "Notice 46", 0 a bare 第46号. */
  clarity: number;
  /** The act that it is compared with, set for a reading. */
  known?: CompiledForm;
}

/** One possible meaning of a span. */
export interface Reading {
  segment: Segment;
  /** Index among the segment's entries. */
  entry: number;
  id: string;
  rule: number;
  /** The name as the list spells it, '' for the number of an act. */
  text: string;
  /**
   * A name of another language than the article's. A name in the article's language is preferred.
   */
  abroad: boolean;
  /** Written in small letters against the list's spelling, in a line that has no capitals. */
  lowered: boolean;
  form: ActNumber | null;
}

/** A span of a block's text that may be a mention. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** As written in the text. */
  readonly text: string;
  readonly readings: readonly Reading[];
}

/** The same with its place in an article. */
export interface Candidate extends Span {
  /** Its place among the article's candidates, in reading order. */
  readonly index: number;
  readonly block: number;
}

/** The candidates and cues of one block by itself. */
export interface Gathered {
  spans: readonly Span[];
  /** Places and the cue of each, in order of start. */
  cues: FlatSpans;
  /**
   * Entries whose names, decided by country, are in the longer name of another body: "Ohio
   * Department of Commerce".
   */
  foreignBodies: readonly string[];
}

/** A word that decided, and what it weighed: for (positive) or against. */
export interface Why {
  word: string;
  points: number;
}

/** Notes a word and what it weighed, for "why this?". */
export type Note = (word: string, points: number) => void;

/** Points, and the words that they come from. */
export interface ScoredEvidence {
  points: number;
  why: readonly Why[];
}

/** A cue of a rule: the word that speaks for it, or null where none does (yet). */
export interface CueHit {
  use: CueUse;
  word: string | null;
  /** The word in small letters, with the side that it takes. */
  key: string;
}

/** The evidence in the text for the country of a name. */
export interface CountryEvidence {
  /** The country right beside, '' if none; '?' for a possessor that is not known. */
  beside: string;
  /** Points by country, lower case code. */
  points: Map<string, number>;
  why: Map<string, string>;
  /** The dateline is in another country that has such a body, so the body at home is not meant. */
  abroad: boolean;
}

/** The evidence in the text for one reading. */
export interface ReadingFeatures {
  surfaceForm: ScoredEvidence;
  /** Codes of its kind in the same sentence. */
  codes: ScoredEvidence;
  /** A metal at the head of a row of a table. */
  inTable: boolean;
  /** A word near by that stands for an official or another helper of the entry, or null. */
  official: string | null;
  /** The cues of its rule that were found, or that a later mention may provide. */
  cues: readonly CueHit[];
  /** Places among `cues` of those that only a mention can provide. */
  openCues: readonly number[];
  /** The weight of the other cues. */
  cuePoints: ScoredEvidence;
}

/** The evidence in the text on a candidate: the same in each round. */
export interface TextFeatures {
  /** The candidate's text in small letters. */
  own: string;
  country: CountryEvidence | null;
  /** The country that owns an abbreviation: "India's BIS". */
  owner: string;
  ruled: boolean;
  /** By reading. */
  readings: ReadingFeatures[];
}

/** A reading with its points. */
export interface Scored {
  reading: Reading;
  points: number;
  why: Why[];
}

/** The judgement on a candidate, and the mention that it led to. */
export interface Judged {
  readonly scored: readonly Scored[];
  readonly winner: Scored | null;
  readonly mention: Mention | null;
}

interface OtherReading {
  entry: string;
  name: string;
  score: number;
  why: readonly Why[];
}

/** A mark: [start, end) in UTF-16 units of the block's given text. */
export interface Mention {
  block: number;
  start: number;
  end: number;
  entry: string;
  name: string;
  kind: string;
  list: string;
  /** A body, or a word of the trade. */
  generic: boolean;
  score: number;
  why: readonly Why[];
  /** Other entries of the name, where their scores came close. */
  readings?: readonly OtherReading[];
}
