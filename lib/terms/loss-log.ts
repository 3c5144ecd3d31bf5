/** The overwritten and deleted values, kept so that they can be restored. */
import { latestStamp, type Json, type OwnRecord } from './record.ts';
import type { Stamp } from './stamp.ts';
import type { OwnBase } from './terms-db.ts';

/** A value that was taken from where it stood. */
export interface Loss {
  id: string;
  /** '' where the whole record was deleted; its fields are then `value`. */
  field: string;
  value: Json;
  /**
   * The time at which the lost value was written, and the value that replaced it (for a whole
   * record: the deletion).
   */
  at: Stamp;
  by: Stamp;
  /** Both sides had written; false where the other side simply went on from this value. */
  conflict: boolean;
}

/**
 * A log that nobody reads is cut at this length, the oldest first, and never within three months.
 */
const MAX_ROWS = 5_000;
const MIN_KEPT_MS = 90 * 24 * 3600 * 1000;

/** Within a transaction on `log`. */
export async function logLosses({ log }: OwnBase, losses: readonly Loss[], when: number): Promise<void> {
  if (losses.length === 0) return;
  const known = await log.bulkGet(losses.map(({ id, field, at }): [string, string, string] => [id, field, at]));
  // A value that is lost again after it was put back is a loss again.
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
