/**
 * One measure on an entry, as a line that can be read alone: who toward whom, its state today,
 * since when, on whose word.
 */
import * as v from 'valibot';
import { NOTE_KINDS } from '../../knowledge/model/schema.ts';
import { GLYPHS } from './look.ts';
import { GradedSource } from './grade.ts';

/**
 * The place of the measure below the lead: open; or folded, as a rule on whole classes of goods, as
 * a list or a report that restricts nothing by itself, or as a duty of somebody else than the
 * lead's issuer.
 */
const PLACES = ['open', 'broad', 'listed', 'duties'] as const;

export const Measure = v.object({
  id: v.string(),
  isLead: v.boolean(),
  place: v.picklist(PLACES),
  who: v.string(),
  toward: v.string(),
  restricts: v.string(),
  /** "3 Dec 2024", and the same as a day for sorting; '' where it is not known. */
  since: v.string(),
  sinceDay: v.string(),
  glyph: v.picklist(GLYPHS),
  barred: v.boolean(),
  /** Today's state in a word or two, and the sentence after it. */
  title: v.string(),
  rest: v.string(),
  /** In force, suspended or announced today: not over. */
  isAlive: v.boolean(),
  changed: v.boolean(),
  /** The text and its provision: "Announcement 46 of 2024, article 3". */
  text: v.string(),
  /**
   * Conditions, penalties, exclusions and caveats, in this order; `day` of the act that they are
   * on, '' for the measure itself; `lang` where they are not in the user's language.
   */
  notes: v.array(
    v.object({ kind: v.picklist(NOTE_KINDS), text: v.string(), day: v.string(), lang: v.optional(v.string()) }),
  ),
  source: v.nullable(GradedSource),
});

export type Measure = v.InferOutput<typeof Measure>;
export type MeasurePlace = (typeof PLACES)[number];
