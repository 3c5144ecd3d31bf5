/**
 * The stored data of following: the state in which the user last saw each followed measure, and the
 * changes since. It is not synced: another device may have other lists, and the user looks at it at
 * other times.
 */
import * as v from 'valibot';
import { GradedSource } from '../card/model/grade.ts';
import { Tile } from '../card/model/head.ts';
import { GLYPHS, ShortState } from '../card/model/look.ts';

/**
 * `title` is in both languages, because the user may change the interface language before looking.
 */
const SeenState = v.object({
  key: v.string(),
  glyph: v.picklist(GLYPHS),
  barred: v.boolean(),
  title: v.object({ en: v.string(), zh_CN: v.string() }),
});
export type SeenState = v.InferOutput<typeof SeenState>;

/** By the id of the control. */
const SeenStates = v.record(v.string(), SeenState);
export type SeenStates = v.InferOutput<typeof SeenStates>;

export const FollowRecord = v.object({
  /** By the followed item. */
  seen: v.record(v.string(), SeenStates),
  /** The day of the last notification and the keys of its changes. */
  notified: v.nullable(v.object({ day: v.string(), keys: v.array(v.string()) })),
});
export type FollowRecord = v.InferOutput<typeof FollowRecord>;
/** The record of a user who follows nothing yet. */
export const NEW_RECORD: FollowRecord = { seen: {}, notified: null };

/** A change of one measure, for all followed items to which the measure applies. */
export const FollowChange = v.object({
  /** Identifies the change: the measure and its new state. */
  key: v.string(),
  measure: v.string(),
  /** The entry whose page shows the change. */
  entry: v.string(),
  /** "Gallium and germanium". */
  name: v.string(),
  kind: v.string(),
  tile: Tile,
  who: v.string(),
  toward: v.string(),
  /** Null if there was no measure (`from`) or is none now (`to`). */
  from: v.nullable(ShortState),
  to: v.nullable(ShortState),
  since: v.string(),
  sinceDay: v.string(),
  source: v.nullable(GradedSource),
});
export type FollowChange = v.InferOutput<typeof FollowChange>;
