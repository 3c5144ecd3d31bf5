/**
 * The notes on a measure. Duties and payments are always shown, other notes beyond `open` are
 * folded.
 */
import type { Measure } from '../../lib/card/model/measure.ts';
import type { Translate } from '../../lib/i18n/translate.ts';
import { Icon } from '../icons.tsx';
import { NoBreakText } from '../no-break-text.tsx';

type Note = Measure['notes'][number];

const isUrgent = ({ kind }: Note): boolean => kind === 'condition' || kind === 'penalty';

interface NotesProps {
  notes: readonly Note[];
  t: Translate;
  /** The number of other notes that are shown too. */
  open: number;
}

const line = ({ text, day, lang }: Note) => (
  <p class="cond" key={text} lang={lang}>
    {day && <span class="day">{day}: </span>}
    <NoBreakText text={text} />
  </p>
);

/** A single further note is shown too, since folding it would save nothing. */
export function Notes({ notes, t, open }: NotesProps) {
  const urgent = notes.filter(isUrgent).length;
  const shown = notes.length === urgent + open + 1 ? notes.length : urgent + open;
  const folded = notes.slice(shown);
  return (
    <>
      {notes.slice(0, shown).map(line)}
      {folded.length > 0 && (
        <details class="notes">
          <summary>
            <Icon name="fold" />
            {t('card_notes', folded.length)}
          </summary>
          {folded.map(line)}
        </details>
      )}
    </>
  );
}
