/** Why this entry was taken for the word, and what else the word may stand for. */
import type { Translate } from '../../lib/i18n/translate.ts';

export interface WhyModel {
  words: string[];
  against: string[];
  readings: { entry: string; name: string; words: string[] }[];
}

interface WhyProps {
  why: WhyModel;
  t: Translate;
  notThis?: (() => void) | undefined;
}

const quoted = (words: readonly string[], t: Translate) =>
  words.map((word) => `“${word}”`).reduce((all, word) => t('card_why_pair', all, word));

function Reasons({ why, t }: WhyProps) {
  const { words, against, readings } = why;
  return (
    <>
      {words.length > 0
        ? t('card_why_words', quoted(words, t))
        : t(readings.length > 0 ? 'card_why_usual' : 'card_why_name')}
      {against.length > 0 && ` ${t('card_why_against', quoted(against, t))}`}
    </>
  );
}

export function Why({ why, t, notThis }: WhyProps) {
  return (
    <p class="why">
      <b>{t('card_why')}</b> <Reasons why={why} t={t} />{' '}
      {notThis && (
        <button type="button" class="link" onClick={notThis}>
          {t('card_not_this')}
        </button>
      )}
    </p>
  );
}

interface TwoReadingsProps extends WhyProps {
  /** The one that was taken. */
  name: string;
  follow: (entry: string) => void;
  choose?: ((entry: string) => void) | undefined;
}

/** Said before all else: the card may be of the wrong thing. */
export function TwoReadings({ why, name, t, follow, choose }: TwoReadingsProps) {
  return (
    <section class="two-readings" aria-label={t('card_two')}>
      <h3>{t('card_two')}</h3>
      <p>
        {t('card_taken', name)} <Reasons why={why} t={t} />
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
