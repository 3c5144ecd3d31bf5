/**
 * The languages that matching knows. A new one is a file of its own, a line here and a row of its
 * test.
 */
import { chinese } from './chinese.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { italian } from './italian.ts';
import { japanese } from './japanese.ts';
import { korean } from './korean.ts';
import type { LanguagePack } from './language-pack.ts';
import { portuguese } from './portuguese.ts';
import { spanish } from './spanish.ts';

export const LANGUAGES: readonly LanguagePack[] = [
  english,
  german,
  french,
  spanish,
  portuguese,
  italian,
  chinese,
  japanese,
  korean,
];

/** The words of all languages, in small letters. */
export const wordsOfAll = (words: (pack: LanguagePack) => string): Set<string> =>
  new Set(LANGUAGES.flatMap((pack) => words(pack).toLowerCase().split(' ')).filter(Boolean));

/** Expressions of all languages that have one. */
export const expressionsOfAll = (expression: (pack: LanguagePack) => RegExp | null): readonly RegExp[] =>
  LANGUAGES.flatMap((pack) => expression(pack) ?? []);

const byTag = new Map(LANGUAGES.map((pack) => [pack.tag, pack]));
export const languageOfTag = (tag: string): LanguagePack | undefined => byTag.get(tag);

/** True if any language's expression fits a text. */
export const fitsAny = (expressions: readonly RegExp[], text: string): boolean =>
  expressions.some((expression) => expression.test(text));
