/**
 * What this browser keeps for following: the state in which the user saw each followed measure, and
 * the changes since. It is of this browser alone: another device may have other lists, and its user
 * looks there at another time.
 */
import * as v from 'valibot';
import { GradedSource } from '../card/model/grade.ts';
import { Tile } from '../card/model/head.ts';
import { GLYPHS, InShort } from '../card/model/look.ts';

/** `title` in both languages of the interface, since the user may change it before looking. */
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
  /** By what is followed. */
  seen: v.record(v.string(), SeenStates),
  /** The day of the last notification, and the changes of which the user was notified. */
  notified: v.nullable(v.object({ day: v.string(), keys: v.array(v.string()) })),
});
export type FollowRecord = v.InferOutput<typeof FollowRecord>;
export const NEW_RECORD: FollowRecord = { seen: {}, notified: null };

/** A change of one measure, for all that is followed and that the measure is on. */
export const FollowChange = v.object({
  /** The same for the same change: of which measure, to which state. */
  key: v.string(),
  measure: v.string(),
  /** The entry whose page shows it. */
  entry: v.string(),
  /** "Gallium and germanium". */
  name: v.string(),
  kind: v.string(),
  tile: Tile,
  who: v.string(),
  toward: v.string(),
  /** Null: no measure was, or is, on file. */
  from: v.nullable(InShort),
  to: v.nullable(InShort),
  since: v.string(),
  sinceDay: v.string(),
  source: v.nullable(GradedSource),
});
export type FollowChange = v.InferOutput<typeof FollowChange>;
