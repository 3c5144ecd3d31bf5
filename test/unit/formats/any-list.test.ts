/**
 * Protects the parsers of lists from anything that a server may send: accepted entries have the
 * right shape, others are refused with a reason, and no other error is thrown.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as v from 'valibot';
import { NotAList } from '../../../lib/formats/list-format.ts';
import { Notes } from '../../../lib/formats/notes.ts';
import { formatOf, readerOf } from '../../../lib/formats/read-list.ts';
import { Act, Control, Entry } from '../../../lib/knowledge/model/schema.ts';
import { anyCharacter, runs } from '../../support/runs.ts';
import { entry, list } from '../subscriptions/list-documents.ts';

async function read(text: string) {
  const notes = new Notes();
  const taken: { entries: unknown[]; controls: unknown[]; acts: unknown[] } = { entries: [], controls: [], acts: [] };
  async function* pieces() {
    for (let k = 0; k < text.length; k += 777) yield text.slice(k, k + 777);
  }
  try {
    for await (const batch of readerOf(formatOf(text))(
      pieces(),
      { url: 'https://lists.harbour.example/desk.json', lastModified: null, now: Date.UTC(2026, 10, 24) },
      notes,
    )) {
      taken.entries.push(...batch.entries);
      taken.controls.push(...batch.controls);
      taken.acts.push(...batch.acts);
    }
  } catch (error) {
    if (!(error instanceof NotAList)) throw error;
  }
  for (const one of taken.entries) v.parse(Entry, one);
  for (const one of taken.controls) v.parse(Control, one);
  for (const one of taken.acts) v.parse(Act, one);
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
  return { ...taken, notes };
}

const text = fc.oneof(
  fc.string({ unit: anyCharacter, maxLength: 30 }),
  fc.constantFrom(
    'the',
    'a',
    ' ',
    '\u202eevil',
    'javascript:alert(1)',
    'data:text/html,x',
    '2025-02-30',
    '~2025-13-01',
    'x'.repeat(5000),
    '__proto__',
    'constructor',
    'company/lindholm-magnetics',
    'https://ok.example/',
    '<img src=x>',
  ),
);
const value = fc.oneof(
  { depthSize: 'small' },
  fc.jsonValue({ stringUnit: anyCharacter }),
  text,
  fc.dictionary(text, fc.jsonValue()),
  fc.array(text),
);
const FIELDS = [
  'id',
  'kind',
  'label',
  'name',
  'names',
  'what',
  'note',
  'link',
  'news',
  'misreported',
  'facts',
  'offices',
  'memberOf',
  'codes',
  'forms',
  'country',
  'element',
  'sources',
  'replaces',
  'src',
  '__proto__',
  'constructor',
  'later',
];
const anEntry = fc
  .dictionary(fc.constantFrom(...FIELDS), value)
  .map((bad) => ({ ...entry('lindholm-magnetics'), ...bad }));
const record = fc.dictionary(
  fc.constantFrom(
    'id',
    'does',
    'on',
    'by',
    'text',
    'restrains',
    'way',
    'covers',
    'toward',
    'steps',
    'sources',
    'src',
    'public',
    'bites',
    '__proto__',
  ),
  value,
);

it('accepts a document of our own format with any values in its fields', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(anEntry, value), { maxLength: 6 }),
      fc.array(record, { maxLength: 4 }),
      fc.array(record, { maxLength: 4 }),
      async (entries, controls, acts) => {
        const good = entry('quiet-neighbour');
        const { entries: taken, notes } = await read(
          JSON.stringify({ ...JSON.parse(list(1)), entries: [...entries, good], controls, acts }),
        );
        expect(
          taken.some((one) => (one as Entry).id === 'company/quiet-neighbour'),
          'a good entry is kept beside any',
        ).toBe(true);
        for (const note of notes.kept) expect(note.record.length).toBeLessThanOrEqual(120);
        // Each entry is either accepted or counted as refused.
        expect(taken.length + notes.refused).toBeGreaterThanOrEqual(entries.length + 1);
      },
    ),
    runs(250),
  );
}, 600_000);

it('accepts or refuses a header with any values, and any text', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc
          .dictionary(
            fc.constantFrom(
              'format',
              'id',
              'title',
              'publisher',
              'version',
              'updated',
              'expires',
              'homepage',
              'topics',
              'countries',
              'entries',
              'acts',
            ),
            value,
          )
          .map((bad) => JSON.stringify({ ...JSON.parse(list(1)), ...bad })),
        fc.jsonValue().map((any) => JSON.stringify(any)),
        fc.string({ unit: anyCharacter, maxLength: 300 }),
        fc.json().map((json) => json.slice(0, -3)),
      ),
      async (document) => void (await read(document)),
    ),
    runs(250),
  );
}, 600_000);

it('accepts or refuses a table with any text in its cells', async () => {
  const cell = text.map((one) => (/[",\n\r;]/.test(one) ? `"${one.replaceAll('"', '""')}"` : one));
  const header = fc.constantFrom(
    'name,aliases,note,url,id',
    'name;kind;country',
    'id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,phones,emails,program_ids,dataset,first_seen,last_seen,last_change',
    '_id,source,entity_number,type,programs,name,addresses,alt_names,source_list_url',
    'name,name,__proto__,constructor',
  );
  await fc.assert(
    fc.asyncProperty(
      header,
      fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 8 }),
      async (columns, rows) =>
        void (await read([columns, ...rows.map((row) => row.join(columns.includes(';') ? ';' : ','))].join('\n'))),
    ),
    runs(250),
  );
}, 600_000);
