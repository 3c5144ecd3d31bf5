/**
 * Protects databases of earlier schemas when the extension is updated: the user loses nothing, and
 * the data works.
 */
import { expect, it } from 'vitest';
import { Base } from '../../../lib/store/db.ts';
import { loadKnowledge, loadLibrary } from '../../../lib/store/library.ts';
import { haveSearchText } from '../../../lib/store/lists/rebuild-derived.ts';
import { stagedOf } from '../../../lib/store/lists/staged.ts';
import { Stager } from '../../../lib/store/lists/stager.ts';
import { createSearch } from '../../../lib/search/search.ts';
import { listStore } from '../../../lib/subscriptions/list-store.ts';
import { OwnStore } from '../../../lib/terms/own-store.ts';
import { OwnBase } from '../../../lib/terms/terms-db.ts';
import { randomFrom } from '../../support/random.ts';
import { examples, restore, type Example } from '../../support/schema-example.ts';
import { FIRMS, list } from '../subscriptions/list-documents.ts';

const EXAMPLES = examples();
const title = ({ database, version }: Example) => `${database} ${version}`;
const shipped = async () => new Response(list(3, FIRMS, { id: 'tradegloss', title: 'Built-in' }));

it.each([new Base(), new OwnBase()])('each schema of $name has an example', ({ name, verno }) => {
  const versions = EXAMPLES.filter(({ database }) => database === name).map(({ version }) => version);
  // If this fails, the schema is new, and schema-example.ts writes its example.
  expect(versions.sort()).toEqual(Array.from({ length: verno }, (_, k) => k + 1));
});

it.each(EXAMPLES.map((example) => [title(example), example] as const))(
  '%s: keeps every row in the upgrade',
  async (_, example) => {
    const name = `upgraded-${title(example)}`;
    await restore(example, name);
    const base = example.database === 'tradegloss-own' ? new OwnBase(name) : new Base(name);
    // All but copies of records, which are stored in packs from then on.
    for (const [table, rows] of Object.entries(example.rows).filter(([name]) => name !== 'copies'))
      expect(await base.table(table).toArray(), table).toEqual(rows);
    base.close();
  },
);

it.each(
  EXAMPLES.filter(({ database }) => database === 'tradegloss').map((example) => [title(example), example] as const),
)('%s: lists are read without fetching or storing them again', async (_, example) => {
  const name = `read-${title(example)}`;
  await restore(example, name);
  const base = new Base(name);
  const builtIn = await loadKnowledge(base, () => Promise.reject(new Error('asked for the shipped list')));
  expect([builtIn.problem, builtIn.version, builtIn.entries.size]).toEqual([null, 3, FIRMS.length]);
  const { lists } = await loadLibrary(base, builtIn, ['tradegloss', 'harbour-desk']);
  expect(lists.map(({ header }) => [header.id, header.version])).toEqual([
    ['tradegloss', 3],
    ['harbour-desk', 7],
  ]);
  expect((await loadKnowledge(base, shipped)).problem).toBeNull();
  base.close();
});

it.each(
  EXAMPLES.filter(({ database }) => database === 'tradegloss').map((example) => [title(example), example] as const),
)('%s: a list can be searched, and its next update moves it into packs and logs only changes', async (_, example) => {
  const name = `packed-${title(example)}`;
  await restore(example, name);
  const base = new Base(name);
  const store = listStore(base);
  const header = await store.header('harbour-desk');
  if (!header) throw new Error('the list is lost');
  const search = createSearch([await haveSearchText(base, header)]);
  expect(search.find('lindholm magnetics').hits[0]?.entry).toBe('harbour-desk:company/lindholm-magnetics');
  const { records } = (await store.whole('harbour-desk')) ?? {};
  const [first, second, ...rest] = records?.entries ?? [];
  if (!first || !second || !records) throw new Error('the entries are lost');
  const stager = await Stager.begin(store, 'harbour-desk');
  await stager.add({ ...records, entries: [{ ...second, note: 'moved' }, ...rest] });
  const { generation: _generation, phrases: _phrases, ...fields } = header;
  const staged = await stager.finish(fields);
  const named = (id: string) => ({ count: 1, ids: [id] });
  const [added, changed, removed] = [{ count: 0, ids: [] }, named(second.id), named(first.id)];
  expect(staged).toMatchObject({ added, changed, removed, law: [] });
  expect(await stagedOf(store, staged.header)).toMatchObject({ added, changed, removed, law: [] });
  expect(await store.switchTo('harbour-desk', null)).toBe(true);
  await store.sweep('harbour-desk');
  expect((await store.whole('harbour-desk'))?.records).toEqual({
    ...records,
    entries: [{ ...second, note: 'moved' }, ...rest],
  });
  for (const table of [base.entries, base.controls, base.acts, base.digests])
    expect(
      (await table.toArray()).filter((row) => row.list === 'harbour-desk'),
      table.name,
    ).toEqual([]);
  base.close();
});

it.each(
  EXAMPLES.filter(({ database }) => database === 'tradegloss-own').map((example) => [title(example), example] as const),
)("%s: the user's terms are read and can be changed", async (_, example) => {
  const name = `terms-${title(example)}`;
  await restore(example, name);
  const store = new OwnStore(new OwnBase(name), { now: () => Date.UTC(2027, 0, 1), random: randomFrom(9).next });
  expect((await store.terms()).map(({ term }) => [term.name, term.note])).toEqual([
    ['Term 1', 'theirs'],
    ['Term 2', 'mine'],
    ['Term 3', 'theirs'],
  ]);
  expect((await store.log()).map(({ value }) => value)).toContain('mine');
  const second = await store.term('own/term-2');
  if (!second) throw new Error('the second term is lost');
  await store.putTerms([{ term: { ...second, note: 'later' }, before: second }]);
  expect((await store.term('own/term-2'))?.note).toBe('later');
  store.db.close();
});
