/**
 * Records in the items of `storage.sync`, within its quotas. A record's bucket follows from its id,
 * so that two devices that edit different terms seldom write the same item. Every item can be read
 * by itself: items that arrive late, twice or not at all cost nothing but time.
 */
import * as v from 'valibot';
import { digestOf } from '../core/digest.ts';
import { byId, isAlive, latestStamp, type OwnRecord, type Records } from '../terms/record.ts';
import { NotOursError, differs, serializeRecords, parseRecords } from './serialize-records.ts';
import { deflateBase64, inflateBase64 } from './deflate-base64.ts';

/** As the browsers say: bytes in all and in an item (its key counts), and items. */
export const QUOTA = { bytes: 102_400, item: 8_192, items: 512 } as const;
/** A little is kept free, since browsers count differently. */
const ROOM = { bytes: QUOTA.bytes - 1_024, item: QUOTA.item - 64 };

/** All items together: those that fill the area with terms unpack to some hundred kilobytes. */
const MAX_UNPACKED_BYTES = 8_000_000;

const BUCKETS = 32;
const PREFIX = 'own.';
const KEY = /^own\.\d{2}(?:\.\d{1,3})?$/;
export const isOurs = (key: string): boolean => KEY.test(key);

/** `by`: the device that wrote the item. `z`: serialized records, deflated. */
const Item = v.object({ by: v.string(), z: v.string() });
export type Items = Record<string, unknown>;

export const sizeOf = (key: string, value: unknown): number => key.length + JSON.stringify(value).length;
export const sizeOfAll = (items: Items): number =>
  Object.entries(items).reduce((sum, [key, value]) => sum + sizeOf(key, value), 0);

export interface ReadItem {
  /** As it stands in the area. */
  item: unknown;
  by: string;
  records: Records;
}

/**
 * The content of each item. Broken ones read as empty; throws NotOursError for those of a later
 * version.
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

export interface Area {
  /**
   * The items at the place; an item with the right content is left as it is, and remains its
   * writer's.
   */
  there: ReadonlyMap<string, ReadItem>;
  /** Bytes of what is not ours. */
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
  // Too much for one item: halves, each an item of its own.
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
  /** The item that holds these records already. */
  const standing = (key: string, its: readonly OwnRecord[]) => {
    const held = there.get(key);
    return held?.by && !differs(its, held.records, now) ? held.item : null;
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

/** Tombstones first, then what is in the area already, then the rest, the oldest first. */
function byRank(inArea: ReadonlySet<string>): (a: OwnRecord, b: OwnRecord) => number {
  const rank = (record: OwnRecord) => (!isAlive(record) ? 0 : inArea.has(record.id) ? 1 : 2);
  const text = (record: OwnRecord) => `${latestStamp(record) ?? ''} ${record.id}`;
  return (a, b) => rank(a) - rank(b) || (text(a) < text(b) ? -1 : 1);
}

/** Items for `records`, and the ids of those for which there is no room. */
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
