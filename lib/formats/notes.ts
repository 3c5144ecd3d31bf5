/** What was left out or cut while a list was read: which record, what of it, and why. */

/** Worded by the texts `lists_reason_<reason>`. */
export const REASONS = [
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
] as const;
export type Reason = (typeof REASONS)[number];

export interface Note {
  /** An id, a name, or "row 17": as much as is known of the record. */
  record: string;
  /** The field, as a path: "names.en.3". '' for the record itself. */
  field: string;
  reason: Reason;
  /** true: the whole record was left out. false: the field was dropped or cut, the rest is kept. */
  refused: boolean;
}

/** No more than this many notes are kept; the others are counted. */
export const MOST_NOTES = 500;

export class Notes {
  readonly kept: Note[] = [];
  refused = 0;
  clipped = 0;
  readonly #cut = new Set<string>();

  add(record: string, field: string, reason: Reason, refused = false): void {
    const note = { record: record.slice(0, 120), field: field.slice(0, 80), reason, refused };
    const key = JSON.stringify(note);
    // What one step has cut, a later one may find too long still.
    if (!refused && this.#cut.has(key)) return;
    if (refused) this.refused++;
    else this.clipped++;
    if (this.kept.length >= MOST_NOTES) return;
    this.kept.push(note);
    if (!refused) this.#cut.add(key);
  }
}
