/** Keeps overwritten and deleted values, so that the user can restore them. */
import { latestStamp, type Json, type OwnRecord } from './record.ts';
import type { Stamp } from './stamp.ts';
import type { OwnBase } from './terms-db.ts';

/** A value that was overwritten or deleted. */
export interface Loss {
  id: string;
  /** '' if the whole record was deleted; `value` then holds its fields. */
  field: string;
  value: Json;
  /**
   * The stamp of the lost value, and the stamp of the value that replaced it (for a whole record:
   * of the deletion).
   */
  at: Stamp;
  by: Stamp;
  /**
   * True if both sides had written; false if the other side had seen this value and replaced it.
   */
  conflict: boolean;
}

/**
 * The most rows of the log. The oldest are deleted first, but none before it is three months old.
 */
const MAX_ROWS = 5_000;
const MIN_KEPT_MS = 90 * 24 * 3600 * 1000;

/** Call within a transaction on `log`. */
export async function logLosses({ log }: OwnBase, losses: readonly Loss[], when: number): Promise<void> {
  if (losses.length === 0) return;
  const known = await log.bulkGet(losses.map(({ id, field, at }): [string, string, string] => [id, field, at]));
  // A value that was restored and is lost again counts as a new loss.
  await log.bulkPut(
    losses.flatMap((loss, i) => (known[i] && known[i].by >= loss.by ? [] : { ...loss, when, settled: false })),
  );
  const extra = (await log.count()) - MAX_ROWS;
  if (extra <= 0) return;
  const old = log.orderBy('when').limit(extra);
  await log.bulkDelete(await old.filter((row) => row.when < when - MIN_KEPT_MS).primaryKeys());
}

const valuesOf = ({ fields }: OwnRecord): Record<string, Json> =>
  Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value]));

/** The loss of a whole record. */
export const wholeLoss = (record: OwnRecord, by: Stamp, conflict: boolean): Loss => ({
  id: record.id,
  field: '',
  value: valuesOf(record),
  at: latestStamp({ id: record.id, fields: record.fields }) ?? by,
  by,
  conflict,
});
