/**
 * The names of subscribed lists for scripts in pages. Small lists are handed over whole; of a large one a
 * page gets a filter, and then the names that start like words of its own.
 */
import { digestText } from '../core/digest.ts';
import { encodeFilter, encodeNames } from '../match/names/serialize.ts';
import { compileNames } from '../match/names/compile.ts';
import { hanReady } from '../match/text/simplify-chinese.ts';
import { FORMAT } from '../match/names/compiled-names.ts';
import { withRefs } from '../match/names/qualify-ids.ts';
import { entriesAt, filterOf, type StartIndex } from '../match/names/prefix-index.ts';
import type { Details, HeldLists } from '../messaging/protocol.ts';
import type { Base, StoredList } from '../store/db.ts';
import { haveNames } from '../store/lists/rebuild-derived.ts';
import { readEntries } from '../store/lists/read-records.ts';
import { orderOf, type Subscriptions } from './subscription.ts';

interface Held {
  header: StoredList;
  isPrivate: boolean;
  /** Compiled and encoded, or where the names of a large list start. */
  names: string | StartIndex;
}

interface Lists {
  state: string;
  order: string[];
  held: Held[];
}

const EMPTY: Lists = { state: '', order: [], held: [] };
const NO_NAMES = (): { painted: string[]; hidden: string[] } => ({ painted: [], hidden: [] });
const isWhole = (names: Held['names']): names is string => typeof names === 'string';

export class PageNames {
  readonly #base: Base;
  readonly #subscriptions: () => Promise<Subscriptions>;
  #lists: Lists = EMPTY;

  constructor(base: Base, subscriptions: () => Promise<Subscriptions>) {
    this.#base = base;
    this.#subscriptions = subscriptions;
  }

  /** What a page lacks. */
  async for({ state, found, keys }: HeldLists): Promise<Pick<Details, 'lists' | 'found'>> {
    const lists = await this.#now();
    if (lists.state !== (state ?? '')) return { lists: whole(lists) };
    const more = keys.length > 0 ? await this.#startingAt(lists, keys, found) : null;
    return more ? { found: more } : {};
  }

  async #now(): Promise<Lists> {
    const saved = await this.#subscriptions();
    if (saved.subscriptions.length === 0) return EMPTY;
    const order = orderOf(saved);
    const headers = (await this.#base.lists.bulkGet(order)).filter((header) => header !== undefined);
    const subscribed = headers.flatMap((header) => {
      const subscription = saved.subscriptions.find(({ list }) => list === header.id);
      return subscription ? [{ header, isPrivate: subscription.private }] : [];
    });
    const state = digestText([
      FORMAT,
      order,
      subscribed.map(({ header: { id, generation, version, size }, isPrivate }) => [
        id,
        generation,
        version,
        size,
        isPrivate,
      ]),
    ]);
    if (state === this.#lists.state) return this.#lists;
    const held: Held[] = [];
    for (const { header, isPrivate } of subscribed) {
      const names = await haveNames(this.#base, header);
      held.push({ header, isPrivate, names: 'compiled' in names ? encodeNames(names.compiled) : names.index });
    }
    this.#lists = { state, order, held };
    return this.#lists;
  }

  async #startingAt(
    { state, held }: Lists,
    keys: readonly number[],
    before: string | null,
  ): Promise<Details['found'] | null> {
    const wanted = held.flatMap(({ header, isPrivate, names }) =>
      isWhole(names) ? [] : [{ header, isPrivate, ids: entriesAt(names, keys) }],
    );
    const now = digestText([state, wanted.map(({ ids }) => ids)]);
    if (now === before) return null;
    const found = NO_NAMES();
    await hanReady();
    for (const { header, isPrivate, ids } of wanted) {
      if (ids.length === 0) continue;
      const { id, generation, topics, countries } = header;
      const entries = await readEntries(this.#base, id, ids, generation);
      found[isPrivate ? 'hidden' : 'painted'].push(
        encodeNames(compileNames({ id, entries: withRefs(id, entries), topics, countries })),
      );
    }
    return { state: now, ...found };
  }
}

function whole({ state, order, held }: Lists): Details['lists'] {
  const names = NO_NAMES();
  const filters: string[] = [];
  for (const { isPrivate, names: own } of held) {
    if (isWhole(own)) names[isPrivate ? 'hidden' : 'painted'].push(own);
    else filters.push(encodeFilter(filterOf(own)));
  }
  return { state, ...names, filters, order };
}
