/** Why this entry was taken for the word, and what else the word may stand for. */
import type { Translate } from '../lib/i18n/translate.ts';

export interface WhyModel {
  words: string[];
  against: string[];
  readings: { entry: string; name: string; words: string[] }[];
}

interface WhyProps {
  why: WhyModel;
  t: Translate;
  notThis?: (() => void) | undefined;
  follow: (entry: string) => void;
  choose?: ((entry: string) => void) | undefined;
}

const quoted = (words: readonly string[]) => words.map((word) => `“${word}”`).join(', ');

export function Why({ why, t, notThis, follow, choose }: WhyProps) {
  return (
    <>
      <p class="why">
        <b>{t('card_why')}</b> {why.words.length > 0 ? t('card_why_words', quoted(why.words)) : t('card_why_name')}
        {why.against.length > 0 && ` ${t('card_why_against', quoted(why.against))}`}{' '}
        {notThis && (
          <button type="button" class="link" onClick={notThis}>
            {t('card_not_this')}
          </button>
        )}
      </p>
      {why.readings.length > 0 && (
        <div class="why">
          <p>{t('card_two')}</p>
          {why.readings.map((reading) => (
            <div key={reading.entry} class="other-reading">
              <span>
                <button type="button" class="link" onClick={() => follow(reading.entry)}>
                  {reading.name}
                </button>
                {reading.words.length > 0 && ` ${t('card_why_words', quoted(reading.words))}`}
              </span>
              {choose && (
                <button type="button" class="btn line" onClick={() => choose(reading.entry)} aria-label={`${t('card_use')}: ${reading.name}`}>
                  {t('card_use')}
                </button>
              )}
            </div>
          ))}
        </div>
      )}
    </>
  );
}
