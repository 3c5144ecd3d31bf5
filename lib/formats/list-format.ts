/**
 * Defines the types that all parsers of list formats share: what they return, and what they know of
 * the list before they read it.
 */
import type { Act, Control, Country, Entry, KnowledgeList, Phrases, Topic } from '../knowledge/model/schema.ts';
import type { Mapping, TableSample } from './mapping-model.ts';
import type { Note, Notes } from './notes.ts';

/** Names of the formats that we read. They are stored with subscriptions and must not change. */
export const FORMATS = [
  'tradegloss',
  'csv',
  'names',
  'json-rows',
  'opensanctions',
  'opensanctions-json',
  'screening-list',
  'ofac-csv',
  'ofac-xml',
  'ofac-advanced-xml',
  'eu-csv',
  'eu-xml',
  'uk-csv',
  'un-xml',
] as const;
export type FormatName = (typeof FORMATS)[number];

/** A list without its records. */
export type ListHeader = Pick<
  KnowledgeList,
  'id' | 'title' | 'publisher' | 'licence' | 'version' | 'updated' | 'knownTo' | 'expires'
> & { homepage?: string | undefined; topics: Topic[]; countries: Country[]; phrases?: Phrases | undefined };

/**
 * Some records of a list. A reader yields many, so that a large list is never in memory at once.
 */
export interface Batch {
  /** The list's id, in the first batch, if the format states one. */
  id?: string;
  entries: Entry[];
  controls: Control[];
  acts: Act[];
  /** Number of entries that were read and are held back for later rows. */
  held?: number;
}

/** Facts that a list reader needs besides the text of the list. */
export interface ListContext {
  url: string;
  /** The server's Last-Modified in milliseconds since 1970; null if it sends none. */
  lastModified: number | null;
  /** The present, in milliseconds since 1970. */
  now: number;
  /** The user chose to mark names of people in tables too. */
  people?: boolean;
  /** The roles of a table's columns, if the user set them. */
  mapping?: Mapping | undefined;
  /** Fetches another file of the same publisher; null if that fails. */
  beside?: (url: string) => Promise<AsyncIterable<string> | null>;
}

/**
 * Yields batches of records and returns the header, which some formats only know at the end. What
 * it leaves out, it adds to `notes`. Throws NotAList if the text is not of its format.
 */
export type ListReader = (
  text: AsyncIterable<string>,
  context: ListContext,
  notes: Notes,
) => AsyncGenerator<Batch, ListHeader>;

/** The interface has a text `lists_problem_<code>` for each. */
export const LIST_PROBLEMS = [
  'empty',
  'html',
  'not_json',
  'not_list',
  'newer_format',
  'no_columns',
  'cut_off',
  'no_entries',
  'not_text',
  'bad_xml',
  'unknown_xml',
  'bad_workbook',
  'locked_workbook',
  'other_workbook',
  'document',
  'archive',
  'pointer',
  'part_of_list',
] as const;
export type ListProblem = (typeof LIST_PROBLEMS)[number];

/** Thrown if a file is not a list. */
export class NotAList extends Error {
  /** The start of a table without a known column of names, so that the user can choose one. */
  table: TableSample | null = null;
  constructor(
    readonly code: ListProblem,
    readonly detail = '',
    /** The faults of the first records, if all were refused. */
    readonly notes: readonly Note[] = [],
  ) {
    super(`not a list: ${code}${detail ? ` (${detail})` : ''}`);
    this.name = 'NotAList';
  }
}

/** The most bytes of a decoded list. OFAC's advanced XML has 120 MB. */
export const maxBytes = (format: FormatName): number =>
  (format === 'tradegloss' || format === 'json-rows' ? 25 : format.endsWith('-xml') ? 250 : 100) * 1024 * 1024;
/** Most bytes of a list of any format. */
export const MAX_LIST_BYTES = Math.max(...FORMATS.map(maxBytes));

/**
 * The version of a list that states none: the minute of its change as a rising number,
 * 202611240915.
 */
export function versionFrom(moment: number): number {
  return Number(new Date(moment).toISOString().slice(0, 16).replace(/\D/g, ''));
}

/** The moment of such a version, in milliseconds since 1970; null for any other version. */
export function momentOf(version: number): number | null {
  const iso = String(version).replace(/^(20\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5Z');
  const moment = iso.length === 17 ? Date.parse(iso) : Number.NaN;
  return Number.isNaN(moment) ? null : moment;
}

/** `moment`: milliseconds since 1970. Returns the day in UTC. */
export const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);
