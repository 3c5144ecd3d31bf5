/**
 * The languages that matching knows. A new language takes a file, a line here and a table in its
 * test.
 */
import { lazily } from '../../core/lazily.ts';
import { chinese } from './chinese.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { italian } from './italian.ts';
import { japanese } from './japanese.ts';
import { korean } from './korean.ts';
import type { BuiltPack, LanguagePack, Script } from './language-pack.ts';
import { portuguese } from './portuguese.ts';
import { spanish } from './spanish.ts';

/** Compiled names store a language as its index here, so a new one goes to the end. */
export const LANGUAGES: readonly BuiltPack[] = [
  english,
  german,
  french,
  spanish,
  chinese,
  japanese,
  korean,
  portuguese,
  italian,
];

/** A field of the packs, joined over all languages. */
class Field {
  readonly expressions: RegExp[] = [];
  #text = '';
  #words: ReadonlySet<string> | null = null;

  add(value: unknown): void {
    if (value instanceof RegExp) this.expressions.push(value);
    else if (typeof value === 'string') this.#text += ` ${value}`;
  }

  get words(): ReadonlySet<string> {
    return (this.#words ??= new Set(
      this.#text.split(' ').flatMap((word) => (word === '' ? [] : word.replaceAll('_', ' '))),
    ));
  }

  has(word: string): boolean {
    return this.words.has(word);
  }

  /** True if the expression of any language matches. */
  test(text: string): boolean {
    return this.expressions.some((one) => one.test(text));
  }

  /** The match of the first language whose expression matches. */
  exec(text: string): RegExpExecArray | undefined {
    return this.expressions.map((one) => one.exec(text)).find((found) => found !== null);
  }
}

type Words = Pick<Field, 'has' | 'words'>;
type Expressions = Pick<Field, 'test' | 'exec' | 'expressions'>;
/** The groups of a pack, with the words or expressions of all languages in each field. */
type AllLanguages = {
  readonly [G in keyof LanguagePack as NonNullable<LanguagePack[G]> extends string | number | boolean ? never : G]: {
    readonly [F in keyof NonNullable<LanguagePack[G]>]: NonNullable<LanguagePack[G]>[F] extends string
      ? Words
      : NonNullable<LanguagePack[G]>[F] extends RegExp | null
        ? Expressions
        : never;
  };
};

/**
 * The joined fields of all languages, because an article may quote words of any language. Built
 * when a page first needs them.
 */
export const languages = lazily(() => {
  const groups: Record<string, Record<string, Field>> = {};
  for (const pack of LANGUAGES)
    for (const [group, fields] of Object.entries(pack))
      if (typeof fields !== 'string')
        for (const [field, value] of Object.entries(fields ?? {}))
          ((groups[group] ??= {})[field] ??= new Field()).add(value);
  return groups as unknown as AllLanguages;
});

const byTag = new Map(LANGUAGES.map((pack) => [pack.tag, pack]));
/** The pack of a language tag ("pt"); undefined if there is none. */
export const languageOfTag = (tag: string): BuiltPack | undefined => byTag.get(tag);
/**
 * True for languages other than English in Latin letters, whose words may look like English names.
 */
export const isForeignLatin = (tag: string): boolean => tag !== english.tag && languageOfTag(tag)?.script === 'latin';
/** The language of a script that only one language uses. */
export const tagOfScript = (script: Script): string => LANGUAGES.find((pack) => pack.script === script)?.tag ?? '';
