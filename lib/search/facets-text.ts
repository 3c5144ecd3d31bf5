/**
 * Facets of entries for search: countries, classes, makers, and the measures that touch them.
 * Stored as one text in JSON beside the names, and read when the first question comes: opening pays
 * for its bytes alone. Measures refer to entries by id, since an update leaves most entries where
 * they are.
 */
import type { Restrains, Way } from '../knowledge/model/schema.ts';

type EntryFacets = [
  id: string,
  /** Code, or '' as below where there is none. */
  country: string,
  maker: string,
  parent: string,
  /** Lists and classes that it belongs to. */
  groups: string[],
  /** 1: people in office are on file. */
  hasOffices: 0 | 1,
  /** Words of what it is, folded. */
  about: string,
];
export type MeasureFacets = [
  id: string,
  by: string,
  /** The instrument, then others that changed it. */
  texts: string[],
  restrains: Restrains,
  /** The way, then others that acts changed it to. */
  ways: Way[],
  /** Country codes, or `all`. */
  toward: string[],
  /** Entries and lists. */
  covers: string[],
  /** By id or name. */
  parties: string[],
  /** States that it has been in. */
  states: string[],
];
export interface Facets {
  list: string;
  entries: EntryFacets[];
  measures: MeasureFacets[];
  /**
   * Customs codes and control numbers that measures give for what they cover, without dots, and
   * numbers of executive orders for their instruments.
   */
  codes: [code: string, entry: string][];
}

/** Derived data of our own: the format of the search text that holds it vouches for its shape. */
export const readFacets = (text: string): Facets | null => (text ? (JSON.parse(text) as Facets) : null);
