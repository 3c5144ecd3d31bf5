/** Lists values that a merge or the user replaced or deleted, so that the user can restore them. */
import * as v from 'valibot';
import { isOwn } from '../knowledge/model/ids.ts';
import { nameOfDevice } from '../terms/device-record.ts';
import type { OwnStore } from '../terms/own-store.ts';
import { sameValue } from '../terms/record.ts';
import { deviceOf } from '../terms/stamp.ts';
import { termOrDeleted } from '../terms/term.ts';
import type { LogRow } from '../terms/terms-db.ts';
import { SETTINGS } from './settings-record.ts';

const Named = v.looseObject({ name: v.string() });

/** A value that can be restored. */
export interface OverwrittenValue {
  row: LogRow;
  /** The name of the term. */
  name: string;
  /** The device that replaced the value; empty if it was this one. */
  by: string;
}

/**
 * The values about which the user has not decided. Values of conflicts come first, then the newest.
 */
export async function readOverwritten(store: OwnStore): Promise<OverwrittenValue[]> {
  const [rows, records, here] = await Promise.all([store.log(), store.records(), store.deviceId()]);
  const open = rows
    .filter((row) => !row.settled && (isOwn(row.id) || (row.id === SETTINGS && row.conflict)))
    // Leaves out values that another device has already restored.
    .filter(({ id, field, value }) => field === '' || !sameValue(records.get(id)?.fields[field]?.value, value))
    .map((row) => {
      const record = records.get(row.id);
      const by = deviceOf(row.by);
      const name = v.is(Named, row.value) ? row.value.name : ((record && termOrDeleted(record)?.name) ?? row.id);
      return { row, name, by: by === here ? '' : nameOfDevice(records, by) || by };
    });
  return open.sort((a, b) => Number(b.row.conflict) - Number(a.row.conflict) || b.row.when - a.row.when);
}
