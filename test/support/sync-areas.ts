/**
 * Simulates `storage.sync` of several browsers with all its hazards: each browser has its own area
 * with enforced quotas; the cloud passes items on one by one, late, out of order, or not at all
 * until the network is good.
 */
import { QUOTA, sizeOf, sizeOfAll, type Items } from '../../lib/sync/storage-sync-items.ts';
import type { SyncArea } from '../../lib/sync/remote-browser.ts';
import type { Random } from './random.ts';

const A_MINUTE = 60_000;
const WRITES = { minute: 120, hour: 1_800 } as const;

interface Parcel {
  to: number;
  key: string;
  value: unknown;
}

export class FakeArea implements SyncArea {
  items: Items = {};
  writes: number[] = [];
  readonly #now: () => number;
  readonly #changed: (keys: readonly string[]) => void;

  constructor(now: () => number, changed: (keys: readonly string[]) => void) {
    this.#now = now;
    this.#changed = changed;
  }

  get(): Promise<Items> {
    return Promise.resolve(structuredClone(this.items));
  }

  set(items: Items): Promise<void> {
    return this.#write(() => {
      const after = { ...this.items, ...items };
      for (const [key, value] of Object.entries(items))
        if (sizeOf(key, value) > QUOTA.item) throw new Error('QUOTA_BYTES_PER_ITEM quota exceeded');
      if (sizeOfAll(after) > QUOTA.bytes) throw new Error('QUOTA_BYTES quota exceeded');
      if (Object.keys(after).length > QUOTA.items) throw new Error('MAX_ITEMS quota exceeded');
      this.items = structuredClone(after);
      this.#changed(Object.keys(items));
    });
  }

  remove(keys: string[]): Promise<void> {
    return this.#write(() => {
      for (const key of keys) delete this.items[key];
      this.#changed(keys);
    });
  }

  /** Stores an item that the browser's sync brings, which counts against no quota. */
  arrive(key: string, value: unknown): void {
    if (value === undefined) delete this.items[key];
    else this.items[key] = structuredClone(value);
  }

  async #write(write: () => void): Promise<void> {
    const now = this.#now();
    this.writes = this.writes.filter((at) => now - at < 60 * A_MINUTE);
    if (this.writes.length >= WRITES.hour)
      throw new Error('This request exceeds the MAX_WRITE_OPERATIONS_PER_HOUR quota.');
    if (this.writes.filter((at) => now - at < A_MINUTE).length >= WRITES.minute)
      throw new Error('This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota.');
    this.writes.push(now);
    write();
  }
}

export class Cloud {
  readonly areas: FakeArea[];
  /** The cloud's copy of each item: the last version that it received. */
  readonly #held: Items = {};
  #up: (Parcel & { from: number })[] = [];
  #down: Parcel[] = [];
  readonly #random: Random;

  constructor(count: number, now: () => number, random: Random) {
    this.#random = random;
    this.areas = Array.from({ length: count }, (_, from) => new FakeArea(now, (keys) => this.#send(from, keys)));
  }

  #send(from: number, keys: readonly string[]): void {
    for (const key of keys) this.#up.push({ from, to: -1, key, value: structuredClone(this.areas[from]?.items[key]) });
  }

  /**
   * Delivers some of the items under way and loses others. Browsers that are not `online` send and
   * receive nothing.
   */
  deliver(online: readonly boolean[], loss: number): void {
    for (let n = this.#random.below(6); n > 0; n--) {
      const able = this.#up.filter(({ from }) => online[from]);
      if (able.length === 0) break;
      const parcel = this.#random.pick(able);
      // A browser uploads the latest state of an item; it may never upload earlier ones.
      this.#up = this.#up.filter((other) => other !== parcel);
      this.#held[parcel.key] = parcel.value;
      this.areas.forEach(
        (_, to) => to !== parcel.from && this.#down.push({ to, key: parcel.key, value: parcel.value }),
      );
    }
    for (let n = this.#random.below(8); n > 0; n--) {
      const able = this.#down.filter(({ to }) => online[to]);
      if (able.length === 0) break;
      const parcel = this.#random.pick(able);
      this.#down = this.#down.filter((other) => other !== parcel);
      if (!this.#random.chance(loss)) this.areas[parcel.to]?.arrive(parcel.key, parcel.value);
    }
  }

  /**
   * The network is good: everything is uploaded, and every browser gets what the cloud has. True if
   * anything changed.
   */
  flush(): boolean {
    const before = JSON.stringify(this.areas.map(({ items }) => items));
    for (const { key, value } of this.#up.splice(0)) this.#held[key] = value;
    this.#down = [];
    for (const area of this.areas) for (const [key, value] of Object.entries(this.#held)) area.arrive(key, value);
    return JSON.stringify(this.areas.map(({ items }) => items)) !== before;
  }

  /** Simulates that somebody cleared the account's data. */
  empty(): void {
    this.#up = [];
    this.#down = [];
    for (const key of Object.keys(this.#held)) delete this.#held[key];
    for (const area of this.areas) area.items = {};
  }
}
