/** The knowledge base in IndexedDB: lists and their records. Background and extension pages only. */
import Dexie, { type EntityTable, type Table } from 'dexie';
import type { Act, Control, Country, Entry, Topic } from '../knowledge/schema.ts';

/** A list's header, and which generation of its records is in use. */
export interface StoredList {
  id: string;
  title: string;
  publisher: string;
  licence: string;
  version: number;
  updated: string;
  expires: number;
  generation: number;
  /** Number of entries. */
  size: number;
  topics: Topic[];
  countries: Country[];
}

/** A record of a list, under the generation that it came with. */
export interface Stored<T> {
  list: string;
  generation: number;
  id: string;
  record: T;
}

export class Base extends Dexie {
  declare lists: EntityTable<StoredList, 'id'>;
  declare entries: Table<Stored<Entry>, [string, number, string]>;
  declare controls: Table<Stored<Control>, [string, number, string]>;
  declare acts: Table<Stored<Act>, [string, number, string]>;

  constructor(name = 'tradegloss') {
    super(name);
    this.version(1).stores({
      lists: 'id',
      entries: '[list+generation+id], id',
      controls: '[list+generation+id]',
      acts: '[list+generation+id]',
    });
    // A newer version in another tab waits for this one to let go.
    this.on('versionchange', () => this.close());
  }
}
