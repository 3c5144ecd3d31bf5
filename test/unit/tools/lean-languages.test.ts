/** The build leaves empty fields of language packs out of scripts, and must leave out no others. */
import { readFileSync } from 'node:fs';
import { runInThisContext } from 'node:vm';
import { expect, test } from 'vitest';
import { OWN_BODY } from '../../../lib/match/languages/romance.ts';
import { LANGUAGES } from '../../../lib/match/languages/index.ts';
import { withoutEmptyFields } from '../../../lib/tools/build/lean-languages.ts';

const FOLDER = '../../../lib/match/languages';
const NAMES: Record<string, string> = {
  en: 'english',
  de: 'german',
  fr: 'french',
  es: 'spanish',
  zh: 'chinese',
  ja: 'japanese',
  ko: 'korean',
  pt: 'portuguese',
  it: 'italian',
};

const isEmpty = (value: unknown) => value === null || value === '' || value === false;

function filled(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || value instanceof RegExp) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([field, its]) => (isEmpty(its) ? [] : [[field, filled(its)]])),
  );
}

test.each(LANGUAGES.map((pack) => [pack.tag, pack] as const))('the pack %s keeps all it has', (tag, pack) => {
  const source = readFileSync(new URL(`${FOLDER}/${NAMES[tag] ?? ''}.ts`, import.meta.url), 'utf8');
  const lean = withoutEmptyFields(source);
  const [, literal = ''] = /: LanguagePack = (\{.*?\n *\});/s.exec(lean) ?? [];
  // The only name that packs take from elsewhere.
  const read: unknown = runInThisContext(`(OWN_BODY) => (${literal})`);
  expect((read as (ownBody: RegExp) => unknown)(OWN_BODY)).toStrictEqual(filled(pack));
  expect(lean.length).toBeLessThan(source.length);
});

test('every field is filled in some language, so that none is missing once all are joined', () => {
  const fieldsOf = (pack: unknown) =>
    Object.entries(pack as object).flatMap(([group, its]: [string, unknown]) =>
      typeof its === 'object' ? Object.keys(its ?? {}).map((field) => `${group}.${field}`) : [group],
    );
  const found = new Set(LANGUAGES.map(filled).flatMap(fieldsOf));
  expect(LANGUAGES.flatMap(fieldsOf).filter((field) => !found.has(field))).toEqual([]);
});
