/**
 * A control is one operative provision: who restricts which activity, how, for what, toward whom.
 */
import * as v from 'valibot';
import { EntryId } from './id-schemas.ts';
import { ControlId, DateText, Day, list, text } from './basics.ts';
import { Sources, Src } from './sources.ts';

/**
 * The activity that a control restricts. `nothing`: it only lists, such as a list of critical
 * minerals.
 */
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
export type Restrains = (typeof RESTRAINS)[number];
/** How a control restricts. The names are part of the format of lists. */
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
export type Way = (typeof WAYS)[number];

/** The kinds of notes, in the order in which cards show them: duties first, background last. */
export const NOTE_KINDS = ['condition', 'penalty', 'exclusion', 'caveat'] as const;
/** Lists older than this field leave it out. Such a note is a caveat. */
export const NoteKind = v.optional(v.picklist(NOTE_KINDS));

/** Whom and what a control reaches. An absent field sets no limit. */
export const Toward = v.looseObject({
  /** ISO country codes, or `all`. */
  destinations: v.optional(list(v.pipe(v.string(), v.regex(/^(?:all|[A-Z]{2,3})$/)), 300)),
  /** Groups that are not countries: "Country Group D:5". */
  groups: v.optional(list(text(120), 20)),
  /** Kinds of end users: "military users". */
  users: v.optional(list(text(120), 20)),
  uses: v.optional(list(text(160), 20)),
  /** Named parties: entry ids or names. */
  parties: v.optional(list(text(160), 500)),
  /** ISO codes of the countries in which the parties have their headquarters. */
  hq: v.optional(list(text(3), 60)),
  owned: v.optional(text(200)),
  /** The origin of the goods, for imports and content rules. */
  origin: v.optional(list(v.pipe(v.string(), v.regex(/^(?:all|[A-Z]{2,3})$/)), 300)),
  content: v.optional(text(200)),
});

/** One thing that a control covers. */
export const Cover = v.looseObject({
  /** What is covered: either one entry, or all members of a list or class. */
  entry: v.optional(EntryId),
  list: v.optional(EntryId),
  /** The forms, grades or items that are covered. */
  wording: v.optional(text(400)),
  threshold: v.optional(text(200)),
});

/** An amount in one period: "25%" from 1 Jan 2025 on. `until` is absent if it is open. */
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
  /** True for a rule on all dual-use items or the like. Cards fold it. */
  horizontal: v.optional(v.boolean()),
  /** Amounts or rates, each with its period. */
  steps: v.optional(list(Step, 60)),
  /** The control or controls whose effect this one continues under another text. */
  continues: v.optional(v.union([ControlId, v.pipe(v.array(ControlId), v.minLength(1), v.maxLength(20))])),
  note: v.optional(text(600)),
  noteKind: NoteKind,
  searched: v.optional(Day),
  sources: Sources,
});

export type Toward = v.InferOutput<typeof Toward>;
export type Cover = v.InferOutput<typeof Cover>;
export type Step = v.InferOutput<typeof Step>;
export type Control = v.InferOutput<typeof Control>;
