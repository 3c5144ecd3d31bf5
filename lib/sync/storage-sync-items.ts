/**
 * Stores records in the items of `storage.sync`, within its quotas. A record's id decides its item,
 * so that two devices that edit different terms rarely write the same item. Every item can be read
 * by itself: items that arrive late, twice or never do no harm.
 */
import * as v from 'valibot';
import { digestOf } from '../core/digest.ts';
import { byId, isAlive, latestStamp, type OwnRecord, type Records } from '../terms/record.ts';
import { NotOursError, mustWrite, serializeRecords, parseRecords } from './serialize-records.ts';
import { deflateBase64, inflateBase64 } from './deflate-base64.ts';

/**
 * The browsers' limits
 * (https://developer.chrome.com/docs/extensions/reference/api/storage#property-sync): bytes in
 * total, bytes of one item with its key, and number of items.
 */
export const QUOTA = { bytes: 102_400, item: 8_192, items: 512 } as const;
/** Our limits leave a little free, since browsers count differently. */
const ROOM = { bytes: QUOTA.bytes - 1_024, item: QUOTA.item - 64 };

/**
 * The limit for all items together. Real items that fill the area unpack to a few hundred
 * kilobytes.
 */
const MAX_UNPACKED_BYTES = 8_000_000;

const BUCKETS = 32;
const PREFIX = 'own.';
const KEY = /^own\.\d{2}(?:\.\d{1,3})?$/;
/** True if an item of `storage.sync` holds records. */
export const isOurs = (key: string): boolean => KEY.test(key);

/** `by`: the device that wrote the item. `z`: serialized records, deflated. */
const Item = v.object({ by: v.string(), z: v.string() });
/** The contents of `storage.sync` by key, items of others included. */
export type Items = Record<string, unknown>;

/** The bytes that the browser counts for an item, if the text is ASCII. */
export const sizeOf = (key: string, value: unknown): number => key.length + JSON.stringify(value).length;
/** The size of all items in bytes, as the browser counts it against the quota. */
export const sizeOfAll = (items: Items): number =>
  Object.entries(items).reduce((sum, [key, value]) => sum + sizeOf(key, value), 0);

/** An item with its records unpacked. `by`: the device that wrote it. */
export interface ReadItem {
  /** The item as stored in the area. */
  item: unknown;
  by: string;
  records: Records;
}

/**
 * Reads each item. A broken item counts as empty. Throws NotOursError for items that a later
 * version wrote.
 */
export async function readItems(items: Items): Promise<Map<string, ReadItem>> {
  const read = new Map<string, ReadItem>();
  let room = MAX_UNPACKED_BYTES;
  for (const [key, value] of Object.entries(items)) {
    if (!isOurs(key)) continue;
    const item = v.safeParse(Item, value);
    let records: OwnRecord[] = [];
    if (item.success) {
      try {
        const { value, size } = await inflateBase64(item.output.z, room);
        room -= size;
        records = parseRecords(value);
      } catch (error) {
        if (error instanceof NotOursError && error.newer) throw error;
      }
    }
    read.set(key, { item: value, by: item.success ? item.output.by : '', records: byId(records) });
  }
  return read;
}

/** The sync area before a write. `by`: this device. `now`: milliseconds since 1970. */
export interface Area {
  /**
   * The items in the area. An item that already has the right content is not written again and
   * keeps the name of its writer.
   */
  there: ReadonlyMap<string, ReadItem>;
  /** Bytes of items that are not ours. */
  others: number;
  by: string;
  now: number;
}

interface Part {
  item: unknown;
  records: readonly OwnRecord[];
}

async function partsOf(records: readonly OwnRecord[], by: string, left: string[]): Promise<Part[]> {
  const item = { by, z: await deflateBase64(serializeRecords(records)) };
  if (sizeOf(`${PREFIX}00.000`, item) <= ROOM.item) return [{ item, records }];
  const [only] = records;
  if (records.length === 1 && only) {
    left.push(only.id);
    return [];
  }
  // Too much for one item: each half gets its own.
  const half = records.length >> 1;
  return [...(await partsOf(records.slice(0, half), by, left)), ...(await partsOf(records.slice(half), by, left))];
}

async function fill(
  records: readonly OwnRecord[],
  { there, by, now }: Area,
): Promise<{ items: Items; left: string[] }> {
  const buckets = new Map<number, OwnRecord[]>();
  for (const record of records) {
    const bucket = digestOf(record.id) % BUCKETS;
    const same = buckets.get(bucket);
    if (same) same.push(record);
    else buckets.set(bucket, [record]);
  }
  /** The stored item that already has these records, or null. */
  const standing = (key: string, its: readonly OwnRecord[]) => {
    const held = there.get(key);
    return held?.by && !mustWrite(its, held.records, now) ? held.item : null;
  };
  const items: Items = {};
  const left: string[] = [];
  for (const [bucket, its] of buckets) {
    its.sort((a, b) => (a.id < b.id ? -1 : 1));
    const key = `${PREFIX}${String(bucket).padStart(2, '0')}`;
    const same = standing(key, its);
    const parts: Part[] = same === null ? await partsOf(its, by, left) : [{ item: same, records: its }];
    for (const [n, part] of parts.entries()) {
      const place = n === 0 ? key : `${key}.${n}`;
      items[place] = standing(place, part.records) ?? part.item;
    }
  }
  return { items, left };
}

/**
 * Orders tombstones first, then records that are already in the area, then the others, oldest
 * first.
 */
function byRank(inArea: ReadonlySet<string>): (a: OwnRecord, b: OwnRecord) => number {
  const rank = (record: OwnRecord) => (!isAlive(record) ? 0 : inArea.has(record.id) ? 1 : 2);
  const text = (record: OwnRecord) => `${latestStamp(record) ?? ''} ${record.id}`;
  return (a, b) => rank(a) - rank(b) || (text(a) < text(b) ? -1 : 1);
}

/** Items for `records`, and the ids of records that do not fit. */
export async function makeItems(records: readonly OwnRecord[], area: Area): Promise<{ items: Items; left: string[] }> {
  const room = ROOM.bytes - area.others;
  const whole = await fill(records, area);
  if (sizeOfAll(whole.items) <= room) return whole;
  const ranked = [...records].sort(
    byRank(new Set([...area.there.values()].flatMap((item) => [...item.records.keys()]))),
  );
  let fits = 0;
  let best: { items: Items; left: string[] } = { items: {}, left: [] };
  for (let low = 1, high = ranked.length - 1; low <= high;) {
    const middle = (low + high) >> 1;
    const tried = await fill(ranked.slice(0, middle), area);
    if (sizeOfAll(tried.items) <= room) {
      [fits, best] = [middle, tried];
      low = middle + 1;
    } else high = middle - 1;
  }
  return { items: best.items, left: [...best.left, ...ranked.slice(fits).map(({ id }) => id)] };
}
