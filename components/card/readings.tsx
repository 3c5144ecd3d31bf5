/**
 * Part of the full card: why this entry was chosen for the word, and the other entries that it may
 * mean.
 */
import { quoted, ChoiceReasons, type ChoiceReasonsProps } from './choice-reasons.tsx';

/** Why this entry was chosen, with a button for a wrong meaning. */
export function ChosenBecause({ why, t, notThis }: ChoiceReasonsProps) {
  return (
    <p class="why">
      <b>{t('card_why')}</b> <ChoiceReasons why={why} t={t} />{' '}
      {notThis && (
        <button type="button" class="link" onClick={notThis}>
          {t('card_not_this')}
        </button>
      )}
    </p>
  );
}

interface TwoReadingsProps extends ChoiceReasonsProps {
  /** The name of the chosen entry. */
  name: string;
  follow: (entry: string) => void;
  choose?: ((entry: string) => void) | undefined;
}

/** Stands first, since the card may be about the wrong entry. */
export function TwoReadings({ why, name, t, follow, choose }: TwoReadingsProps) {
  return (
    <section class="two-readings" aria-label={t('card_two')}>
      <h3>{t('card_two')}</h3>
      <p>
        {t('card_taken', name)} <ChoiceReasons why={why} t={t} />
      </p>
      {why.readings.map((reading) => (
        <div key={reading.entry} class="other-reading">
          <p>
            <button type="button" class="link" onClick={() => follow(reading.entry)}>
              {reading.name}
            </button>{' '}
            {reading.words.length > 0 && t('card_why_words', quoted(reading.words, t))}
          </p>
          {choose && (
            <button
              type="button"
              class="btn line"
              onClick={() => choose(reading.entry)}
              aria-label={t('card_use_as', reading.name)}
            >
              {t('card_use')}
            </button>
          )}
        </div>
      ))}
    </section>
  );
}
