/** Something done to controls on a day. */
import * as v from 'valibot';
import { EntryId } from './id-schemas.ts';
import { ControlId, DateText, Reviewed, list, text } from './basics.ts';
import { NoteKind, WAYS } from './control.ts';
import { Sources, Src } from './sources.ts';

/** What an act does to its controls. The names are part of the format of lists. */
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
/** The kind of text of an act. Only `law` to `court` count as law in `status/states.ts`. */
export const BASES = ['law', 'notice', 'letter', 'court', 'statement', 'unpublished'] as const;

/** The last day of an act by its own text, which later acts may change. */
export const UpTo = v.looseObject({
  day: DateText,
  /** 'yes' if the text counts this day as the last day of the act. */
  included: v.picklist(['yes', 'no', 'unclear']),
  /**
   * What happens to the control after this day by the text: it returns, starts for the first time,
   * or ends; 'unsaid' if the text does not say.
   */
  then: v.picklist(['returns', 'starts', 'ends', 'unsaid']),
});

export const Act = v.looseObject({
  id: v.pipe(v.string(), v.regex(/^act\/[a-z0-9][a-z0-9.-]{0,90}$/, 'an act id is act/slug in lower case')),
  does: v.picklist(DOES),
  on: v.pipe(v.array(ControlId), v.minLength(1), v.maxLength(100)),
  /** The act touches only the part named here. */
  part: v.optional(
    v.looseObject({
      parties: v.optional(list(text(160), 500)),
      entries: v.optional(list(EntryId, 100)),
      limb: v.optional(text(200)),
      points: v.optional(text(120)),
    }),
  ),
  /**
   * The day on which the act became public, and the day from which it has effect (default: the
   * same).
   */
  public: DateText,
  bites: v.optional(DateText),
  upTo: v.optional(UpTo),
  /**
   * The way after the act: the new one for `amends`, the one that remains during the pause for
   * `suspends`.
   */
  leaves: v.optional(v.picklist(WAYS)),
  /** The legal text of the act. */
  text: v.optional(v.looseObject({ instrument: v.optional(EntryId), provision: v.optional(text(160)) })),
  basis: v.picklist(BASES),
  /**
   * For claims and statements: who says so, who is silent, who denies it. Each is a country code,
   * an entry id or a name.
   */
  saidBy: v.optional(list(text(160), 20)),
  silent: v.optional(list(text(160), 20)),
  denied: v.optional(list(text(160), 20)),
  /** One plain sentence for the timeline and the change log. */
  note: v.optional(text(600)),
  noteKind: NoteKind,
  /** The last search for what followed the end of this act. */
  reviewed: v.optional(Reviewed),
  src: Src,
  sources: Sources,
});

export type UpTo = v.InferOutput<typeof UpTo>;
export type Act = v.InferOutput<typeof Act>;
