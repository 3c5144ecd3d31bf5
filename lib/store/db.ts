/**
 * The knowledge base in IndexedDB: lists and their records. Background and extension pages only.
 */
import Dexie, { type EntityTable, type Table } from 'dexie';
import { shareDatabase } from '../core/share-database.ts';
import type { Act, Control, Country, Entry, Phrases, Topic } from '../knowledge/model/schema.ts';

/** The header of a list and the generation of its records that is in use. */
export interface StoredList {
  id: string;
  title: string;
  publisher: string;
  licence: string;
  version: number;
  updated: string;
  /** The day up to which its sources were read; undefined if the list does not state it. */
  knownTo?: string | undefined;
  /** Hours. */
  expires: number;
  generation: number;
  /** Number of entries, of controls and of acts. */
  size: number;
  controls: number;
  acts: number;
  topics: Topic[];
  countries: Country[];
  /**
   * JSON text: headers are read far more often than phrases, and parsing thousands of phrases takes
   * as long as the rest of a search. Earlier versions stored an object.
   */
  phrases?: string | Phrases | undefined;
  /**
   * The number of the next pack. Undefined if an earlier version stored the list with one row a
   * record.
   */
  nextPack?: number | undefined;
}

/** The phrases of a stored list, which newer rows hold as JSON. */
export const phrasesIn = ({ phrases }: Pick<StoredList, 'phrases'>): Phrases | undefined =>
  typeof phrases === 'string' ? (JSON.parse(phrases) as Phrases) : phrases;

/** The parts of a list. Their names are stored and must not change. */
export const PARTS = ['entries', 'controls', 'acts'] as const;
export type PartName = (typeof PARTS)[number];

/**
 * Records of one part of a list as a JSON array. A pack is written once: an update writes changed
 * records into new packs. They become visible when the list's header names the generation whose
 * index points to them.
 */
export interface StoredPack {
  list: string;
  n: number;
  text: string;
}

/**
 * A section of a generation's index: the pack of each record, by ascending digests of ids. It also
 * has the digests of the records, which an update compares instead of reading all records.
 */
export interface StoredIndex {
  list: string;
  generation: number;
  part: PartName;
  /** Equals `ids[0]`. */
  first: number;
  ids: Float64Array;
  packs: Uint32Array;
  digests: Float64Array;
}

/**
 * A record as versions before packs stored it, with the generation in which it last changed; null
 * if that generation removed it. The record in use for an id is the newest whose generation is not
 * above the list's. `old-rows.ts` reads these rows.
 */
export interface Stored<T> {
  list: string;
  id: string;
  generation: number;
  record: T | null;
}

/** Digests of all records of a list in these old rows, by part. */
export interface StoredDigests {
  list: string;
  generation: number;
  parts: Record<PartName, { ids: string[]; digests: Float64Array }>;
}

/**
 * A staged update. Without a header it is unfinished, and its rows are deleted. With a header it is
 * complete and waits to be switched to, at once or after the user agrees.
 */
export interface StoredUpdate {
  list: string;
  header: StoredList | null;
  /** When staging began, in milliseconds since 1970. */
  at: number;
}

/** The names of a list in the form that tabs get them (`derived/list-names.ts`). */
export interface StoredNames {
  list: string;
  generation: number;
  names: unknown;
}

/** The `SearchText` (`lib/search`) of a list. */
export interface StoredSearch {
  list: string;
  generation: number;
  text: unknown;
}

/** The changes that an update made, described in both languages. */
export interface StoredChanges {
  n?: number;
  list: string;
  /** Milliseconds since 1970. */
  at: number;
  from: number | null;
  to: number;
  added: number;
  removed: number;
  changed: number;
  lines: { entry: string; name: string; en: string[]; zh_CN: string[] }[];
}

/**
 * The state of a subscription's update checks; `lib/subscriptions/subscription.ts` validates it.
 */
export interface StoredState {
  list: string;
  state: unknown;
}

type RecordTable<T> = Table<Stored<T>, [string, string, number]>;

/** The database. Each version of the schema is declared, so that old databases are upgraded. */
export class Base extends Dexie {
  declare lists: EntityTable<StoredList, 'id'>;
  declare entries: RecordTable<Entry>;
  declare controls: RecordTable<Control>;
  declare acts: RecordTable<Act>;
  declare digests: Table<StoredDigests, [string, number]>;
  declare updates: EntityTable<StoredUpdate, 'list'>;
  declare names: Table<StoredNames, [string, number]>;
  declare searches: Table<StoredSearch, [string, number]>;
  declare packs: Table<StoredPack, [string, number]>;
  declare indexes: Table<StoredIndex, [string, number, PartName, number]>;
  declare changes: EntityTable<StoredChanges, 'n'>;
  declare states: EntityTable<StoredState, 'list'>;

  constructor(name = 'tradegloss') {
    super(name);
    this.version(1).stores({
      lists: 'id',
      entries: '[list+id+generation]',
      controls: '[list+id+generation]',
      acts: '[list+id+generation]',
      digests: '[list+generation]',
      updates: 'list',
      names: '[list+generation]',
      changes: '++n, list',
      states: 'list',
    });
    // Search texts, which are rebuilt from the entries if missing.
    this.version(2).stores({ searches: '[list+generation]' });
    // Copies of the parts of a list that are read at once, which are rebuilt from its rows if
    // missing.
    this.version(3).stores({ copies: '[list+generation]' });
    // Packs replace the copies: they are read as quickly.
    this.version(4).stores({ copies: null, packs: '[list+n]', indexes: '[list+generation+part+first]' });
    shareDatabase(this);
  }
}
