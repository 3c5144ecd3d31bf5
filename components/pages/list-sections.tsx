/** The newest acts and the members of a body or a list. */
import { useState } from 'preact/hooks';
import type { CardModel } from '../../lib/card/model/card-model.ts';
import type { Translate } from '../../lib/i18n/translate.ts';
import { Glyph } from '../glyph.tsx';
import { NoBreakText } from '../no-break-text.tsx';
import { FilterField, fitsWords } from './filter-field.tsx';
import { GradedLink } from './graded-link.tsx';

/** More parties than this are folded until the user opens them. */
const MAX_SHOWN = 20;

/** The newest acts of a body, each with its day and source. */
export const Acts = ({ acts }: { acts: CardModel['acts'] }) => (
  <ol class="acts-told">
    {acts.map(({ day, label, text, source }) => (
      <li key={day + label + text}>
        <span class="day">{day}</span>
        <span>
          <b>
            <NoBreakText text={label} />
          </b>
          <small>
            <NoBreakText text={text} />
          </small>
        </span>
        {source && <GradedLink source={source} />}
      </li>
    ))}
  </ol>
);

interface PartiesProps {
  parties: CardModel['parties'];
  t: Translate;
  follow: (entry: string) => void;
}

/** The parties by name, with a filter. */
export function Parties({ parties, t, follow }: PartiesProps) {
  const [words, setWords] = useState('');
  const [isWhole, setWhole] = useState(false);
  const found = parties.filter(({ name, state }) => fitsWords(words, [name, state]));
  const shown = isWhole || words.trim() ? found : found.slice(0, MAX_SHOWN);
  return (
    <>
      <div class="chips">
        <FilterField label={t('entry_filter_parties', parties.length)} words={words} change={setWords} />
        <span class="hint num" role="status">
          {t('list_shown', found.length, parties.length)}
        </span>
      </div>
      <ul class="parties">
        {shown.map(({ id, name, glyph, barred, state, since }) => (
          <li key={name}>
            {id === undefined ? (
              <b>{name}</b>
            ) : (
              <button type="button" class="link" onClick={() => follow(id)}>
                {name}
              </button>
            )}
            <span class="party-state">
              <Glyph look={glyph} barred={barred} />
              <span>{state}</span>
            </span>
            <span class="day">{since}</span>
          </li>
        ))}
      </ul>
      {shown.length < found.length && (
        <button type="button" class="btn line" onClick={() => setWhole(true)}>
          {t('entry_all_parties', found.length)}
        </button>
      )}
    </>
  );
}
