/**
 * The notes that a list holds on a measure and on the acts that made it: conditions, penalties,
 * exclusions, caveats.
 */
import { spanOf } from '../../knowledge/model/fuzzy-dates.ts';
import { NOTE_KINDS, type Day } from '../../knowledge/model/schema.ts';
import type { Row } from '../../knowledge/status/row.ts';
import { phraseWords, type Voice } from '../../knowledge/wording/terms.ts';
import type { Measure } from '../model/measure.ts';
import { langOf } from './content-lang.ts';

/** All of them that were public by `today`, what somebody must do first. */
export function notesOf({ control }: Row, today: Day, voice: Voice): Measure['notes'] {
  const acts = voice.knowledge.actsOn.get(control.id) ?? [];
  const known = acts.filter((act) => spanOf(act.public).first <= today);
  const kinds = new Map(
    [control, ...known].flatMap(({ note, noteKind = 'caveat' }) =>
      note === undefined ? [] : [[note, noteKind] as const],
    ),
  );
  return [...kinds]
    .map(([note, kind]) => {
      const text = phraseWords(note, voice);
      const lang = langOf(note, text, voice);
      return { kind, text, ...(lang && { lang }) };
    })
    .sort((a, b) => NOTE_KINDS.indexOf(a.kind) - NOTE_KINDS.indexOf(b.kind));
}
