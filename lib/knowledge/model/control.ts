/** One operative provision: who restrains which act, in which way, of what, toward whom. */
import * as v from 'valibot';
import { EntryId } from './id-schemas.ts';
import { ControlId, DateText, Day, list, text } from './basics.ts';
import { Sources, Src } from './sources.ts';

export const RESTRAINS = [
  'export',
  're-export',
  'import',
  'buy',
  'use',
  'invest',
  'make',
  'transfer-technology',
  'help',
  'comply',
  'nothing',
] as const;
export const WAYS = [
  'prohibited',
  'refused in principle',
  'presumption of denial',
  'case by case',
  'advised against',
  'licence',
  'general authorisation',
  'quota',
  'duty',
  'notice',
  'designation',
] as const;

/** The kinds of notes, from duties that come first to background that comes last. */
export const NOTE_KINDS = ['condition', 'penalty', 'exclusion', 'caveat'] as const;
/** Left out in lists older than this field: such a note is a caveat. */
export const NoteKind = v.optional(v.picklist(NOTE_KINDS));

export const Toward = v.looseObject({
  /** ISO country codes, or `all`. */
  destinations: v.optional(list(v.pipe(v.string(), v.regex(/^(?:all|[A-Z]{2,3})$/)), 300)),
  /** Groups that are no country: "Country Group D:5". */
  groups: v.optional(list(text(120), 20)),
  /** Kinds of users: "military users". */
  users: v.optional(list(text(120), 20)),
  uses: v.optional(list(text(160), 20)),
  /** Named parties: entry ids or names. */
  parties: v.optional(list(text(160), 500)),
  /** Headquartered in: ISO codes. */
  hq: v.optional(list(text(3), 60)),
  owned: v.optional(text(200)),
  /** The origin of the goods, for imports and content rules. */
  origin: v.optional(list(v.pipe(v.string(), v.regex(/^(?:all|[A-Z]{2,3})$/)), 300)),
  content: v.optional(text(200)),
});

export const Cover = v.looseObject({
  /** The goods or parties covered: an entry, or all members of a list or class. One of the two. */
  entry: v.optional(EntryId),
  list: v.optional(EntryId),
  /** Which forms, grades or items of it. */
  wording: v.optional(text(400)),
  threshold: v.optional(text(200)),
});

const Step = v.looseObject({ from: DateText, until: v.optional(DateText), amount: text(200), src: Src });

export const Control = v.looseObject({
  id: ControlId,
  /** The issuing body. */
  by: EntryId,
  text: v.looseObject({ instrument: EntryId, provision: v.optional(text(160)) }),
  /** A few words for the card: "licence for listed gallium items". */
  title: text(200),
  restrains: v.picklist(RESTRAINS),
  way: v.picklist(WAYS),
  covers: v.pipe(v.array(Cover), v.minLength(1), v.maxLength(500)),
  toward: Toward,
  /** Applies to all dual-use items or the like: folded on the card. */
  horizontal: v.optional(v.boolean()),
  /** Amounts or rates by period. */
  steps: v.optional(list(Step, 60)),
  /** The control, or the several controls, whose effect this one continues under another text. */
  continues: v.optional(v.union([ControlId, v.pipe(v.array(ControlId), v.minLength(1), v.maxLength(20))])),
  note: v.optional(text(600)),
  noteKind: NoteKind,
  searched: v.optional(Day),
  sources: Sources,
});

export type Restrains = (typeof RESTRAINS)[number];
export type Way = (typeof WAYS)[number];
export type Toward = v.InferOutput<typeof Toward>;
export type Cover = v.InferOutput<typeof Cover>;
export type Step = v.InferOutput<typeof Step>;
export type Control = v.InferOutput<typeof Control>;
