/**
 * Merges two copies of the user's records against the last state that both sides knew. Pure.
 *
 * Field by field the later write wins, and the merge reports the other value as a loss for the log.
 * Only a tombstone deletes a record. A record that one side lacks is copied to it, so an emptied
 * remote copy never deletes the user's terms.
 */
import {
  isAlive,
  joinRecords,
  laterWritten,
  ownField,
  sameRecord,
  sameValue,
  type OwnRecord,
  type Records,
  type StampedValue,
} from '../terms/record.ts';
import { wholeLoss, type Loss } from '../terms/loss-log.ts';
import type { Stamp } from '../terms/stamp.ts';

/** A merge that is not stored yet. */
export interface MergeResult {
  /** The new state of the records that change on my side. */
  changed: OwnRecord[];
  losses: Loss[];
  /** Records of this side that the merge would delete. */
  deleted: string[];
}

/** True if the winner's writer had not seen the loser. */
function unseen(loser: StampedValue, winner: StampedValue, base: StampedValue | undefined): boolean {
  if (winner.over === undefined || winner.over < loser.at) return true;
  return winner.over !== loser.at && loser.at !== base?.at;
}

function fieldLosses(mine: OwnRecord, theirs: OwnRecord, base: OwnRecord | undefined): Loss[] {
  const losses: Loss[] = [];
  for (const [field, here] of Object.entries(mine.fields)) {
    const there = ownField(theirs.fields, field);
    if (!there || sameValue(here.value, there.value)) continue;
    const known = base && ownField(base.fields, field);
    const later = laterWritten(here, there);
    if (later === there)
      losses.push({
        id: mine.id,
        field,
        value: here.value,
        at: here.at,
        by: there.at,
        conflict: unseen(here, there, known),
      });
    else if (unseen(there, here, known) && (!known || there.at > known.at))
      losses.push({ id: mine.id, field, value: there.value, at: there.at, by: here.at, conflict: true });
  }
  return losses;
}

/** The values that are lost with a record which this merge deletes. */
function wholeLosses(mine: OwnRecord, theirs: OwnRecord, base: OwnRecord | undefined, gone: Stamp): Loss[] {
  const isNew = (record: OwnRecord) =>
    Object.entries(record.fields).some(
      ([field, { at }]) => at > (base ? (ownField(base.fields, field)?.at ?? '') : ''),
    );
  return [mine, theirs].filter(isAlive).map((record) => wholeLoss(record, gone, isNew(record)));
}

/**
 * Merges `theirs` into `mine`. `base`: the last state that both sides knew. A record that only
 * `mine` has stays unchanged.
 */
export function merge(mine: Records, theirs: Records, base: Records): MergeResult {
  const result: MergeResult = { changed: [], losses: [], deleted: [] };
  for (const [id, there] of theirs) {
    const here = mine.get(id);
    if (!here) {
      result.changed.push(there);
      continue;
    }
    const joined = joinRecords(here, there);
    if (!sameRecord(joined, here)) result.changed.push(joined);
    const known = base.get(id);
    if (isAlive(joined)) result.losses.push(...fieldLosses(here, there, known));
    else if (joined.gone !== undefined && (isAlive(here) || (isAlive(there) && !isOlder(there, known)))) {
      result.losses.push(...wholeLosses(here, there, known, joined.gone));
      if (isAlive(here)) result.deleted.push(id);
    }
  }
  return result;
}

/** True if a copy has nothing beyond the common state: it is an old copy that arrived late. */
const isOlder = (copy: OwnRecord, base: OwnRecord | undefined): boolean =>
  base !== undefined && sameRecord(joinRecords(copy, base), base);

/**
 * A merge that deletes more terms than this, and more than this share of all terms, needs the
 * user's confirmation.
 */
const MAX_UNASKED_DELETIONS = 5;
const MAX_UNASKED_SHARE = 1 / 5;

/** `deleted`: deletions at once or within ten minutes. `alive`: terms before them. */
export const mustAsk = (deleted: number, alive: number): boolean =>
  deleted > MAX_UNASKED_DELETIONS && deleted > alive * MAX_UNASKED_SHARE;
