/**
 * Protects the language packs: the engine of matching holds no word of a natural language. Letters
 * outside ASCII, English function words and tags of languages give such a word away.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { Visitor, parseSync } from 'oxc-parser';
import { expect, it } from 'vitest';
import { LANGUAGES } from '../../../../lib/match/languages/index.ts';
import { english } from '../../../../lib/match/languages/english.ts';

const ENGINE = new URL('../../../../lib/match/', import.meta.url).pathname;

/** Literals that stay, by file, each with its reason. */
const EXCEPTIONS: Readonly<Record<string, readonly string[]>> = {
  // Letters that stand for two, in whatever language.
  'names/compile.ts': ['/ß/g', '/œ/g', '/æ/g', '/Œ/g', '/Æ/g'],
  // The sign & and this word are one in the format of compiled names.
  'text/words.ts': ["' and '"],
  'scan/compare-name.ts': ["'and'"],
  // A country.
  'senses/score.ts': ["'us'"],
  // The numbers of languages in that format.
  'names/compiled-names.ts': LANGUAGES.map(({ tag }) => `'${tag}'`),
};

const FUNCTION_WORDS = new Set(
  `${english.stopWords} ${english.bodies.functionWords} ${english.bodies.smallWords}`
    .split(' ')
    .filter((word) => /^[a-z]{2,}$/.test(word)),
);
const TAGS = new Set(LANGUAGES.map(({ tag }) => tag));

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

function isOfLanguage({ raw, value, isExpression }: ReturnType<typeof literalsIn>[number]): boolean {
  if (/[^\p{ASCII}\p{P}\p{S}\p{Z}\p{N}]/u.test(raw)) return true;
  if (isExpression)
    return withoutEscapes(value)
      .split(/[^A-Za-z]+/)
      .some((word) => FUNCTION_WORDS.has(word));
  // A message to somebody is a sentence: a word by itself is looked for in texts.
  return FUNCTION_WORDS.has(value.trim()) || TAGS.has(value);
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
  ['/[，。]$/', false],
  ['/\\bin\\p{L}/u', true],
  ['/^\\s*[\\u4e00-\\u9fff]+$/', false],
  ["'country/'", false],
])('tells a word of a language in %s: %s', (source, expected) => {
  expect(literalsIn('a.ts', source).some(isOfLanguage)).toBe(expected);
});
