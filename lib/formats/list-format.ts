/**
 * The common result of all formats of lists, and the facts about the origin of a list that they
 * need.
 */
import type { Act, Control, Country, Entry, KnowledgeList, Phrases, Topic } from '../knowledge/model/schema.ts';
import type { Mapping, TableSample } from './mapping-model.ts';
import type { Note, Notes } from './notes.ts';

export const FORMATS = [
  'tradegloss',
  'csv',
  'names',
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

export interface Batch {
  /** The list's id, in the first batch of formats that state one. */
  id?: string;
  entries: Entry[];
  controls: Control[];
  acts: Act[];
  /** Entries that were read, and wait for later rows. */
  held?: number;
}

export interface ListContext {
  url: string;
  /**
   * When the server says that the list was changed, in milliseconds; null where it does not say.
   */
  lastModified: number | null;
  /** Milliseconds. */
  now: number;
  /** Names of people in tables are marked too: the user said so. */
  people?: boolean;
  /** What the columns of a table are for, where the user said so. */
  mapping?: Mapping | undefined;
  /**
   * The text of another file of the same publisher, by its address; null where it can't be had.
   */
  beside?: (url: string) => Promise<AsyncIterable<string> | null>;
}

/** Reads records batch by batch; ends with the header, which some formats only know then. */
export type ListReader = (
  text: AsyncIterable<string>,
  context: ListContext,
  notes: Notes,
) => AsyncGenerator<Batch, ListHeader>;

/** Worded by the texts `lists_problem_<code>`. */
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

/** The text is no list at all. */
export class NotAList extends Error {
  /** The start of a table whose column of names is unknown: the user may choose it. */
  table: TableSample | null = null;
  constructor(
    readonly code: ListProblem,
    readonly detail = '',
    /** The faults of its first records, where all were refused. */
    readonly notes: readonly Note[] = [],
  ) {
    super(`not a list: ${code}${detail ? ` (${detail})` : ''}`);
    this.name = 'NotAList';
  }
}

/** Bytes that a list may have once decoded: OFAC's advanced XML has 120 MB. */
export const mostBytes = (format: FormatName): number =>
  (format === 'tradegloss' ? 25 : format.endsWith('-xml') ? 250 : 100) * 1024 * 1024;
/** Bytes that a list of any format may have. */
export const MAX_LIST_BYTES = Math.max(...FORMATS.map(mostBytes));

/**
 * A version for lists that state none: the minute of the change as a number that grows,
 * 202611240915.
 */
export function versionFrom(moment: number): number {
  return Number(new Date(moment).toISOString().slice(0, 16).replace(/\D/g, ''));
}

/** The moment that such a version is; null for one that is a number only. */
export function momentOf(version: number): number | null {
  const iso = String(version).replace(/^(20\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5Z');
  const moment = iso.length === 17 ? Date.parse(iso) : Number.NaN;
  return Number.isNaN(moment) ? null : moment;
}

export const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);
