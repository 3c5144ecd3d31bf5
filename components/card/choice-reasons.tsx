/** Why this entry was chosen for the word, and the other entries of the word. */
import type { Translate } from '../../lib/i18n/translate.ts';

/**
 * `words` speak for the entry, `against` against it. `readings`: the other entries of the word,
 * each with the words for it.
 */
export interface ChoiceReasonsModel {
  words: string[];
  against: string[];
  readings: { entry: string; name: string; words: string[] }[];
}

/** `notThis`: the user says that no entry fits; undefined if there is no mark to remove. */
export interface ChoiceReasonsProps {
  why: ChoiceReasonsModel;
  t: Translate;
  notThis?: (() => void) | undefined;
}

/** "“licence” and “Beijing”". */
export const quoted = (words: readonly string[], t: Translate) =>
  words.map((word) => `“${word}”`).reduce((all, word) => t('card_why_pair', all, word));

/** The reasons as one sentence: words of the text that speak for the entry and against it. */
export function ChoiceReasons({ why, t }: ChoiceReasonsProps) {
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

/** Part of the menu: the reason for the choice, the other entries, and "none of these". */
export function WrongMeaning({
  why,
  t,
  notThis,
  choose,
}: ChoiceReasonsProps & { choose?: ((entry: string) => void) | undefined }) {
  return (
    <>
      <p class="hint">
        <ChoiceReasons why={why} t={t} />
      </p>
      {choose &&
        why.readings.map(({ entry, name }) => (
          <button key={entry} type="button" class="btn" onClick={() => choose(entry)}>
            {t('card_use_as', name)}
          </button>
        ))}
      {notThis && (
        <button type="button" class="btn" onClick={notThis}>
          {t('card_not_this')}
        </button>
      )}
    </>
  );
}
