/** A page is read again for names only where those names are others. */
import { expect, it } from 'vitest';
import { compileNames } from '../../../lib/match/names/compile.ts';
import { encodeNames } from '../../../lib/match/names/serialize.ts';
import type { Entry } from '../../../lib/knowledge/model/schema.ts';
import { PageLists } from '../../../lib/page/mentions/list-names.ts';
import { entry } from '../subscriptions/list-documents.ts';

const names = (slug: string) =>
  encodeNames(compileNames({ id: slug, entries: [entry(slug) as unknown as Entry], topics: [], countries: [] }));
const LISTS = { state: 'one', painted: [names('quay-house')], hidden: [names('harbour-desk')], filters: [], order: [] };

it('names of one kind that come leave the others to what was read for them', () => {
  const page = new PageLists();
  const first = page.take({ lists: LISTS });
  expect([first?.painted, first?.hidden]).toEqual([expect.anything(), expect.anything()]);
  const own = page.take({ own: { state: 'a', names: names('project-heron') } });
  expect(own?.painted).toBe(first?.painted);
  expect(own?.hidden).not.toBe(first?.hidden);
  const found = page.take({ found: { state: 'b', painted: [names('ulla-foundry')], hidden: [] } });
  expect(found?.painted).not.toBe(first?.painted);
  expect(found?.hidden).toBe(own?.hidden);
});

it('lists and terms that hold nothing are looked for by nobody', () => {
  const page = new PageLists();
  const names = page.take({ own: { state: 'a', names: '' }, lists: { ...LISTS, painted: [], hidden: [] } });
  expect(names).toEqual({ painted: null, hidden: null, keys: null });
});
