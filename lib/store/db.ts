/**
 * The knowledge base in IndexedDB: lists and their records. Background and extension pages only.
 */
import Dexie, { type EntityTable, type Table } from 'dexie';
import { shareDatabase } from '../core/share-database.ts';
import type { Act, Control, Country, Entry, Phrases, Topic } from '../knowledge/model/schema.ts';

/** A list's header, and which generation of its records is in use. */
export interface StoredList {
  id: string;
  title: string;
  publisher: string;
  licence: string;
  version: number;
  updated: string;
  /** The day to which its sources were read; left out where the list does not say. */
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
   * In JSON: a header is read far oftener than its phrases, and to read thousands of them takes as
   * long as the rest of a search. An object where an earlier version wrote it.
   */
  phrases?: string | Phrases | undefined;
  /**
   * The number that its next pack gets. Left out where an earlier version stored the list, a row a
   * record.
   */
  nextPack?: number | undefined;
}

export const phrasesIn = ({ phrases }: Pick<StoredList, 'phrases'>): Phrases | undefined =>
  typeof phrases === 'string' ? (JSON.parse(phrases) as Phrases) : phrases;

export const PARTS = ['entries', 'controls', 'acts'] as const;
export type PartName = (typeof PARTS)[number];

/**
 * Records of one part of a list, as an array in JSON. It is written once: what an update changes
 * goes into new packs, and none of those is visible before the list's header names the generation
 * whose index points at them.
 */
export interface StoredPack {
  list: string;
  n: number;
  text: string;
}

/**
 * A run of the index of a generation: which pack holds which record, by digests of ids, ascending.
 * With the digests of the records, which an update compares with instead of reading everything.
 */
export interface StoredIndex {
  list: string;
  generation: number;
  part: PartName;
  /** The first of `ids`. */
  first: number;
  ids: Float64Array;
  packs: Uint32Array;
  digests: Float64Array;
}

/**
 * A record of a list as versions before packs stored it, under the generation in which it last
 * changed; null where that generation removed it. The record in use is, for each id, the newest
 * generation that is not above the list's own. `old-rows.ts` reads them.
 */
export interface Stored<T> {
  list: string;
  id: string;
  generation: number;
  record: T | null;
}

/** Digests of all records of a list in such rows, by part. */
export interface StoredDigests {
  list: string;
  generation: number;
  parts: Record<PartName, { ids: string[]; digests: Float64Array }>;
}

/**
 * An update on its way. Without a header it was begun and not finished: what it staged is swept
 * away. With one it was read whole and waits for its switch: for a moment, or for the user's word.
 */
export interface StoredUpdate {
  list: string;
  header: StoredList | null;
  /** When it was begun, in milliseconds. */
  at: number;
}

/** The names of a list as tabs get them; `names.ts` tells what of. */
export interface StoredNames {
  list: string;
  generation: number;
  names: unknown;
}

/** The text that search looks through for a list: a SearchText of `lib/search`. */
export interface StoredSearch {
  list: string;
  generation: number;
  text: unknown;
}

/** The changes of an update, in words of both languages. */
export interface StoredChanges {
  n?: number;
  list: string;
  /** Milliseconds. */
  at: number;
  from: number | null;
  to: number;
  added: number;
  removed: number;
  changed: number;
  lines: { entry: string; name: string; en: string[]; zh_CN: string[] }[];
}

/**
 * How the checks of a subscription went; see `lib/subscriptions/subscription.ts`, which validates
 * it.
 */
export interface StoredState {
  list: string;
  state: unknown;
}

type RecordTable<T> = Table<Stored<T>, [string, string, number]>;

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
    // The search text of a list; made from its entries where it is missing.
    this.version(2).stores({ searches: '[list+generation]' });
    // The part of a list that is read at once; made from its rows where it is missing.
    this.version(3).stores({ copies: '[list+generation]' });
    // Packs are read as quickly as those copies were.
    this.version(4).stores({ copies: null, packs: '[list+n]', indexes: '[list+generation+part+first]' });
    shareDatabase(this);
  }
}
