/**
 * One measure on an entry as a self-contained line: who restricts whom, its state today, since
 * when, by which source.
 */
import * as v from 'valibot';
import { NOTE_KINDS } from '../../knowledge/model/schema.ts';
import { GLYPHS } from './look.ts';
import { GradedSource } from './grade.ts';

/**
 * The place of the measure in the full card: `open`, or folded as a rule on whole classes of goods
 * (`broad`), as a list or report that restricts nothing by itself (`listed`), or as a duty of an
 * issuer other than the lead's (`duties`).
 */
const PLACES = ['open', 'broad', 'listed', 'duties'] as const;
export type MeasurePlace = (typeof PLACES)[number];

export const Measure = v.object({
  id: v.string(),
  isLead: v.boolean(),
  place: v.picklist(PLACES),
  who: v.string(),
  toward: v.string(),
  restricts: v.string(),
  /** "3 Dec 2024", and the same as `YYYY-MM-DD` for sorting; '' if unknown. */
  since: v.string(),
  sinceDay: v.string(),
  glyph: v.picklist(GLYPHS),
  barred: v.boolean(),
  /** Today's state in a few words, and the sentence after it. */
  title: v.string(),
  rest: v.string(),
  /** True if the measure is in force, suspended or announced today. */
  isAlive: v.boolean(),
  changed: v.boolean(),
  /** The instrument and its provision: "Announcement 46 of 2024, article 3". */
  text: v.string(),
  /**
   * Conditions, penalties, exclusions and caveats, in this order. `day`: of the act that the note
   * is on, '' for the measure itself. `lang`: set if the note is not in the user's language.
   */
  notes: v.array(
    v.object({ kind: v.picklist(NOTE_KINDS), text: v.string(), day: v.string(), lang: v.optional(v.string()) }),
  ),
  source: v.nullable(GradedSource),
});

export type Measure = v.InferOutput<typeof Measure>;
