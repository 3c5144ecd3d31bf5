/**
 * Stores the record of follows in the user's own database. It has names of private lists, and
 * content scripts in Firefox can read `storage.local`:
 * https://bugzilla.mozilla.org/show_bug.cgi?id=1724754.
 */
import * as v from 'valibot';
import type { OwnBase } from '../terms/terms-db.ts';
import { FollowChange, FollowRecord, NEW_RECORD } from './follow-record.ts';

const RECORD = 'follow-record';
const CHANGES = 'follow-changes';

/** A record that cannot be read is replaced by a new one, in which everything counts as seen. */
export const readFollowRecord = async (db: OwnBase): Promise<FollowRecord> =>
  (await db.read(RECORD, FollowRecord)) ?? NEW_RECORD;

/** The changes not yet seen; [] if there are none or they cannot be parsed. */
export const readFollowChanges = async (db: OwnBase): Promise<readonly FollowChange[]> =>
  (await db.read(CHANGES, v.array(FollowChange))) ?? [];

/** Returns true if the changes differ from those before. */
export async function writeFollows(
  db: OwnBase,
  record: FollowRecord,
  changes: readonly FollowChange[],
): Promise<boolean> {
  const before = await readFollowChanges(db);
  await db.meta.bulkPut([
    { key: RECORD, value: record },
    { key: CHANGES, value: changes },
  ]);
  return JSON.stringify(before) !== JSON.stringify(changes);
}
