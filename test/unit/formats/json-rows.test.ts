/**
 * Protects JSON arrays of objects, the form in which repositories keep lists: they are read as
 * tables or refused.
 */
import { expect, it } from 'vitest';
import { textOf } from '../../../lib/knowledge/model/name-rule.ts';
import type { Entry } from '../../../lib/knowledge/model/schema.ts';
import { read } from './reading.ts';

const textsOf = ({ names }: Entry) => [...new Set(Object.values(names).flat().map(textOf))];

it('reads an array of objects as a table, and arrays inside it as several texts', async () => {
  const { entries, notes } = await read(
    JSON.stringify([
      { id: 'x-1', entity_name: 'Heron Works, Inc.', aliases: ['Heron, of Harbour', 'HW'], country: 'China; RU' },
      { id: 'x-2', entity_name: 'Plover Optics', aliases: [], reason: 'lenses', list: { deep: [1] } },
    ]),
  );
  expect(entries.map((entry) => [entry.name, textsOf(entry), entry.country, entry.what.text])).toEqual([
    ['Heron Works, Inc.', ['Heron Works, Inc.', 'Heron, of Harbour', 'HW'], 'CN', 'Heron Works, Inc.'],
    ['Plover Optics', ['Plover Optics'], undefined, 'lenses'],
  ]);
  expect(notes.kept.map(({ record, reason }) => [record, reason])).toEqual([['list', 'column']]);
});

it.each([
  ['no column of names', '[{"colour":"red"},{"colour":"blue"}]', 'no_columns'],
  ['an end that is missing', '[{"name":"Heron"},', 'cut_off'],
  ['a slip', '[{"name":"Heron",}]', 'not_json'],
])('refuses %s', async (_, text, code) => {
  await expect(read(text)).rejects.toMatchObject({ code });
});
