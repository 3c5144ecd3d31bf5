/** Names of subscribed lists for pages: only what a page lacks is handed over, and of a large list only what its text may hold. */
import { beforeAll, expect, it } from 'vitest';
import * as v from 'valibot';
import { KnowledgeList } from '../../../lib/knowledge/model/schema.ts';
import { decodeFilter, decodeNames } from '../../../lib/match/names/serialize.ts';
import { keysIn } from '../../../lib/match/names/prefix-filter.ts';
import { chooseSenses, createMatcher } from '../../../lib/match/index.ts';
import { MOST_NAMES_IN_A_TAB } from '../../../lib/store/derived/list-names.ts';
import { replaceList } from '../../../lib/store/lists/seed.ts';
import { PageNames } from '../../../lib/subscriptions/page-names.ts';
import type { Subscriptions } from '../../../lib/subscriptions/subscription.ts';
import { FIRMS, entry, list } from './list-documents.ts';
import { World } from './world.ts';

const parsed = (text: string) => v.parse(KnowledgeList, JSON.parse(text));
const NOTHING = { state: null, found: null, keys: [] };
const world = new World();
let names: PageNames;
const saved: Subscriptions = { subscriptions: [], order: [] };

const idsIn = (encoded: readonly string[] | undefined) => encoded?.map((one) => decodeNames(one).entryIds.slice(0, 1));

beforeAll(async () => {
  await replaceList(world.base, parsed(list(3)));
  const many = Array.from({ length: MOST_NAMES_IN_A_TAB + 10 }, (_, k) => entry(`firm-number-${k}-works`));
  await replaceList(world.base, parsed(list(1, many, { id: 'big' })));
  names = new PageNames(world.base, async () => saved);
});

const subscribe = (id: string, isPrivate = false) => {
  saved.subscriptions = [
    ...saved.subscriptions.filter((one) => one.list !== id),
    { list: id, url: `https://${id}.example/l.json`, format: 'tradegloss', title: id, key: null, private: isPrivate },
  ];
};

it('without subscriptions there is nothing to hand over', async () => {
  expect(await names.for(NOTHING)).toEqual({});
});

it('a small list comes whole, its entries under names of their own, once', async () => {
  subscribe('harbour-desk');
  const { lists } = await names.for(NOTHING);
  expect(idsIn(lists?.painted)).toEqual([[expect.stringMatching(/^harbour-desk:company\//)]]);
  expect([lists?.hidden, lists?.filters, lists?.order]).toEqual([[], [], ['tradegloss', 'harbour-desk']]);
  expect(await names.for({ ...NOTHING, state: lists?.state ?? null })).toEqual({});
});

it('a private list is kept apart, and making it so is a change', async () => {
  const before = (await names.for(NOTHING)).lists?.state ?? null;
  subscribe('harbour-desk', true);
  const { lists } = await names.for({ ...NOTHING, state: before });
  expect([lists?.painted, lists?.hidden.length]).toEqual([[], 1]);
});

it('of a large list a page gets a filter, then the names that its text may hold, once', async () => {
  subscribe('big');
  const { lists } = await names.for(NOTHING);
  expect([lists?.painted, lists?.filters.length]).toEqual([[], 1]);
  const filters = (lists?.filters ?? []).map(decodeFilter);
  const text = 'The Firm Number 17 Works closed.';
  const keys = [...keysIn(filters, [text])];
  const { found } = await names.for({ state: lists?.state ?? null, found: null, keys });
  const matcher = createMatcher((found?.painted ?? []).map(decodeNames));
  expect(chooseSenses(matcher, [matcher.read(text)]).map((mention) => mention.entry)).toEqual([
    'big:company/firm-number-17-works',
  ]);
  expect(await names.for({ state: lists?.state ?? null, found: found?.state ?? null, keys })).toEqual({});
  expect(keysIn(filters, ['Nothing of it stands here.']).size).toBe(0);
});

it('keys that belong to lists as they were get the lists as they are', async () => {
  const { lists, found } = await names.for({ state: 'older', found: null, keys: [1, 2, 3] });
  expect([lists?.filters.length, found]).toEqual([1, undefined]);
});

it('names that another version of the extension wrote are made anew', async () => {
  await world.base.names.put({ list: 'harbour-desk', generation: 1, names: { compiled: { format: -1 } } });
  const { lists } = await new PageNames(world.base, async () => saved).for(NOTHING);
  expect(decodeNames(lists?.hidden[0] ?? '').entryIds).toHaveLength(FIRMS.length);
});
