/**
 * Protects the names of subscribed lists in pages: a page only gets what it lacks, and of a large
 * list only what its text may contain.
 */
import { beforeAll, expect, it } from 'vitest';
import * as v from 'valibot';
import { KnowledgeList } from '../../../lib/knowledge/model/schema.ts';
import { decodeFilter, decodeNames } from '../../../lib/match/names/serialize.ts';
import { keysIn } from '../../../lib/match/names/prefix-filter.ts';
import { chooseSenses, createMatcher } from '../../../lib/match/index.ts';
import { MAX_NAMES_IN_TAB } from '../../../lib/store/derived/list-names.ts';
import { replaceList } from '../../../lib/store/lists/seed.ts';
import { ListsInUse } from '../../../lib/subscriptions/lists-in-use.ts';
import { PageNames } from '../../../lib/subscriptions/page-names.ts';
import { PrivateNames } from '../../../lib/private/private-names.ts';
import { OwnTermsForPages } from '../../../lib/terms/own-page-names.ts';
import { OwnStore } from '../../../lib/terms/own-store.ts';
import { BLANK } from '../../../lib/terms/term.ts';
import { OwnBase } from '../../../lib/terms/terms-db.ts';
import type { Subscriptions } from '../../../lib/subscriptions/subscription.ts';
import { FIRMS, entry, list } from './list-documents.ts';
import { World } from './world.ts';

const parsed = (text: string) => v.parse(KnowledgeList, JSON.parse(text));
const FIRST_REQUEST = { state: null, found: null, keys: [] };
const world = new World();
let names: PageNames;
const inUse = () => new ListsInUse(world.base, async () => saved);
const saved: Subscriptions = { subscriptions: [], order: [] };

const NO_OWN = async () => null;
const idsIn = (encoded: readonly string[] | undefined) => encoded?.map((one) => decodeNames(one).entryIds.slice(0, 1));

beforeAll(async () => {
  await replaceList(world.base, parsed(list(3)));
  const many = Array.from({ length: MAX_NAMES_IN_TAB + 10 }, (_, k) => entry(`firm-number-${k}-works`));
  await replaceList(world.base, parsed(list(1, many, { id: 'big' })));
  names = new PageNames(inUse(), NO_OWN);
});

const subscribe = (id: string, isPrivate = false) => {
  saved.subscriptions = [
    ...saved.subscriptions.filter((one) => one.list !== id),
    { list: id, url: `https://${id}.example/l.json`, format: 'tradegloss', title: id, key: null, private: isPrivate },
  ];
};

it('sends nothing without subscriptions', async () => {
  expect(await names.for(FIRST_REQUEST)).toEqual({});
});

it("sends all names of a small list once, with the list's id before each entry", async () => {
  subscribe('harbour-desk');
  const { lists } = await names.for(FIRST_REQUEST);
  expect(idsIn(lists?.names)).toEqual([[expect.stringMatching(/^harbour-desk:company\//)]]);
  expect([lists?.filters, lists?.order]).toEqual([[], ['harbour-desk', 'tradegloss']]);
  expect(await names.for({ ...FIRST_REQUEST, state: lists?.state ?? null })).toEqual({});
});

it.each(['harbour-desk', 'big'])(
  'sends nothing of a private list, and counts it as a change when %s becomes private',
  async (id) => {
    subscribe(id);
    const before = (await names.for(FIRST_REQUEST)).lists?.state ?? null;
    subscribe(id, true);
    const { lists } = await names.for({ ...FIRST_REQUEST, state: before });
    expect(
      idsIn(lists?.names)
        ?.flat()
        .filter((entry) => entry.startsWith(`${id}:`)),
    ).toEqual([]);
    expect([lists?.filters, lists?.order.includes(id)]).toEqual([[], false]);
  },
);

it('searches texts for names of private lists, small or large, and keeps the matcher for the same names', async () => {
  subscribe('harbour-desk', true);
  subscribe('big', true);
  const hidden = new PrivateNames(async () => ({ state: '', names: '' }), inUse());
  expect(await hidden.exist()).toBe(true);
  const texts = ['The Firm Number 17 Works buys from Lindholm Magnetics.'];
  const matcher = await hidden.matcherFor(texts);
  if (!matcher) throw new Error('nothing is looked for');
  expect(
    chooseSenses(
      matcher,
      texts.map((text) => matcher.read(text)),
    ).map((mention) => mention.entry),
  ).toEqual(['big:company/firm-number-17-works', 'harbour-desk:company/lindholm-magnetics']);
  expect(await hidden.matcherFor(texts)).toBe(matcher);
  for (const id of ['harbour-desk', 'big']) subscribe(id);
  expect([await hidden.exist(), await hidden.matcherFor(texts)]).toEqual([false, null]);
});

it('sends a filter of a large list, then the names that the text may contain, once', async () => {
  subscribe('harbour-desk', true);
  subscribe('big');
  const { lists } = await names.for(FIRST_REQUEST);
  expect([lists?.names, lists?.filters.length]).toEqual([[], 1]);
  const filters = (lists?.filters ?? []).map(decodeFilter);
  const text = 'The Firm Number 17 Works closed.';
  const keys = [...keysIn(filters, [text])];
  const { found } = await names.for({ state: lists?.state ?? null, found: null, keys });
  const matcher = createMatcher((found?.names ?? []).map(decodeNames));
  expect(chooseSenses(matcher, [matcher.read(text)]).map((mention) => mention.entry)).toEqual([
    'big:company/firm-number-17-works',
  ]);
  expect(await names.for({ state: lists?.state ?? null, found: found?.state ?? null, keys })).toEqual({});
  expect(keysIn(filters, ['Nothing of it stands here.']).size).toBe(0);
});

it('answers keys for an older state of the lists with the lists of now', async () => {
  const { lists, found } = await names.for({ state: 'older', found: null, keys: [1, 2, 3] });
  expect([lists?.filters.length, found]).toEqual([1, undefined]);
});

it('compiles names again if another version of the extension stored them', async () => {
  subscribe('harbour-desk');
  await world.base.names.put({ list: 'harbour-desk', generation: 1, names: { compiled: { format: -1 } } });
  const { lists } = await new PageNames(inUse(), NO_OWN).for(FIRST_REQUEST);
  expect(decodeNames(lists?.names[0] ?? '').entryIds).toHaveLength(FIRMS.length);
});

it("sends a filter of the user's terms if they are marked in pages, and then those that the text may contain", async () => {
  const store = new OwnStore(new OwnBase('own-for-pages'), { now: () => Date.UTC(2026, 10, 24), random: () => 0.5 });
  const terms = ['Project Heron', 'Lindholm Magnetics'].map((name, k) => ({ ...BLANK, id: `own/${k}`, name }));
  await store.putTerms(terms.map((term) => ({ term })));
  const own = new OwnTermsForPages(store);
  subscribe('harbour-desk', true);
  subscribe('big', true);
  const withOwn = new PageNames(inUse(), () => own.read());
  const { lists } = await withOwn.for(FIRST_REQUEST);
  expect([lists?.order, lists?.names]).toEqual([['own', 'tradegloss'], []]);
  const filters = (lists?.filters ?? []).map(decodeFilter);
  const text = 'Project Heron needs gallium.';
  const keys = [...keysIn(filters, [text])];
  const { found } = await withOwn.for({ state: lists?.state ?? null, found: null, keys });
  expect(JSON.stringify(found?.names.map(decodeNames))).not.toContain('lindholm');
  const matcher = createMatcher((found?.names ?? []).map(decodeNames));
  expect(chooseSenses(matcher, [matcher.read(text)]).map(({ start, end }) => text.slice(start, end))).toEqual([
    'Project Heron',
  ]);
  expect(await withOwn.for({ state: lists?.state ?? null, found: found?.state ?? null, keys })).toEqual({});
  // If the user keeps terms out of pages again, the page has to drop them.
  expect(await names.for({ state: lists?.state ?? null, found: null, keys })).toEqual({
    lists: { state: '', order: ['tradegloss'], names: [], filters: [] },
  });
});
