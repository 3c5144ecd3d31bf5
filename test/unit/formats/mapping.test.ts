/**
 * Protects the roles of columns in a table: guessed by headings in many languages, else by cells,
 * and corrected by the user, whose choice is kept.
 */
import { describe, expect, it } from 'vitest';
import { hasNames, mappingOf } from '../../../lib/formats/column-mapping.ts';
import { Mapping } from '../../../lib/formats/mapping-model.ts';
import { NotAList } from '../../../lib/formats/list-format.ts';
import { formatOf, sampleOf } from '../../../lib/formats/read-list.ts';
import { planImport } from '../../../lib/terms/import-terms.ts';
import * as v from 'valibot';
import { read } from './reading.ts';

const rolesOf = (text: string) => sampleOf(text).columns.map(({ name, role }) => `${name}: ${role}`);
/** The sample of the table that comes with a refusal. */
function refused(text: string) {
  try {
    formatOf(text);
  } catch (error) {
    if (error instanceof NotAList && error.table) return error.table;
  }
  throw new Error('the table was not refused');
}

describe('the guess of column roles', () => {
  it.each([
    ['Company,Country,Colour\nVesta,NL,red\n', ['company: name', 'country: country', 'colour: ignored']],
    ['名称,别名,国家\n林霍姆,LM,瑞典\n', ['名称: name', '别名: alias', '国家: country']],
    ['Name 6,Name 1,Regime\nPETROV,Ivan,Russia\n', ['name_6: name part', 'name_1: name part', 'regime: note']],
    ['Title above;\n;\nBegriff;Notiz\nÜberchip;schnell\n', ['begriff: name', 'notiz: note']],
  ])('uses the headings of %s', (text, roles) => expect(rolesOf(text)).toEqual(roles));

  it('uses the cells if no heading is known', () => {
    const table = refused('Nr,Bedrift,Dato\n1,Vesta Optikk,2026-01-02\n2,Ulla Støperi,2026-01-03\n');
    expect(table.columns).toEqual([
      { name: 'nr', role: 'ignored', cells: ['1', '2'] },
      { name: 'bedrift', role: 'name', cells: ['Vesta Optikk', 'Ulla Støperi'] },
      { name: 'dato', role: 'ignored', cells: ['2026-01-02', '2026-01-03'] },
    ]);
  });
});

describe("the user's choice of column roles", () => {
  const NORWEGIAN = 'Nr,Bedrift,Kjent som,Dato\n1,Vesta Optikk,VO|Vesta,2026-01-02\n2,Ulla Støperi,,2026-01-03\n';

  it('decides how a table is read, also after it was stored', async () => {
    const mapping = v.parse(
      Mapping,
      JSON.parse(
        JSON.stringify({ hasHeader: true, roles: { nr: 'id', bedrift: 'name', kjent_som: 'alias', dato: 'ignored' } }),
      ),
    );
    const { entries } = await read(NORWEGIAN, { mapping });
    expect(entries.map(({ name, names }) => [name, Object.values(names).flat().length])).toEqual([
      ['Vesta Optikk', 4],
      ['Ulla Støperi', 2],
    ]);
    expect(sampleOf(NORWEGIAN, mapping).columns.map(({ role }) => role)).toEqual(['id', 'name', 'alias', 'ignored']);
  });

  it('can say that a table has no header', async () => {
    const table = '17,Vesta Optics,NL\n18,Ulla Foundry,CN\n';
    const mapping = { hasHeader: false, roles: { column_1: 'id', column_2: 'name', column_3: 'country' } } as const;
    const { entries } = await read(table, { mapping });
    expect(entries.map(({ name, country }) => [name, country])).toEqual([
      ['Vesta Optics', 'NL'],
      ['Ulla Foundry', 'CN'],
    ]);
    expect(mappingOf(sampleOf(table, mapping))).toEqual(mapping);
  });

  it('no longer applies to a table that lost one of its columns', async () => {
    const mapping = { hasHeader: true, roles: { bedrift: 'name' } } as const;
    await expect(read('Nr,Firma\n1,Vesta\n', { mapping })).rejects.toMatchObject({ code: 'no_columns' });
  });

  it('applies to imported terms too', async () => {
    expect(hasNames(refused(NORWEGIAN.replaceAll('Bedrift', 'Hvem')))).toBe(true);
    const plan = await planImport(NORWEGIAN, [], () => 'own/new1', {
      hasHeader: true,
      roles: { nr: 'ignored', bedrift: 'name', kjent_som: 'alias', dato: 'note' },
    });
    expect(plan.changes[0]?.term).toMatchObject({ name: 'Vesta Optikk', aliases: ['VO', 'Vesta'], note: '2026-01-02' });
    expect(plan.table?.columns.map(({ role }) => role)).toEqual(['ignored', 'name', 'alias', 'note']);
  });
});

it('imports terms from a file with names only', async () => {
  const ids = ['own/a1', 'own/b1'];
  const plan = await planImport('Vesta Optics\nUlla Foundry Co., Ltd.\n', [], () => ids.pop() ?? '');
  expect(plan.changes.map(({ term }) => term.name)).toEqual(['Vesta Optics', 'Ulla Foundry Co., Ltd.']);
});
