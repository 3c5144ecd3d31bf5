/** A page is read again for names only where those names are others. */
import { expect, it } from 'vitest';
import { compileNames } from '../../../lib/match/names/compile.ts';
import { encodeNames } from '../../../lib/match/names/serialize.ts';
import type { Entry } from '../../../lib/knowledge/model/schema.ts';
import { PageLists } from '../../../lib/page/mentions/list-names.ts';
import { entry } from '../subscriptions/list-documents.ts';

const names = (slug: string) =>
  encodeNames(compileNames({ id: slug, entries: [entry(slug) as unknown as Entry], topics: [], countries: [] }));
const LISTS = { state: 'one', names: [names('quay-house')], filters: [], order: [] };

it('names that come change what is looked for, and nothing new changes nothing', () => {
  const page = new PageLists();
  const first = page.take({ lists: LISTS });
  expect(first?.matcher).toEqual(expect.anything());
  expect(page.take({})).toBeNull();
  const none = page.take({ found: { state: 'a', names: [] } });
  expect(none?.matcher).toBe(first?.matcher);
  const found = page.take({ found: { state: 'b', names: [names('ulla-foundry')] } });
  expect(found?.matcher).not.toBe(first?.matcher);
  expect(page.ask()).toEqual({ state: 'one', found: 'b', keys: [] });
});

it('lists that hold nothing are looked for by nobody', () => {
  expect(new PageLists().take({ lists: { ...LISTS, names: [] } })).toEqual({ matcher: null, keys: null });
});

it('the names of a newer built-in list take the place of those of the extension, once a version', () => {
  const page = new PageLists();
  const take = (state: string, builtIn?: string) =>
    page.take({
      lists: {
        ...LISTS,
        state: `${state} ${builtIn}`,
        ...(builtIn !== undefined && { builtIn: { state: builtIn, names: names('tradegloss') } }),
      },
    });
  expect(page.builtIn).toBeNull();
  take('one', '2');
  const second = page.builtIn;
  expect(second?.read('Tradegloss').hits.length).toBeGreaterThan(0);
  take('two', '2');
  expect(page.builtIn).toBe(second);
  take('two', '3');
  expect(page.builtIn).not.toBe(second);
  take('three');
  expect(page.builtIn).toBeNull();
});
