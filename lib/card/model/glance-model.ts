/**
 * The card on hover: one status, of the measure that an article is about, as plain data in the
 * user's language. The full card (`card-model.ts`) is made only when it is opened.
 */
import * as v from 'valibot';
import { GLYPHS } from './look.ts';
import { GradedSource } from './grade.ts';
import { Head } from './head.ts';

const GlanceRow = v.object({
  /** `since`: then and now are the same, and `date`, if known, is the first day. */
  when: v.picklist(['then', 'now', 'next', 'since']),
  /** "Then", "Now", "Next". */
  label: v.string(),
  glyph: v.picklist(GLYPHS),
  /** Refused or prohibited: shown by colour besides the words. */
  barred: v.boolean(),
  /** The state in a word or two, drawn bold: "Licence needed", "Not known." */
  title: v.string(),
  /** The sentence after it; may be ''. */
  rest: v.string(),
  /** "18 Jul 2025", or "Since 3 Dec 2024". */
  date: v.string(),
});

/** Who restricts what toward whom, and its state. */
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
  /** The unit of the counted acts: "names added"; may be ''. */
  aside: v.string(),
  acts: v.pipe(v.array(v.object({ label: v.string(), day: v.string() })), v.maxLength(5)),
  counts: v.array(v.object({ glyph: v.picklist(GLYPHS), text: v.string() })),
  /** The measure of the newest act: who, toward whom, and its state. */
  latest: v.nullable(v.object({ who: v.string(), toward: v.string(), measure: v.string(), row: GlanceRow })),
});

export const GlanceModel = v.object({
  ...Head.entries,
  /** One sentence on what it is; `lang` where it is not in the language of the list's own texts. */
  what: v.object({
    text: v.string(),
    lang: v.optional(v.string()),
    /** Whole sentences that say less, the longest first: none is cut where there is no room. */
    shorter: v.array(v.string()),
  }),
  /** Null for bodies and lists, which have a digest, and where no measure touches the entry. */
  lead: v.nullable(GlanceLead),
  /** The sentence in place of a lead where there is no measure; '' elsewhere. */
  none: v.string(),
  /** There too: the sentences on what the entry was last in the news for; may be none. */
  news: v.array(v.string()),
  digest: v.nullable(Digest),
  source: v.nullable(GradedSource),
  /** "Known to 9 Oct 2026", where a date on file has passed since; '' elsewhere. */
  knownTo: v.string(),
  /** Further measures; the counts in the full card add up to it. */
  more: v.number(),
});

export type GlanceModel = v.InferOutput<typeof GlanceModel>;
