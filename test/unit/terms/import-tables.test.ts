/**
 * Protects the import of the user's own tables as terms: aliases, columns of any name, and several
 * rows of one name.
 */
import { expect, it } from 'vitest';
import { termsToCsv } from '../../../lib/terms/csv.ts';
import { planImport } from '../../../lib/terms/import-terms.ts';
import { BLANK } from '../../../lib/terms/term.ts';

let ids = 0;
const newId = () => `own/new${++ids}`;
const plan = (text: string) => planImport(text, [], newId);
const terms = async (text: string) => (await plan(text)).changes.map(({ term }) => term);

it.each([
  ['semicolons', 'name;aliases\nLindholm;"LM AB; Lindholm Magnetics"\n'],
  ['commas', 'name,aliases\nLindholm,"LM AB, Lindholm Magnetics"\n'],
  ['bars', 'name,aliases\nLindholm,LM AB | Lindholm Magnetics\n'],
  ['two columns', 'Begriff;Aliase;Synonyme\nLindholm;LM AB;Lindholm Magnetics\n'],
])('reads aliases separated by %s', async (_, text) =>
  expect((await terms(text)).map(({ name, aliases }) => [name, ...aliases])).toEqual([
    ['Lindholm', 'LM AB', 'Lindholm Magnetics'],
  ]),
);

it('reads notes under common column names, and reports the columns that it ignores', async () => {
  const { changes, flaws, ignored } = await plan(
    'Begriff;Notiz;Bemerkungen;Farbe;Land\nÜberchip;schnell;teuer;rot;DE\n',
  );
  expect(changes.map(({ term }) => [term.name, term.note])).toEqual([['Überchip', 'schnell\nteuer']]);
  expect([flaws, ignored]).toEqual([[], ['farbe', 'land']]);
});

it.each([
  ['Spanish', 'Término;Descripción;Sinónimos'],
  ['Portuguese', 'Termo;Descrição;Sinónimos'],
  ['Italian', 'Termine;Descrizione;Sinonimi'],
  ['Dutch', 'Begrip;Omschrijving;Synoniemen'],
  ['Polish', 'Nazwa;Opis;Skrót'],
  ['Russian', 'Название;Примечание;Синонимы'],
  ['Turkish', 'Terim;Açıklama;Kısaltma'],
  ['Arabic', 'المصطلح;الوصف;مرادف'],
  ['Vietnamese', 'Thuật ngữ;Mô tả;Viết tắt'],
  ['Korean', '용어;정의;동의어'],
  ['Chinese', '术语;释义;同义词'],
])('knows the headings of a glossary in %s', async (_, header) => {
  const found = await terms(`${header}\nLindholm;magnets;LM AB\n`);
  expect(found.map(({ name, note, aliases }) => [name, note, aliases])).toEqual([['Lindholm', 'magnets', ['LM AB']]]);
});

it.each([
  ['keys, in JSON', '[{"term":"Lindholm","definition":"magnets","synonyms":["LM AB","Lindholm Magnetics"]}]'],
  ['bars', 'term|definition|synonyms\nLindholm|magnets|LM AB, Lindholm Magnetics\n'],
  [
    'commas with a space behind',
    '"term", "definition", "synonyms"\n"Lindholm", "magnets", "LM AB; Lindholm Magnetics"\n',
  ],
  [
    'below comments',
    '# Source: own notes\n# made by hand\nterm,definition,synonyms\nLindholm,magnets,LM AB; Lindholm Magnetics\n',
  ],
])('reads columns separated by %s', async (_, text) =>
  expect((await terms(text)).map(({ name, note, aliases }) => [name, note, ...aliases])).toEqual([
    ['Lindholm', 'magnets', 'LM AB', 'Lindholm Magnetics'],
  ]),
);

it('takes a column called # for numbers', async () => {
  expect((await terms('#,Name,Note\n1,Lindholm,magnets\n')).map(({ name }) => name)).toEqual(['Lindholm']);
});

it('joins rows of one name into one term', async () => {
  const { changes, flaws } = await plan(
    'name,aliases,note,kind\nHeron,H1,first,company\nPlover,,,\nheron,H2,second,chip\n',
  );
  expect(flaws).toEqual([]);
  expect(changes.map(({ term: { name, aliases, note, kind } }) => [name, aliases, note, kind])).toEqual([
    ['Heron', ['H1', 'H2'], 'first\nsecond', 'company'],
    ['Plover', [], '', 'term'],
  ]);
});

it('exports and imports an alias with commas or semicolons as one', async () => {
  const heron = { ...BLANK, id: 'own/heron', name: 'Heron', aliases: ['Heron Works, of Harbour; the old one'] };
  expect(await terms(termsToCsv([heron]))).toEqual([heron]);
  const two = { ...heron, not: ['Heron, grey'], aliases: ['a, b', 'c; d'] };
  expect(await terms(termsToCsv([two]))).toEqual([two]);
});
