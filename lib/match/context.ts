/** What scoring knows of the article around a candidate, and what a score is. */
import type { Article, Candidate, Reading } from './candidates.ts';
import type { Countries } from './country.ts';
import type { Definitions } from './definitions.ts';
import { Evidence } from './evidence.ts';
import type { Texts } from './texts.ts';

/** A word that decided, and what it weighed: for (positive) or against. */
export interface Why {
  word: string;
  points: number;
}
export interface Scored {
  reading: Reading;
  points: number;
  why: Why[];
}

/** Notes a word and what it weighed, for "why this?". */
export type Note = (word: string, points: number) => void;

/** No words make up for this. */
export const NEVER = -1000;

/** What the mentions taken so far say: entries and kinds where they stand, names by entry. */
export class Taken {
  readonly evidence = new Evidence();
  readonly names = new Map<string, Map<string, Set<number>>>();
  /** Blocks in which an agency or a company of a country stands: country -> block -> entries. */
  readonly bodies = new Map<string, Map<number, Set<string>>>();
  /** By spelling, the candidates that stood for an entry beyond doubt. */
  readonly senses = new Map<string, { candidate: Candidate; id: string }[]>();
}

export interface Context {
  article: Article;
  texts: Texts;
  countries: Countries;
  definitions: Definitions;
  /** Mineral names that the article uses as a proper name, and never as a word. */
  properNames: ReadonlySet<string>;
  taken: Taken;
  choices: ReadonlyMap<string, string>;
  together: boolean;
}

export const spelling = (context: { texts: Texts }, c: Candidate): string => context.texts.text(c.block).slice(c.start, c.end);
export const kindOf = (reading: Reading): string => reading.segment.names.entryKinds[reading.entry] ?? '';
export const countryOf = (reading: Reading): string => reading.segment.names.entryCountries[reading.entry] ?? '';
