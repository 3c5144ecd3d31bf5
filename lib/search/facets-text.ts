/**
 * The facets of a list that search uses: countries, classes and makers of entries, and the measures
 * that touch them. They are stored as one JSON text beside the names and parsed when the first
 * question comes, so that opening a search only loads the text. Measures refer to entries by id,
 * because positions in the search text change with updates.
 */
import type { Restrains, Way } from '../knowledge/model/schema.ts';

type EntryFacets = [
  id: string,
  /** ISO code. This field, the maker and the parent are '' if unknown. */
  country: string,
  maker: string,
  parent: string,
  /** Ids of the lists and classes that the entry belongs to. */
  groups: string[],
  /** 1 if the entry has people in office. */
  hasOffices: 0 | 1,
  /** Folded words of the entry's description. */
  about: string,
];
/** A control in the stored facets. A tuple keeps the JSON short. */
export type MeasureFacets = [
  id: string,
  by: string,
  /** Ids of the instrument and of those that changed the measure. */
  texts: string[],
  restrains: Restrains,
  /** The way of the control, then the ways that acts changed it to. */
  ways: Way[],
  /** Country codes, or `all`. */
  toward: string[],
  /** Ids of entries and lists. */
  covers: string[],
  /** Ids or names. */
  parties: string[],
  /** States that the measure has been in: `paused`, `ended`, `ahead`. */
  states: string[],
];
/** What search needs to know about a list besides its names. Stored as JSON. */
export interface Facets {
  list: string;
  entries: EntryFacets[];
  measures: MeasureFacets[];
  /**
   * Customs codes and control numbers of covered goods, without dots, and numbers of executive
   * orders with the instrument.
   */
  codes: [code: string, entry: string][];
}

/**
 * Parses facets without a schema: `SEARCH_FORMAT` of the search text ensures that we wrote them.
 */
export const readFacets = (text: string): Facets | null => (text ? (JSON.parse(text) as Facets) : null);
