/**
 * Loads the words of questions from a file of the extension, so that no script has to contain them.
 */
import * as v from 'valibot';
import { hanReady } from '../match/text/simplify-chinese.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';

const WORDS_FILE = '/words.json';

const Words = v.record(v.string(), v.string());
const Calls = v.array(v.tuple([v.string(), v.string()]));
/** The file that the build writes from `languages/`. */
const WordsFile = v.object({
  languages: v.array(
    v.object({ stop: v.string(), toward: v.string(), from: v.string(), meanings: Words, countries: Words }),
  ),
  calls: Calls,
  shares: Calls,
});

let loaded: Promise<Lexicon> | null = null;

async function load(): Promise<Lexicon> {
  const [file] = await Promise.all([fetch(WORDS_FILE).then((answer) => answer.json() as Promise<unknown>), hanReady()]);
  return createLexicon(v.parse(WordsFile, file));
}

export const loadLexicon = (): Promise<Lexicon> => (loaded ??= load());
