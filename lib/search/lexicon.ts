/**
 * The words of questions ("ban", "curbs", "Chinese", "who") with their meanings, in the languages
 * of `languages/`. A meaning is a short text: `way:ban`, `act:export`, `kind:chip`, `state:paused`,
 * `country:CN`, or a single word such as `role` and `maker`. Names of entries are in the lists, not
 * here.
 */
import { nearest, wordsOf, type Words } from './typing-errors.ts';

/**
 * The words of one language, separated by commas. Adding a language takes one such file and a line
 * in `languages/all.ts`.
 */
export interface LanguageWords {
  /** Stop words, which ask for nothing. */
  stop: string;
  /**
   * Words before a country that make it the target of a measure (`toward`) or its source (`from`).
   */
  toward: string;
  from: string;
  /**
   * Words by meaning. A key may have several meanings, separated by spaces, which must all be met.
   */
  meanings: Readonly<Record<string, string>>;
  /** Names and adjectives of each country by ISO code, or `EU`. */
  countries: Readonly<Record<string, string>>;
}

/** Meanings that must all be met. */
export type Sense = readonly string[];

/** The words of questions in all languages, and nicknames of entries. */
export interface Lexicon {
  /**
   * The senses of a folded word or phrase, the likeliest first; empty if it is not a word of
   * questions.
   */
  senses: (phrase: string) => readonly Sense[];
  isToward: (word: string) => boolean;
  isFrom: (word: string) => boolean;
  /** Folded names of the entries that a nickname means: a customs heading, a share, "trade war". */
  calls: (phrase: string) => readonly string[];
  /** Names for all customs headings that start with these digits; empty for ''. */
  callsUnder: (digits: string) => readonly string[];
  /** True if the nickname is the ticker of a share. */
  isShare: (phrase: string) => boolean;
  /** All names that some nickname means. */
  called: () => string[];
  /** A word that starts with the text, or null. */
  finish: (text: string) => string | null;
  /** The word with the fewest slips from this one; null if none is near. */
  near: (word: string) => string | null;
  /** Number of words in the longest phrase. */
  longest: number;
}

/** The meaning of a word that a question may contain and that finds nothing: "the", "of". */
export const STOP = 'stop';

/** Letters of a country's name or adjective before an ending. */
const MIN_COUNTRY = 4;
/**
 * Endings of genitives and of adjectives in the languages covered, and those of the form that
 * the lists of countries give: "chinas", "guinéennes", "chilenisches", "chilenas", "tedeschi".
 */
const COUNTRY_ENDINGS = ['nes', 'ne', 'em', 'en', 'er', 'es', 'as', 'os', 'he', 'hi', 'e', 's', 'a', 'i'] as const;
const GIVEN_ENDINGS = ['', 'o', 'e'] as const;

const phrasesOf = (list: string): string[] => list.split(',');

/** "8035 t" -> "8035": Asian exchanges number their shares, and users leave out the exchange. */
const bareNumber = (phrase: string): string => /^(\d[\da-z]{3,5}) [a-z]{1,3}$/.exec(phrase)?.[1] ?? '';

/** Nicknames, separated by commas, and the names in the lists that they mean, by semicolons. */
type Calls = readonly (readonly [phrases: string, names: string])[];

/**
 * The words of all languages, folded and without blanks after separators. The build writes them
 * into a file (`fold-words.ts`), so that a popup that opens with a query need only split them.
 */
export interface SearchWords {
  languages: readonly LanguageWords[];
  calls: Calls;
  /** Tickers of shares and names of the companies. */
  shares: Calls;
}

export function createLexicon({ languages, calls, shares }: SearchWords): Lexicon {
  const senses = new Map<string, Sense[]>();
  const toward = new Set<string>();
  const from = new Set<string>();
  const add = (phrase: string, sense: Sense) => {
    const known = senses.get(phrase);
    if (!known) senses.set(phrase, [sense]);
    else if (!known.some((one) => one.join() === sense.join())) known.push(sense);
  };
  for (const language of languages) {
    const keys: Sense[] = [
      ...Object.keys(language.meanings).map((meaning) => meaning.split(' ')),
      ...Object.keys(language.countries).map((code) => [`country:${code}`]),
      [STOP],
    ];
    const lists = [...Object.values(language.meanings), ...Object.values(language.countries), language.stop];
    for (const word of phrasesOf(language.toward)) toward.add(word);
    for (const word of phrasesOf(language.from)) from.add(word);
    lists.forEach((list, k) => {
      for (const phrase of phrasesOf(list)) if (phrase) add(phrase, keys[k] ?? [STOP]);
    });
  }
  for (const word of [...toward, ...from]) if (!senses.has(word)) add(word, [STOP]);
  const called = new Map<string, string[]>();
  const tickers = new Set<string>();
  for (const [some, names] of calls) for (const phrase of phrasesOf(some)) called.set(phrase, names.split(';'));
  for (const [some, names] of shares)
    for (const phrase of phrasesOf(some))
      for (const one of [phrase, bareNumber(phrase)]) {
        // A customs heading with the same digits is meant more often than a share.
        if (!one || called.has(one)) continue;
        called.set(one, names.split(';'));
        tickers.add(one);
      }
  const under = (digits: string) => [
    ...new Set([...called].flatMap(([phrase, names]) => (phrase.replaceAll(' ', '').startsWith(digits) ? names : []))),
  ];
  const phrases = [...senses.keys(), ...called.keys()];
  const words = phrases.filter((phrase) => phrase && !phrase.includes(' '));
  let slipText: Words | null = null;
  const countriesOf = (word: string): Sense[] =>
    (senses.get(word) ?? []).filter((sense) => sense.some((one) => one.startsWith('country:')));
  /** "chinas ban", "bauxite guinéenne": a country's name or adjective in another form. */
  const otherForm = (word: string): Sense[] => {
    for (const ending of COUNTRY_ENDINGS) {
      const stem = word.slice(0, -ending.length);
      if (stem.length < MIN_COUNTRY || !word.endsWith(ending)) continue;
      const given = GIVEN_ENDINGS.map((one) => countriesOf(stem + one)).find(({ length }) => length > 0);
      if (given) return given;
    }
    return [];
  };
  return {
    senses: (phrase) => senses.get(phrase) ?? otherForm(phrase),
    isToward: (word) => toward.has(word),
    isFrom: (word) => from.has(word),
    calls: (phrase) => called.get(phrase) ?? [],
    callsUnder: (digits) => (digits ? under(digits) : []),
    isShare: (phrase) => tickers.has(phrase),
    called: () => [...new Set([...called.values()].flat())],
    finish: (text) => words.find((word) => word.startsWith(text)) ?? null,
    near: (word) => {
      slipText ??= wordsOf(`\n${words.join('\n')}\n`);
      return words[nearest(slipText, word, () => true)[0] ?? -1] ?? null;
    },
    longest: Math.max(...phrases.map((phrase) => phrase.split(' ').length)),
  };
}
