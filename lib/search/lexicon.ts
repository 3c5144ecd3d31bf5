/**
 * The words of questions ("ban", "curbs", "Chinese", "who") and their meanings, in the languages of
 * `languages/`. A meaning is a short text: `way:ban`, `act:export`, `kind:chip`, `state:paused`,
 * `country:CN`, or one of the single words below. Names of entries are no part of it: the lists
 * hold those.
 */
import { nearest, wordsOf, type Words } from './slips.ts';

/**
 * Words of one language, separated by commas. Adding a language is one such file and a line in
 * `languages/all.ts`.
 */
export interface LanguageWords {
  /** Words that ask for nothing. */
  stop: string;
  /** Words before a country that make it the target of a measure, or its source. */
  toward: string;
  from: string;
  /** By meaning; several meanings, separated by spaces, have all to be met. */
  meanings: Readonly<Record<string, string>>;
  /** By ISO code, or EU: the country's names and adjectives. */
  countries: Readonly<Record<string, string>>;
}

/** Meanings that have all to be met. */
export type Sense = readonly string[];

export interface Lexicon {
  /**
   * The senses of a folded word or phrase, the likeliest first; none where it is no word of a
   * question.
   */
  senses: (phrase: string) => readonly Sense[];
  isToward: (word: string) => boolean;
  isFrom: (word: string) => boolean;
  /** Names of things by what people call them: a customs heading, a share, "trade war". Folded. */
  calls: (phrase: string) => readonly string[];
  /** Names that customs headings call which start with these digits; none for fewer than four. */
  callsUnder: (digits: string) => readonly string[];
  /** True for the ticker of a share. */
  isShare: (phrase: string) => boolean;
  /** All names that are called. */
  called: () => string[];
  /** A word that the text is the beginning of; null where there is none. */
  finish: (text: string) => string | null;
  /** The word that has the fewest slips to it; null where none is near. */
  near: (word: string) => string | null;
  /** Words in the longest phrase. */
  longest: number;
}

export const STOP = 'stop';

/** Letters of a country's name with a genitive's s. */
const MIN_GENITIVE = 5;

const phrasesOf = (list: string): string[] => list.split(',');

/** "8035 t" -> "8035": exchanges of Asia number their shares, and people leave the exchange out. */
const bareNumber = (phrase: string): string => /^(\d[\da-z]{3,5}) [a-z]{1,3}$/.exec(phrase)?.[1] ?? '';

/** Phrases, separated by commas, and the names in the lists that they call, by semicolons. */
type Calls = readonly (readonly [phrases: string, names: string])[];

/**
 * The words of all languages, folded, without blanks after their separators: as the build writes
 * them into a file of the extension (`fold-words.ts`). A popup that is opened with words waits for
 * nothing but to take them apart.
 */
export interface SearchWords {
  languages: readonly LanguageWords[];
  calls: Calls;
  /** Tickers of shares and names of the firms. */
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
        // A customs heading of the same digits is asked for more often.
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
  /** "chinas ban": a genitive without its apostrophe. */
  const genitive = (word: string): Sense[] =>
    (word.length >= MIN_GENITIVE && word.endsWith('s') ? (senses.get(word.slice(0, -1)) ?? []) : []).filter((sense) =>
      sense.some((one) => one.startsWith('country:')),
    );
  return {
    senses: (phrase) => senses.get(phrase) ?? genitive(phrase),
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
