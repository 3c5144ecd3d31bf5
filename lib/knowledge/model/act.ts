/** Something done to controls on a day. */
import * as v from 'valibot';
import { EntryId } from './id-schemas.ts';
import { ControlId, DateText, Reviewed, list, text } from './basics.ts';
import { NoteKind, WAYS } from './control.ts';
import { Sources, Src } from './sources.ts';

export const DOES = [
  'imposes',
  'amends',
  'extends',
  'suspends',
  'resumes',
  'ends',
  'voids',
  'stays',
  'withdraws',
  'grants',
  'declines to enforce',
  'plans',
  'claims',
] as const;
export const BASES = ['law', 'notice', 'letter', 'court', 'statement', 'unpublished'] as const;

export const UpTo = v.looseObject({
  day: DateText,
  /** True if the text counts that day as the last one of the act. */
  included: v.picklist(['yes', 'no', 'unclear']),
  /**
   * The event that follows by the text: the control returns, starts for the first time, ends, or
   * nothing is said.
   */
  then: v.picklist(['returns', 'starts', 'ends', 'unsaid']),
});

export const Act = v.looseObject({
  id: v.pipe(v.string(), v.regex(/^act\/[a-z0-9][a-z0-9.-]{0,90}$/, 'an act id is act/slug in lower case')),
  does: v.picklist(DOES),
  on: v.pipe(v.array(ControlId), v.minLength(1), v.maxLength(100)),
  /** On a part only: what is named here. */
  part: v.optional(
    v.looseObject({
      parties: v.optional(list(text(160), 500)),
      entries: v.optional(list(EntryId, 100)),
      limb: v.optional(text(200)),
      points: v.optional(text(120)),
    }),
  ),
  /** When it became public, and from when it has effect (default: the same day). */
  public: DateText,
  bites: v.optional(DateText),
  upTo: v.optional(UpTo),
  /**
   * How the act changes what holds: the new way, for `amends`; what stays while paused, for
   * `suspends`.
   */
  leaves: v.optional(v.picklist(WAYS)),
  /** The text through which it was done. */
  text: v.optional(v.looseObject({ instrument: v.optional(EntryId), provision: v.optional(text(160)) })),
  basis: v.picklist(BASES),
  /**
   * For claims and statements: who says so, who says nothing, who denies it. Country codes, entry
   * ids or names.
   */
  saidBy: v.optional(list(text(160), 20)),
  silent: v.optional(list(text(160), 20)),
  denied: v.optional(list(text(160), 20)),
  /** One plain sentence for the timeline in words and the change log. */
  note: v.optional(text(600)),
  noteKind: NoteKind,
  /** Somebody looked for what followed the end of this act. */
  reviewed: v.optional(Reviewed),
  src: Src,
  sources: Sources,
});

export type UpTo = v.InferOutput<typeof UpTo>;
export type Act = v.InferOutput<typeof Act>;
