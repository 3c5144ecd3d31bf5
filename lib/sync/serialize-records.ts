/**
 * Serializes records as compact JSON. Stamps are kept in one table, and fields refer to them by
 * index; fields that were written together share one reference. A deleted record is sent as a
 * tombstone for three years, and then no longer.
 */
import * as v from 'valibot';
import type { OwnRecord } from '../terms/record.ts';
import { Json, RecordId, isAlive, sameRecord, withField, type Records } from '../terms/record.ts';
import { Stamp, msOf } from '../terms/stamp.ts';

const FORMAT = 'tradegloss-terms/1';
const FORMAT_NAME = /^tradegloss-terms\/(\d+)$/;

const Place = v.pipe(v.number(), v.integer(), v.minValue(0));
/** The form of the file and of the items. Other versions read it, so it must not change. */
const PackedRecords = v.object({
  format: v.literal(FORMAT),
  stamps: v.array(Stamp),
  /**
   * The id; the index of the stamp that most fields have, or null; the values of those fields; the
   * fields with another stamp or an `over` stamp; the index of the deletion's stamp, or null.
   */
  records: v.array(
    v.tuple([
      RecordId,
      v.nullable(Place),
      v.record(v.string(), Json),
      v.record(v.string(), v.union([v.tuple([Place, Place]), v.tuple([Place])])),
      v.nullable(Place),
    ]),
  ),
});
export type PackedRecords = v.InferOutput<typeof PackedRecords>;

/** True if a text starts like ours. If such a text is not valid JSON, its write was interrupted. */
export const startsLikeOurs = (text: string): boolean => text.startsWith(`{"format":"${FORMAT}"`);

/** The text has no records of ours. `newer`: a later version wrote it. */
export class NotOursError extends Error {
  readonly newer: boolean;
  constructor(newer: boolean) {
    super(newer ? 'written by a later version' : 'holds no terms of Tradegloss');
    this.name = 'NotOursError';
    this.newer = newer;
  }
}

/**
 * Three years: a deletion must outlast two clocks that are each a year off in opposite directions.
 */
export const TOMBSTONES_KEPT_MS = 3 * 365 * 24 * 3600 * 1000;

/** The record as it is sent to other devices at `now`; null for a tombstone that is too old. */
export function recordToSend(record: OwnRecord, now: number): OwnRecord | null {
  if (isAlive(record)) return record;
  const { id, gone } = record;
  return gone === undefined || now - msOf(gone) > TOMBSTONES_KEPT_MS ? null : { id, fields: {}, gone };
}

const FADES = TOMBSTONES_KEPT_MS - 60 * 24 * 3600 * 1000;
/**
 * True for a tombstone near its end. Clocks differ, so it is no reason to write if one side has it
 * and the other has not.
 */
const isNearItsEnd = (record: OwnRecord, now: number): boolean =>
  !isAlive(record) && record.gone !== undefined && now - msOf(record.gone) > FADES;

/** True if a replica with the records `there` must be written so that it has `wanted`. */
export function mustWrite(wanted: readonly OwnRecord[], there: Records, now: number): boolean {
  const ids = new Set(wanted.map(({ id }) => id));
  const missing = wanted.some((record) => !sameRecord(record, there.get(record.id)) && !isNearItsEnd(record, now));
  return missing || [...there.values()].some((record) => !ids.has(record.id) && !isNearItsEnd(record, now));
}

/** The stamp that most fields of a record have. */
function mainStamp(record: OwnRecord): Stamp | null {
  const counts = new Map<Stamp, number>();
  let main: Stamp | null = null;
  for (const { at } of Object.values(record.fields)) {
    counts.set(at, (counts.get(at) ?? 0) + 1);
    if (main === null || (counts.get(at) ?? 0) > (counts.get(main) ?? 0)) main = at;
  }
  return main;
}

/** The inverse of `parseRecords`. */
export function serializeRecords(records: Iterable<OwnRecord>): PackedRecords {
  const places = new Map<Stamp, number>();
  const place = (stamp: Stamp): number => {
    const known = places.get(stamp);
    if (known !== undefined) return known;
    places.set(stamp, places.size);
    return places.size - 1;
  };
  const packed = [...records].map((record): PackedRecords['records'][number] => {
    const main = mainStamp(record);
    const values: [string, Json][] = [];
    const others: [string, [number] | [number, number]][] = [];
    for (const [name, { value, at, over }] of Object.entries(record.fields)) {
      values.push([name, value]);
      if (over !== undefined) others.push([name, [place(at), place(over)]]);
      else if (at !== main) others.push([name, [place(at)]]);
    }
    const head = [
      record.id,
      main === null ? null : place(main),
      Object.fromEntries(values),
      Object.fromEntries(others),
    ] as const;
    return [...head, record.gone === undefined ? null : place(record.gone)];
  });
  return { format: FORMAT, stamps: [...places.keys()], records: packed };
}

/** Throws NotOursError. */
export function parseRecords(value: unknown): OwnRecord[] {
  const parsed = v.safeParse(PackedRecords, value);
  if (!parsed.success) {
    const format =
      typeof value === 'object' && value !== null && 'format' in value ? FORMAT_NAME.exec(String(value.format)) : null;
    throw new NotOursError(format !== null && Number(format[1]) > 1);
  }
  const { stamps, records } = parsed.output;
  const stamp = (place: number): Stamp => {
    const found = stamps[place];
    if (found === undefined) throw new NotOursError(false);
    return found;
  };
  return records.map(([id, main, values, others, gone]) => {
    let fields: OwnRecord['fields'] = {};
    for (const [name, value] of Object.entries(values)) {
      const [at, over] = Object.hasOwn(others, name) ? (others[name] ?? []) : [];
      const written = at ?? main;
      if (written === null) throw new NotOursError(false);
      fields = withField(fields, name, { value, at: stamp(written), ...(over !== undefined && { over: stamp(over) }) });
    }
    return { id, fields, ...(gone !== null && { gone: stamp(gone) }) };
  });
}
