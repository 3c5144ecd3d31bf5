/**
 * Collects notes on records that were left out or cut while a list was read: which record, which
 * field, and why.
 */
import * as v from 'valibot';

/** The interface has a text `lists_reason_<reason>` for each. */
const REASONS = [
  'no_name',
  'one_character',
  'stop_word',
  'too_long',
  'too_many',
  'hidden_characters',
  'link',
  'key',
  'depth',
  'shape',
  'twice',
  'date',
  'source',
  'act_refused',
  'circle',
  'column',
  'beside',
] as const;
export type Reason = (typeof REASONS)[number];

/** One record or field that was not taken as it stands in the list. */
export const Note = v.object({
  /** The record's id, its name, or its position: "row 17". */
  record: v.string(),
  /** The path of the field, "names.en.3"; '' for the whole record. */
  field: v.string(),
  reason: v.picklist(REASONS),
  /** True if the whole record was left out; false if only the field was dropped or cut. */
  refused: v.boolean(),
});
export type Note = v.InferOutput<typeof Note>;

/** Notes that are kept; further ones are only counted. */
export const MAX_NOTES = 500;

export class Notes {
  readonly kept: Note[] = [];
  refused = 0;
  clipped = 0;
  readonly #cut = new Set<string>();

  /** The first note of each record, for the first `most` records. */
  firstOfEach(most: number): Note[] {
    const records = new Map<string, Note>();
    for (const note of this.kept) if (!records.has(note.record)) records.set(note.record, note);
    return [...records.values()].slice(0, most);
  }

  add(record: string, field: string, reason: Reason, refused = false): void {
    const note = { record: record.slice(0, 120), field: field.slice(0, 80), reason, refused };
    const key = JSON.stringify(note);
    // A field that an earlier step cut may still be too long for a later one: it is noted once.
    if (!refused && this.#cut.has(key)) return;
    if (refused) this.refused++;
    else this.clipped++;
    if (this.kept.length >= MAX_NOTES) return;
    this.kept.push(note);
    if (!refused) this.#cut.add(key);
  }
}
