/** The words of all languages in which questions are understood. */
import { CUSTOMS_HEADINGS } from '../../knowledge/model/customs-headings.ts';
import { foldWords } from '../fold-words.ts';
import { createLexicon, type Lexicon, type SearchWords } from '../lexicon.ts';
import { BELONGINGS } from './belongings.ts';
import { CAS_NUMBERS } from './cas-numbers.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { FORMULAS } from './formulas.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import { pt } from './pt.ts';
import { TICKERS } from './tickers.ts';
import { TOPICS } from './topics.ts';
import { zh } from './zh.ts';

const WORDS: SearchWords = {
  languages: [en, zh, ja, ko, de, fr, es, pt, it],
  calls: [...TOPICS, ...BELONGINGS, ...CUSTOMS_HEADINGS, ...CAS_NUMBERS, ...FORMULAS],
  shares: TICKERS,
};

/**
 * The folded words, as the build writes them into a file of the extension. The table of Chinese
 * characters must be loaded first.
 */
export const allWords = (): SearchWords => foldWords(WORDS);

/** The lexicon, for commands and tests. */
export const allLanguages = (): Lexicon => createLexicon(allWords());
