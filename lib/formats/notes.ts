/**
 * The records that were left out or cut while a list was read: which record, which field, and why.
 */
import * as v from 'valibot';

/** Worded by the texts `lists_reason_<reason>`. */
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

export const Note = v.object({
  /** An id, a name, or "row 17": as much as is known of the record. */
  record: v.string(),
  /** The field, as a path: "names.en.3". '' for the record itself. */
  field: v.string(),
  reason: v.picklist(REASONS),
  /** true: the whole record was left out. false: the field was dropped or cut, the rest is kept. */
  refused: v.boolean(),
});
export type Note = v.InferOutput<typeof Note>;

/** No more than this many notes are kept; the others are counted. */
export const MOST_NOTES = 500;

export class Notes {
  readonly kept: Note[] = [];
  refused = 0;
  clipped = 0;
  readonly #cut = new Set<string>();

  /** The first fault of each of the first records. */
  firstOfEach(most: number): Note[] {
    const records = new Map<string, Note>();
    for (const note of this.kept) if (!records.has(note.record)) records.set(note.record, note);
    return [...records.values()].slice(0, most);
  }

  add(record: string, field: string, reason: Reason, refused = false): void {
    const note = { record: record.slice(0, 120), field: field.slice(0, 80), reason, refused };
    const key = JSON.stringify(note);
    // A field that one step has cut may still be too long for a later one.
    if (!refused && this.#cut.has(key)) return;
    if (refused) this.refused++;
    else this.clipped++;
    if (this.kept.length >= MOST_NOTES) return;
    this.kept.push(note);
    if (!refused) this.#cut.add(key);
  }
}
