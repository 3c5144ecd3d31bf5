/**
 * Protects the language packs: the matching engine holds no word of a natural language. The test
 * looks for letters outside ASCII, English function words, words of the packs, the English
 * possessive and language tags. Punctuation and ranges of letters belong to scripts and may stay.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { Visitor, parseSync } from 'oxc-parser';
import { expect, it } from 'vitest';
import { LANGUAGES } from '../../../../lib/match/languages/index.ts';
import { english } from '../../../../lib/match/languages/english.ts';

const ENGINE = new URL('../../../../lib/match/', import.meta.url).pathname;

/** Literals that may stay, by file, each with its reason. */
const EXCEPTIONS: Readonly<Record<string, readonly string[]>> = {
  // Series of act numbers, and kinds of things in a list.
  'candidates/act-numbers-cjk.ts': ["'announcement'"],
  'names/act-number-words.ts': ["'announcement'", "'order'"],
  'names/compiled-names.ts': ["'announcement'", "'order'"],
  // The tag of an undetermined language (BCP 47).
  'names/compile.ts': ["'und'"],
  // The code of a country.
  'senses/score.ts': ["'us'"],
};

const FUNCTION_WORDS = new Set(
  `${english.stopWords} ${english.bodies.functionWords} ${english.bodies.smallWords}`
    .split(' ')
    .filter((word) => /^[a-z]{2,}$/.test(word)),
);
const TAGS = new Set(LANGUAGES.map(({ tag }) => tag));
/** All words of the packs with at least three letters. Shorter ones may be part of a code. */
const WORDS = new Set(
  LANGUAGES.flatMap((pack) => Object.values(pack))
    .flatMap((group: unknown) => (typeof group === 'object' && group !== null ? Object.values(group) : []))
    .flatMap((field: unknown) => (typeof field === 'string' ? field.split(' ') : []))
    .filter((word) => /^\p{L}{3,}$/u.test(word)),
);
/** "'s" in an expression, with or without its apostrophes in a class. */
const POSSESSIVE = /['’]\]?\)?\??s(?![a-z])/;

/** Strings and expressions of a source file, as written. */
function literalsIn(file: string, source: string): { raw: string; value: string; isExpression: boolean }[] {
  const found: { raw: string; value: string; isExpression: boolean }[] = [];
  new Visitor({
    Literal(node) {
      const raw = source.slice(node.start, node.end);
      if ('regex' in node) found.push({ raw, value: node.regex.pattern, isExpression: true });
      else if (typeof node.value === 'string' && !node.value.startsWith('.'))
        found.push({ raw, value: node.value, isExpression: false });
    },
    TemplateElement(node) {
      found.push({ raw: node.value.raw, value: node.value.cooked ?? '', isExpression: false });
    },
  }).visit(parseSync(file, source).program);
  return found;
}

/** Removes escapes such as \b, \s, \u3041 and \p{Script=Han}, which are not words. */
const withoutEscapes = (pattern: string) =>
  pattern.replace(/\\(?:u[0-9a-f]{4}|[pP]\{[^}]*\}|.)/g, ' ').replace(/\[[^\]]*\]/g, ' ');

const isWord = (word: string) => FUNCTION_WORDS.has(word) || WORDS.has(word);

function isOfLanguage({ raw, value, isExpression }: ReturnType<typeof literalsIn>[number]): boolean {
  if (/[^\p{ASCII}\p{P}\p{S}\p{Z}\p{N}]/u.test(raw)) return true;
  if (isExpression)
    return (
      POSSESSIVE.test(value) ||
      withoutEscapes(value)
        .split(/[^A-Za-z]+/)
        .some(isWord)
    );
  // Only a single word can be compared with texts. A sentence is a message to a person.
  return isWord(value.trim()) || TAGS.has(value);
}

const files = readdirSync(ENGINE, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.startsWith('languages/'))
  .sort();

it.each(files)('%s holds no word of a natural language', (file) => {
  const own = literalsIn(file, readFileSync(ENGINE + file, 'utf8'));
  const words = own.filter(isOfLanguage).map(({ raw }) => raw);
  const known = EXCEPTIONS[file] ?? [];
  expect(words.filter((raw) => !known.includes(raw))).toEqual([]);
  // The list of exceptions must not name a literal that is gone.
  expect(known.filter((raw) => !words.includes(raw))).toEqual([]);
});

it.each([
  ["x === 'zh'", true],
  ['/(?:ordered|told) the$/', true],
  ['/[的之]$/', true],
  ["'and'", true],
  ["'notices'", true],
  ['/(?:Ministry|Prof)$/', true],
  ["/['’]s?$/", true],
  ['/[，。]$/', false],
  ['/\\bin\\p{L}/u', true],
  ['/^\\s*[\\u4e00-\\u9fff]+$/', false],
  ["'country/'", false],
])('recognises a word of a language in %s: %s', (source, expected) => {
  expect(literalsIn('a.ts', source).some(isOfLanguage)).toBe(expected);
});
