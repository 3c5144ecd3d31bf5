/** Protects pages from being scanned again when the names of the lists did not change. */
import { expect, it } from 'vitest';
import { compileNames } from '../../../lib/match/names/compile.ts';
import { encodeNames } from '../../../lib/match/names/serialize.ts';
import type { Entry } from '../../../lib/knowledge/model/schema.ts';
import { PageLists } from '../../../lib/page/mentions/list-names.ts';
import { entry } from '../subscriptions/list-documents.ts';

const names = (slug: string) =>
  encodeNames(compileNames({ id: slug, entries: [entry(slug) as unknown as Entry], topics: [], countries: [] }));
const LISTS = { state: 'one', names: [names('quay-house')], filters: [], order: [] };

it('makes a new matcher if names were added, and keeps it if there are none', () => {
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

it('makes no matcher for lists without names', () => {
  expect(new PageLists().take({ lists: { ...LISTS, names: [] } })).toEqual({ matcher: null, keys: null });
});

it('replaces the names of the extension by those of a newer built-in list, once for each version', () => {
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
