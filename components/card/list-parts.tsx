/**
 * Parts of the full card of a body or a list: further recent acts, and the parties that were added
 * last.
 */
import type { CardModel } from '../../lib/card/model/card-model.ts';
import type { Translate } from '../../lib/i18n/translate.ts';
import { Glyph } from '../glyph.tsx';
import { NoBreakText } from '../no-break-text.tsx';

const MAX_ACTS_SHOWN = 5;
const MAX_PARTIES_SHOWN = 6;

/** `told`: the number of acts that the answer above shows, as in the glance. */
export function EarlierActs({ acts, told, t }: { acts: CardModel['acts']; told: number; t: Translate }) {
  const earlier = acts.slice(told, MAX_ACTS_SHOWN);
  if (earlier.length === 0) return null;
  return (
    <section class="card-sec">
      <h3 class="label">{t('card_acts')}</h3>
      <ol class="acts-lines">
        {earlier.map(({ day, label, text }) => (
          <li key={day + label + text}>
            <b>
              <NoBreakText text={label} />
            </b>
            <span class="day">{day}</span>
            <span class="by">
              <NoBreakText text={text} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

interface OnListProps {
  parties: CardModel['parties'];
  t: Translate;
  follow: (entry: string) => void;
  openEntry?: (() => void) | undefined;
}

/** The parties that a list gained last, with their states. */
export const OnList = ({ parties, t, follow, openEntry }: OnListProps) => (
  <section class="card-sec">
    <h3 class="label">{t('card_parties')}</h3>
    <ul class="acts-lines">
      {parties.slice(0, MAX_PARTIES_SHOWN).map(({ id, name, glyph, barred, state, since }) => (
        <li key={name}>
          <span>
            <Glyph look={glyph} barred={barred} />{' '}
            {id === undefined ? (
              name
            ) : (
              <button type="button" class="link" onClick={() => follow(id)}>
                {name}
              </button>
            )}
            <span class="vh">: {state}</span>
          </span>
          <span class="day">{since && t('measure_since', since)}</span>
        </li>
      ))}
    </ul>
    {openEntry && parties.length > MAX_PARTIES_SHOWN && (
      <button type="button" class="link" onClick={openEntry}>
        {t('card_table_of_all', parties.length)}
      </button>
    )}
  </section>
);
