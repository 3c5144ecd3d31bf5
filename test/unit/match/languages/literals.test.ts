/**
 * Protects the language packs: the engine of matching holds no word of a natural language. Letters
 * outside ASCII, English function words, the packs' own words, the English possessive and tags of
 * languages give such a word away. Punctuation and ranges of letters are of scripts, and may stay.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { Visitor, parseSync } from 'oxc-parser';
import { expect, it } from 'vitest';
import { LANGUAGES } from '../../../../lib/match/languages/index.ts';
import { english } from '../../../../lib/match/languages/english.ts';

const ENGINE = new URL('../../../../lib/match/', import.meta.url).pathname;

/** Literals that stay, by file, each with its reason. */
const EXCEPTIONS: Readonly<Record<string, readonly string[]>> = {
  // Series of act numbers, and of what lists are made of.
  'candidates/act-numbers-cjk.ts': ["'announcement'"],
  'names/act-number-words.ts': ["'announcement'", "'order'"],
  'names/compiled-names.ts': ["'announcement'", "'order'"],
  // The tag of no language in particular (BCP 47).
  'names/compile.ts': ["'und'"],
  // A country.
  'senses/score.ts': ["'us'"],
};

const FUNCTION_WORDS = new Set(
  `${english.stopWords} ${english.bodies.functionWords} ${english.bodies.smallWords}`
    .split(' ')
    .filter((word) => /^[a-z]{2,}$/.test(word)),
);
const TAGS = new Set(LANGUAGES.map(({ tag }) => tag));
/** All words that the packs hold, of three letters and more: shorter ones may be part of a code. */
const WORDS = new Set(
  LANGUAGES.flatMap((pack) => Object.values(pack))
    .flatMap((group: unknown) => (typeof group === 'object' && group !== null ? Object.values(group) : []))
    .flatMap((field: unknown) => (typeof field === 'string' ? field.split(' ') : []))
    .filter((word) => /^\p{L}{3,}$/u.test(word)),
);
/** "'s" in an expression, with the apostrophes in a class or without. */
const POSSESSIVE = /['’]\]?\)?\??s(?![a-z])/;

/** Strings and expressions of a source, as they are written. */
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

/** Escapes of an expression are no words: \b, \s, \u3041, \p{Script=Han}. */
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
  // A message to somebody is a sentence: a word by itself is looked for in texts.
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
  // An exception that is gone is none any more.
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
])('tells a word of a language in %s: %s', (source, expected) => {
  expect(literalsIn('a.ts', source).some(isOfLanguage)).toBe(expected);
});
