/**
 * The subscribed lists with their names. They are read from the database after a change and
 * otherwise kept in memory.
 */
import { NAMES_FORMAT } from '../match/names/compiled-names.ts';
import { encodeNames } from '../match/names/serialize.ts';
import { compileNames } from '../match/names/compile.ts';
import { withRefs } from '../match/names/qualify-ids.ts';
import { hanReady } from '../match/text/simplify-chinese.ts';
import { entriesAt, type StartIndex } from '../match/names/prefix-index.ts';
import type { Base, StoredList } from '../store/db.ts';
import { readEntriesAt } from '../store/lists/read-records.ts';
import { haveNames } from '../store/lists/rebuild-derived.ts';
import { orderOf, type Subscriptions } from './subscription.ts';

/** A subscribed list as pages get it. */
export interface ListInUse {
  header: StoredList;
  isPrivate: boolean;
  /** Compiled and encoded; for a large list, an index of the words with which its names start. */
  names: string | StartIndex;
}

/** True if all names are at hand; false if only a filter is, as for a large list. */
export const hasAllNames = (names: ListInUse['names']): names is string => typeof names === 'string';

/** The fields that distinguish one state of a list from another. */
export const stateOf = ({ header: { id, generation, version, size } }: Pick<ListInUse, 'header'>): unknown[] => [
  NAMES_FORMAT,
  id,
  generation,
  version,
  size,
];

export class ListsInUse {
  readonly #base: Base;
  readonly #subscriptions: () => Promise<Subscriptions>;
  readonly #known = new Map<string, { state: string; names: ListInUse['names'] }>();

  constructor(base: Base, subscriptions: () => Promise<Subscriptions>) {
    this.#base = base;
    this.#subscriptions = subscriptions;
  }

  /** In the user's order, without the built-in list. */
  async read(wanted: 'public' | 'private'): Promise<ListInUse[]> {
    const saved = await this.#subscriptions();
    const subscribed = new Set(saved.subscriptions.map(({ list }) => list));
    for (const id of this.#known.keys()) if (!subscribed.has(id)) this.#known.delete(id);
    const isPrivate = wanted === 'private';
    const chosen = saved.subscriptions.filter((one) => one.private === isPrivate).map(({ list }) => list);
    if (chosen.length === 0) return [];
    const ids = orderOf(saved).filter((id) => chosen.includes(id));
    const headers = (await this.#base.lists.bulkGet(ids)).filter((header) => header !== undefined);
    const lists: ListInUse[] = [];
    for (const header of headers) lists.push({ header, isPrivate, names: await this.#namesOf(header) });
    return lists;
  }

  /**
   * The ids of all lists that pages may know about, with the built-in list, in the user's order.
   */
  async publicOrder(): Promise<string[]> {
    const saved = await this.#subscriptions();
    const hidden = new Set(saved.subscriptions.flatMap((one) => (one.private ? one.list : [])));
    return orderOf(saved).filter((id) => !hidden.has(id));
  }

  async #namesOf(header: StoredList): Promise<ListInUse['names']> {
    const state = JSON.stringify(stateOf({ header }));
    const known = this.#known.get(header.id);
    if (known?.state === state) return known.names;
    const names = await haveNames(this.#base, header);
    const held = 'compiled' in names ? encodeNames(names.compiled) : names.index;
    this.#known.set(header.id, { state, names: held });
    return held;
  }

  /**
   * The compiled and encoded names of those entries of a large list whose names start at `keys`;
   * null if there are none.
   */
  async namesAt({ header, names }: ListInUse, keys: Iterable<number>): Promise<string | null> {
    if (hasAllNames(names)) return null;
    const { id, generation, topics, countries } = header;
    const ids = entriesAt(names, [...keys]);
    if (ids.length === 0) return null;
    await hanReady();
    const entries = await readEntriesAt(this.#base, id, ids, generation);
    return encodeNames(compileNames({ id, entries: withRefs(id, entries), topics, countries }));
  }
}
