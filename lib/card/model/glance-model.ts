/**
 * The model of the card on hover: the status of the measure that the article is about, as plain
 * data in the user's language. The full card (`card-model.ts`) is made only when it is opened.
 */
import * as v from 'valibot';
import { GLYPHS } from './look.ts';
import { GradedSource } from './grade.ts';
import { Head } from './head.ts';

const GlanceRow = v.object({
  /** `since`: the state is the same then and now, and `date` is its first day or ''. */
  when: v.picklist(['then', 'now', 'next', 'since']),
  /** "Then", "Now", "Next". */
  label: v.string(),
  glyph: v.picklist(GLYPHS),
  /** The measure refuses or prohibits; the colour shows this too. */
  barred: v.boolean(),
  /** The state in a few words, drawn bold: "Licence needed", "Unknown whether it applies." */
  title: v.string(),
  /** The sentence after the state; may be ''. */
  rest: v.string(),
  /** "Since 3 Dec 2024"; the article's day, "18 Jul 2025", where there was no measure then. */
  date: v.string(),
});

/** The lead: who restricts what toward whom, and its state. */
const GlanceLead = v.object({
  who: v.string(),
  toward: v.string(),
  restricts: v.string(),
  /** The measure in a few words, with the goods: "Entity List: licence for US items". */
  measure: v.string(),
  rows: v.array(GlanceRow),
});

/** The newest acts and the counts of a body or a list, in place of one status. */
const Digest = v.object({
  /** "Latest acts". */
  heading: v.string(),
  /** The unit in which acts are counted: "names added"; '' if they have none. */
  aside: v.string(),
  acts: v.pipe(v.array(v.object({ label: v.string(), day: v.string() })), v.maxLength(5)),
  counts: v.array(v.object({ glyph: v.picklist(GLYPHS), text: v.string() })),
  /** The measure of the newest act: who, toward whom, and its state. */
  latest: v.nullable(v.object({ who: v.string(), toward: v.string(), measure: v.string(), row: GlanceRow })),
});

export const GlanceModel = v.object({
  ...Head.entries,
  /** One sentence on what the entry is; `lang` is set if it is not in the list's language. */
  what: v.object({
    text: v.string(),
    lang: v.optional(v.string()),
    /** Shorter sentences for less room, the longest first, so that no sentence is cut. */
    shorter: v.array(v.string()),
  }),
  /** Null for bodies and lists, which have a digest, and for entries without measures. */
  lead: v.nullable(GlanceLead),
  /** The sentence that replaces the lead if there is no measure; otherwise ''. */
  none: v.string(),
  /** Sentences on the latest news about an entry without measures; may be empty. */
  news: v.array(v.string()),
  digest: v.nullable(Digest),
  source: v.nullable(GradedSource),
  /** "Known to 9 Oct 2026" if a scheduled date has passed since; otherwise ''. */
  knownTo: v.string(),
  /** The number of further measures; the counts in the full card add up to it. */
  more: v.number(),
});

export type GlanceModel = v.InferOutput<typeof GlanceModel>;
