/** The list's notes on a measure and on its acts: conditions, penalties, exclusions, caveats. */
import { spanOf } from '../../knowledge/model/fuzzy-dates.ts';
import { NOTE_KINDS, type Day } from '../../knowledge/model/schema.ts';
import type { Row } from '../../knowledge/status/row.ts';
import { dateWords } from '../../knowledge/wording/dates.ts';
import { phraseWords, type Voice } from '../../knowledge/wording/terms.ts';
import type { Measure } from '../model/measure.ts';
import { langOf } from './content-lang.ts';

/** All notes that were public by `today`. Duties come first. */
export function notesOf({ control }: Row, today: Day, voice: Voice): Measure['notes'] {
  const acts = voice.knowledge.actsOn.get(control.id) ?? [];
  const known = acts.filter((act) => spanOf(act.public).first <= today);
  // A note on an act ("46 more affiliates.") needs its day to make sense.
  const noted = [{ of: control, day: '' }, ...known.map((act) => ({ of: act, day: dateWords(act.public, voice) }))];
  const told = new Map<string, Pick<Measure['notes'][number], 'kind' | 'day'>>();
  for (const { of, day } of noted)
    if (of.note !== undefined && !told.has(of.note)) told.set(of.note, { kind: of.noteKind ?? 'caveat', day });
  return [...told]
    .map(([note, { kind, day }]) => {
      const text = phraseWords(note, voice);
      const lang = langOf(note, text, voice);
      return { kind, text, day, ...(lang && { lang }) };
    })
    .sort((a, b) => NOTE_KINDS.indexOf(a.kind) - NOTE_KINDS.indexOf(b.kind));
}
