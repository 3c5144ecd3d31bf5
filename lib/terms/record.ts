/**
 * The unit of sync between devices: a record of fields, each with the stamp of its last write.
 * Terms and settings are both stored in records, of whose meaning this file knows nothing. Two
 * copies of a record are joined field by field, and the later write wins. The join is associative,
 * commutative and idempotent, so copies that saw the same writes in any order are equal.
 */
import * as v from 'valibot';
import { Stamp, deviceOf, isTooFarAhead, laterOf } from './stamp.ts';

/** Any JSON value. Its meaning is decided by the code that reads the field. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export const Json: v.GenericSchema<Json> = v.lazy(() =>
  v.union([v.null(), v.boolean(), v.number(), v.string(), v.array(Json), v.record(v.string(), Json)]),
);

const FieldName = v.pipe(v.string(), v.minLength(1), v.maxLength(400));

/** A field: its value, and the stamp of the write that set it. */
export const StampedValue = v.object({
  value: Json,
  at: Stamp,
  /** The stamp of the value that the writer saw and replaced. */
  over: v.optional(Stamp),
});
export type StampedValue = v.InferOutput<typeof StampedValue>;

/** `own/slug` for terms; others are `settings/...` and `device/...`. */
export const RecordId = v.pipe(v.string(), v.regex(/^[a-z]+\/[a-z0-9][a-z0-9.-]{0,80}$/));

/** A field that no device ever wrote is missing and has its default. */
export const OwnRecord = v.object({
  id: RecordId,
  fields: v.record(FieldName, StampedValue),
  /** The stamp of its deletion. The record still exists if a field was written later. */
  gone: v.optional(Stamp),
});
export type OwnRecord = v.InferOutput<typeof OwnRecord>;
/** The readable part of a damaged row. */
const LooseRecord = v.object({
  id: RecordId,
  fields: v.fallback(v.record(v.string(), v.unknown()), {}),
  gone: v.fallback(v.optional(Stamp), undefined),
});
/** Records by their id. */
export type Records = ReadonlyMap<string, OwnRecord>;

/** The records by id. Of two with one id the later stays. */
export const byId = (records: Iterable<OwnRecord>): Map<string, OwnRecord> =>
  new Map([...records].map((record) => [record.id, record]));

function latestField({ fields }: OwnRecord): Stamp | null {
  let latest: Stamp | null = null;
  for (const { at } of Object.values(fields)) latest = laterOf(latest, at);
  return latest;
}

/** The latest stamp in a record. */
export const latestStamp = (record: OwnRecord): Stamp | null => laterOf(record.gone ?? null, latestField(record));

/** True if a field was written after the last deletion. */
export function isAlive(record: OwnRecord): boolean {
  const latest = latestField(record);
  return latest !== null && (record.gone === undefined || latest > record.gone);
}

/** Orders two values with the same stamp. Only a copied browser profile makes such stamps. */
const weight = ({ value, over }: StampedValue) => `${JSON.stringify(value)} ${over ?? ''}`;

/** The later of two writes of a field. */
export function laterWritten(a: StampedValue, b: StampedValue): StampedValue {
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return weight(a) >= weight(b) ? a : b;
}

/** Compares by content; the order of keys counts. */
export const sameValue = (a: Json | undefined, b: Json | undefined): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b);

const sameWritten = (a: StampedValue, b: StampedValue | undefined) =>
  b !== undefined && a.at === b.at && weight(a) === weight(b);

/** True if both copies have the same values with the same stamps. */
export function sameRecord(a: OwnRecord, b: OwnRecord | undefined): boolean {
  if (!b || a.gone !== b.gone) return false;
  const names = Object.keys(a.fields);
  return (
    names.length === Object.keys(b.fields).length &&
    names.every((name) => sameWritten(a.fields[name] as StampedValue, ownField(b.fields, name)))
  );
}

/** `fields[name]`, but never a property that every object inherits. */
export const ownField = <T>(fields: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(fields, name) ? fields[name] : undefined;

/** `fields` with one more field. Even `__proto__` is a valid name. */
export const withField = (
  fields: Readonly<Record<string, StampedValue>>,
  name: string,
  written: StampedValue,
): Record<string, StampedValue> => Object.fromEntries([...Object.entries(fields), [name, written]]);

/** Joins two copies of one record. */
export function joinRecords(a: OwnRecord, b: OwnRecord): OwnRecord {
  const fields = new Map(Object.entries(a.fields));
  for (const [name, written] of Object.entries(b.fields)) {
    const known = fields.get(name);
    fields.set(name, known ? laterWritten(known, written) : written);
  }
  const gone = laterOf(a.gone ?? null, b.gone ?? null);
  return { id: a.id, fields: Object.fromEntries(fields), ...(gone !== null && { gone }) };
}

/** Joins two sets of records. */
export function joinAll(a: Records, b: Records): Map<string, OwnRecord> {
  const all = new Map(a);
  for (const [id, record] of b) {
    const known = all.get(id);
    all.set(id, known ? joinRecords(known, record) : record);
  }
  return all;
}

/**
 * `record` (or a new record with that id) with `values` written at the stamp `at`. Fields that
 * already have the value keep their stamp.
 */
export function writeFields(
  id: string,
  record: OwnRecord | undefined,
  values: Readonly<Record<string, Json>>,
  at: Stamp,
): OwnRecord {
  let fields = record?.fields ?? {};
  for (const [name, value] of Object.entries(values)) {
    const known = ownField(fields, name);
    if (known && sameValue(known.value, value)) continue;
    fields = withField(fields, name, { value, at, ...(known && { over: known.at }) });
  }
  return { id, fields, ...(record?.gone !== undefined && { gone: record.gone }) };
}

function withoutOver(written: StampedValue): StampedValue {
  const { over: _, ...rest } = written;
  return rest;
}
function withoutDeletion(record: OwnRecord): OwnRecord {
  const { gone: _, ...rest } = record;
  return rest;
}

/**
 * A record from another device without the fields whose stamps lie too far ahead of now; null if
 * nothing is left.
 */
export function withoutFuture(record: OwnRecord, now: number): OwnRecord | null {
  const stamps = [...Object.values(record.fields).flatMap(({ at, over }) => [at, over]), record.gone];
  const isAhead = (stamp: Stamp | undefined) => stamp !== undefined && isTooFarAhead(stamp, now);
  if (!stamps.some(isAhead)) return record;
  const fields = Object.fromEntries(
    Object.entries(record.fields).flatMap(([name, written]) =>
      isAhead(written.at) ? [] : [[name, isAhead(written.over) ? withoutOver(written) : written]],
    ),
  );
  const kept = isAhead(record.gone) ? withoutDeletion(record) : record;
  return Object.keys(fields).length === 0 && kept.gone === undefined ? null : { ...kept, fields };
}

/**
 * A record of this browser in which every stamp later than `stamp` is replaced by `stamp`, so that
 * its values stay. A later deletion is kept if `device` made it, and dropped if another device did.
 */
export function restoredRecord(record: OwnRecord, stamp: Stamp, device: string): OwnRecord {
  const fields = Object.entries(record.fields).map(([name, written]) => {
    const kept = written.over !== undefined && written.over > stamp ? withoutOver(written) : written;
    return [name, kept.at > stamp ? { ...kept, at: stamp } : kept];
  });
  const { gone } = record;
  const rest = gone !== undefined && gone > stamp && deviceOf(gone) !== device ? withoutDeletion(record) : record;
  return {
    ...rest,
    fields: Object.fromEntries(fields),
    ...(rest.gone !== undefined && { gone: rest.gone > stamp ? stamp : rest.gone }),
  };
}

/**
 * Reads a stored row, without the fields that are damaged. `record` is null if not even the id is
 * valid. `isWhole`: nothing was left out.
 */
export function readRow(row: unknown): { record: OwnRecord | null; isWhole: boolean } {
  const whole = v.safeParse(OwnRecord, row);
  if (whole.success) return { record: whole.output, isWhole: true };
  const loose = v.safeParse(LooseRecord, row);
  if (!loose.success) return { record: null, isWhole: false };
  const { id, fields, gone } = loose.output;
  const kept = Object.entries(fields).filter(
    (field): field is [string, StampedValue] => v.is(FieldName, field[0]) && v.is(StampedValue, field[1]),
  );
  return { record: { id, fields: Object.fromEntries(kept), ...(gone !== undefined && { gone }) }, isWhole: false };
}

/**
 * Undoes a deletion: every field is written again, so that the record exists on all devices that
 * saw the deletion.
 */
export function undelete(record: OwnRecord, at: Stamp): OwnRecord {
  return {
    ...record,
    fields: Object.fromEntries(
      Object.entries(record.fields).map(([name, { value, at: over }]) => [name, { value, at, over }]),
    ),
  };
}
