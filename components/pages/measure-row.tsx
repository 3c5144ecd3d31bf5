/** A row of the table of measures. */
import type { Measure } from '../../lib/card/model/measure.ts';
import type { MessageKey, Translate } from '../../lib/i18n/translate.ts';
import { MeasureState, type StarOf } from '../card/measures.tsx';
import { Notes } from '../card/notes.tsx';
import { Glyph } from '../glyph.tsx';
import { Icon } from '../icons.tsx';
import { NoBreakText } from '../no-break-text.tsx';
import { GradedLink } from './graded-link.tsx';

/** The columns by which the table can be sorted. */
export type MeasureColumn = 'who' | 'restricts' | 'toward' | 'sinceDay' | 'title' | 'source';
/** The columns of a row and the keys that sort them. The class of a heading is `by-…`. */
export const MEASURE_COLUMNS: readonly { by: MeasureColumn; label: MessageKey }[] = [
  { by: 'who', label: 'entry_who' },
  { by: 'restricts', label: 'entry_restricts' },
  { by: 'toward', label: 'entry_toward' },
  { by: 'sinceDay', label: 'entry_since' },
  { by: 'title', label: 'entry_state' },
  { by: 'source', label: 'entry_source' },
];

export function MeasureRow({ measure, t, starOf }: { measure: Measure; t: Translate; starOf?: StarOf | undefined }) {
  const { who, restricts, toward, since, glyph, barred, changed, text, source, notes, isLead } = measure;
  return (
    <tr class={isLead ? 'lead' : undefined} data-measure={measure.id}>
      <td class="issuer">{who}</td>
      <td class="act">{restricts}</td>
      <td class="toward">{toward}</td>
      <td class="day">{since}</td>
      <td class="how">
        <div class="how-grid">
          <Glyph look={glyph} barred={barred} />
          <div>
            <MeasureState measure={measure} />
            {changed && (
              <span class="cue">
                <Icon name="differs" />
                {t('card_changed')}
              </span>
            )}
            <small class="by">
              <NoBreakText text={text} />
            </small>
            <Notes notes={notes} t={t} open={0} />
          </div>
        </div>
      </td>
      <td class="from">
        {source && <GradedLink source={source} />}
        {starOf?.(measure)}
      </td>
    </tr>
  );
}
