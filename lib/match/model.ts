/**
 * The types that the stages of matching pass on, in the order of the stages. A block of text is
 * scanned (`BlockReading`). Its hits are gathered into spans with readings (`Gathered`). The spans
 * of all blocks become candidates in the article (`Candidate`). Readings are scored with the
 * evidence of the article (`TextFeatures`, `ScoredReading`). The best one resolves its candidate
 * (`ResolvedCandidate`) and becomes a mention (`Mention`). Each stage makes new objects and changes
 * none of an earlier stage.
 */
import type { CueUse } from './names/cue-use.ts';
import type { CompiledForm, CompiledNames, ACT_SERIES } from './names/compiled-names.ts';
import type { FlatSpans } from './text/flat-spans.ts';

/** The compiled names of one list within a matcher. Its targets are numbered from `base` on. */
export interface Segment {
  names: CompiledNames;
  base: number;
  /** The matcher's number of each named cue of the list; see `cueOf`. */
  cues: Uint32Array;
  /** What `cueOf` adds to the list's number of any other cue. */
  wordShift: number;
  /** Act numbers by series and number: "announcement 46". */
  forms: ReadonlyMap<string, readonly CompiledForm[]>;
  /** Bits by which a key is shifted right to get its slot. */
  slotShift: number;
}

/** The scripts in a block, as bits by class (HAN, HIRAGANA, KATAKANA, HANGUL). */
export type Scripts = number;

/** The hits of one block of text. Blocks without hits share one object. */
export interface BlockReading {
  /** The scanned text: the given text, perhaps without dropped units. */
  text: string;
  /** Hits as spans of `text` with their targets, in order of start. */
  hits: FlatSpans;
  scripts: Scripts;
  /** Maps offsets back to the given text if units were dropped; otherwise null. */
  origin: { source: string; offsets: Int32Array } | null;
}

/** The number of an act as a text writes it. */
export interface ActNumber {
  start: number;
  end: number;
  series: (typeof ACT_SERIES)[number];
  number: number;
  /** The year written with the number, or null. */
  year: number | null;
  /** How clearly this is an act number: 2 "Announcement No. 46", 1 "Notice 46", 0 a bare 第46号. */
  clarity: number;
  /** The act that the number is compared with; set in readings. */
  known?: CompiledForm;
}

/** One possible meaning of a span. */
export interface Reading {
  segment: Segment;
  /** Index of the entry in its segment. */
  entry: number;
  id: string;
  rule: number;
  /** The name as the list spells it; '' for an act number. */
  text: string;
  /**
   * The name is in another language than the article. Names in the article's language are
   * preferred.
   */
  abroad: boolean;
  /**
   * The text has the name in lower case, in a line without capitals, although the list does not.
   */
  lowered: boolean;
  form: ActNumber | null;
}

/** A span of a block's text that may be a mention. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** The text's spelling. */
  readonly text: string;
  readonly readings: readonly Reading[];
}

/** A span with its place in an article. */
export interface Candidate extends Span {
  /** Index among the article's candidates in reading order. */
  readonly index: number;
  readonly block: number;
}

/** The spans and cues of one block. */
export interface Gathered {
  spans: readonly Span[];
  /** Occurrences of cues as spans, in order of start. */
  cues: FlatSpans;
  /**
   * Entries whose names are only part of another body's name here: "Ohio Department of Commerce".
   */
  foreignBodies: readonly string[];
}

/** A word of evidence with its points, for (positive) or against a reading. */
export interface EvidenceWord {
  word: string;
  points: number;
}

/** Notes a word of evidence and its points, for "why this?". */
export type Note = (word: string, points: number) => void;

/** Points and the words that they come from. */
export interface ScoredEvidence {
  points: number;
  why: readonly EvidenceWord[];
}

/** A cue of a rule, with the word in the text that matches it, or null if none does (yet). */
export interface CueHit {
  use: CueUse;
  word: string | null;
  /** The word in lower case with its side, for or against. */
  key: string;
}

/** The evidence in the text for the country of a candidate. */
export interface CountryEvidence {
  /** The country next to the candidate; '' if none; '?' for an unknown owner. */
  beside: string;
  /** Points by lower-case country code. */
  points: Map<string, number>;
  why: Map<string, string>;
  /**
   * The dateline is in another country with such a body, so that the home country's is not meant.
   */
  abroad: boolean;
}

/** The evidence in the text for one reading. */
export interface ReadingFeatures {
  surfaceForm: ScoredEvidence;
  /** Points for codes of the same kind in the sentence. */
  codes: ScoredEvidence;
  /** The candidate is a metal at the head of a table row. */
  inTable: boolean;
  /** A nearby word that names an official or another helper of the entry, or null. */
  official: string | null;
  /** Cues of the rule that were found, or that a later mention may provide. */
  cues: readonly CueHit[];
  /** Indexes in `cues` of those that only a mention can provide. */
  openCues: readonly number[];
  /** The points of the other cues. */
  cuePoints: ScoredEvidence;
}

/** The evidence in the text for a candidate, which is the same in each round. */
export interface TextFeatures {
  /** The candidate's text in lower case. */
  own: string;
  country: CountryEvidence | null;
  /** The country that owns the abbreviation: "India's BIS"; or ''. */
  owner: string;
  ruled: boolean;
  /** By reading. */
  readings: ReadingFeatures[];
}

/** A reading with its points. */
export interface ScoredReading {
  reading: Reading;
  points: number;
  why: EvidenceWord[];
}

/** The scores of a candidate's readings, the winner, and its mention. */
export interface ResolvedCandidate {
  readonly scored: readonly ScoredReading[];
  readonly winner: ScoredReading | null;
  readonly mention: Mention | null;
}

interface OtherReading {
  entry: string;
  name: string;
  score: number;
  why: readonly EvidenceWord[];
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
  /** The entry is a body or a term of the trade. */
  generic: boolean;
  score: number;
  why: readonly EvidenceWord[];
  /** Other entries of the name with close scores. */
  readings?: readonly OtherReading[];
}
