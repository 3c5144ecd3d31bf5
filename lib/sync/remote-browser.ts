/**
 * The browser's own sync, `storage.sync`. The browser copies its items to the user's other
 * browsers, one by one, and the later write of an item wins. We write to a local copy and never
 * learn if a write reached another device. Only an item that another device wrote shows what that
 * device knows.
 */
import { joinAll, type OwnRecord, type Records } from '../terms/record.ts';
import { QUOTA, isOurs, makeItems, readItems, sizeOfAll, type Items, type ReadItem } from './storage-sync-items.ts';
import { NotOursError } from './serialize-records.ts';
import { ReplicaError, type RemoteCopy, type Replica, type WriteResult } from './remote.ts';

/** The used part of `storage.sync`. */
export interface SyncArea {
  get(keys: null): Promise<Items>;
  set(items: Items): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

function faultOf(error: unknown): ReplicaError {
  if (error instanceof ReplicaError) return error;
  if (error instanceof NotOursError) return new ReplicaError(error.newer ? 'newer' : 'not-ours', { cause: error });
  const message = error instanceof Error ? error.message : String(error);
  if (/MAX_WRITE|WRITE_OPERATIONS|throttl/i.test(message)) return new ReplicaError('too-often', { cause: error });
  if (/QUOTA|MAX_ITEMS/i.test(message)) return new ReplicaError('full', { cause: error });
  return new ReplicaError('unreachable', { cause: error });
}

/** Our items as one text, to detect a write between two reads. */
const versionOf = (items: Items): string =>
  JSON.stringify(
    Object.entries(items)
      .filter(([key]) => isOurs(key))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

export class BrowserReplica implements Replica {
  readonly #area: SyncArea;
  readonly #device: string;
  readonly #now: () => number;
  #read: { version: string; items: ReadonlyMap<string, ReadItem> } | null = null;

  constructor(area: SyncArea, device: string, now: () => number) {
    this.#area = area;
    this.#device = device;
    this.#now = now;
  }

  /** Reads the local copy. That costs nothing, so `held` is ignored. */
  async read(): Promise<RemoteCopy> {
    try {
      const items = await this.#area.get(null);
      const version = versionOf(items);
      const read = await readItems(items);
      this.#read = { version, items: read };
      let records: Records = new Map();
      let known: Records = new Map();
      for (const { by, records: its } of read.values()) {
        records = joinAll(records, its);
        if (by !== this.#device) known = joinAll(known, its);
      }
      return { records, known, version, empty: records.size === 0 };
    } catch (error) {
      throw faultOf(error);
    }
  }

  async write(records: readonly OwnRecord[], copy: RemoteCopy): Promise<WriteResult> {
    try {
      const now = await this.#area.get(null);
      if (versionOf(now) !== copy.version) throw new ReplicaError('changed');
      const there = this.#read?.version === copy.version ? this.#read.items : await readItems(now);
      const others = Object.fromEntries(Object.entries(now).filter(([key]) => !isOurs(key)));
      const { items, left } = await makeItems(records, {
        there,
        others: sizeOfAll(others),
        by: this.#device,
        now: this.#now(),
      });
      const write = Object.fromEntries(Object.entries(items).filter(([key, item]) => there.get(key)?.item !== item));
      const remove = [...there.keys()].filter((key) => !(key in items));
      const set = () => (Object.keys(write).length ? this.#area.set(write) : undefined);
      const clear = () => (remove.length ? this.#area.remove(remove) : undefined);
      // A record that moves to another item is written there before its old item is cleared, if
      // both fit.
      const steps = sizeOfAll({ ...now, ...write }) <= QUOTA.bytes ? [set, clear] : [clear, set];
      for (const step of steps) await step();
      return {
        known: false,
        version: null,
        left,
        used: { bytes: sizeOfAll({ ...items, ...others }), most: QUOTA.bytes },
      };
    } catch (error) {
      throw faultOf(error);
    }
  }
}
