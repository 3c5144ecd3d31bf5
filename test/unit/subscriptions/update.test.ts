/**
 * Protects updates: each is applied completely or not at all, and every fault has a message in
 * plain words.
 */
import { describe, expect, it } from 'vitest';
import { listStore } from '../../../lib/subscriptions/list-store.ts';
import { problemOf, updateList } from '../../../lib/subscriptions/update-list.ts';
import { updateLists } from '../../../lib/subscriptions/update-lists.ts';
import { createMessages } from '../../../lib/i18n/messages.ts';
import { problemWords } from '../../../lib/subscriptions/list-words.ts';
import { changesOf } from '../../../lib/store/lists/write-list.ts';
import { FAULTS } from './faults.ts';
import { FIRMS, entry, list } from './list-documents.ts';
import { HOUR, check, forever, settled } from './world.ts';

const idsIn = (pack: string) => (JSON.parse(pack) as { id: string }[]).map(({ id }) => id);

it('explains what is wrong with the first entries of a list that has none to use', async () => {
  const world = await settled();
  world.serve({
    body: list(4, [
      entry('one', { names: { en: ['a', 'the'] } }),
      entry('kelp', { sources: { site: { url: 'javascript:alert(1)', publisher: 'x', class: 'other' } } }),
      {},
      {},
    ]),
  });
  expect((await check(world)).result).toBe('failed');
  const { problem } = await world.state();
  expect(problem && problemWords(problem, createMessages('en'))).toBe(
    'no entry of the list can be used. Check which column holds the names, or tell the publisher. company/one, name 1 (English): a name of one character; company/kelp, source “site”, address: not a web address; entry 3, id: does not fit the format',
  );
  expect(await world.inUse()).toHaveLength(10);
});

describe('an update that goes well', () => {
  it('replaces the list by the new version, and writes only changed records', async () => {
    const world = await settled();
    world.serve({
      body: list(4, [...FIRMS.slice(1), entry('lindholm-magnetics', { note: 'moved to Luleå' })]),
      headers: { etag: '"v4"' },
    });
    expect((await check(world)).result).toBe('changed');
    expect((await world.base.lists.get('harbour-desk'))?.version).toBe(4);
    const packs = await world.base.packs.toArray();
    expect(packs.map(({ n, text }) => [n, idsIn(text)])).toEqual([
      [0, expect.arrayContaining(FIRMS.map((slug) => `company/${slug}`))],
      [1, ['company/lindholm-magnetics']],
    ]);
    expect(await world.inUse()).toHaveLength(10);
  });

  it('removes entries that left the list', async () => {
    const world = await settled();
    world.serve({ body: list(4, FIRMS.slice(1)) });
    await check(world);
    expect(await world.inUse()).toHaveLength(9);
    expect((await changesOf(world.base, 'harbour-desk'))[0]).toMatchObject({
      removed: 1,
      lines: [{ name: 'Lindholm Magnetics', en: ['no longer on the list'] }],
    });
  });

  it('sends the known tag, and a 304 needs neither body nor writes', async () => {
    const world = await settled();
    expect((await check(world)).result).toBe('unchanged');
    expect(world.requests.at(-1)?.headers).toEqual({ 'If-None-Match': '"v3"' });
    expect((await world.state()).nextCheck).toBe(world.now + 24 * HOUR);
  });

  it('sends the date of the last change if the server gave no tag', async () => {
    const world = await settled();
    const modified = 'Fri, 20 Nov 2026 08:00:00 GMT';
    world.serve({ body: list(4), headers: { 'last-modified': modified } });
    await check(world);
    world.serve({ status: 304 });
    expect((await check(world)).result).toBe('unchanged');
    expect(world.requests.at(-1)?.headers).toEqual({ 'If-Modified-Since': modified });
  });

  it('requests the whole list again if the database was wiped', async () => {
    const world = await settled();
    await world.base.delete();
    world.restart();
    expect((await check(world)).result).toBe('changed');
    expect(world.requests.at(-1)?.headers).toEqual({});
    expect(await world.inUse()).toHaveLength(10);
  });

  it('checks only lists that are due, the oldest first', async () => {
    const world = await settled();
    const second = { ...world.saved.subscriptions[0]!, list: 'other', url: 'https://other.example/list.json' };
    world.saved.subscriptions.push(second);
    world.serve({ body: list(1, FIRMS, { id: 'other' }) }, second.url);
    world.requests.length = 0;
    const round = await updateLists(world.ports, { signal: forever() });
    expect(world.requests.map(({ url }) => url)).toEqual([second.url]);
    expect(round?.changed).toEqual(['other']);
    expect(round?.wake).toBe(world.now + 24 * HOUR);
  });
});

describe('faults: the old list stays, and the user is told why', () => {
  it.each(FAULTS)('%s', async (_, code, set) => {
    const world = await settled();
    set(world);
    const outcome = await check(world);
    expect(outcome).toMatchObject({ result: 'failed', problem: { code } });
    expect(await world.inUse()).toHaveLength(10);
    expect((await world.base.lists.get('harbour-desk'))?.version).toBe(3);
    expect(await world.base.updates.count()).toBe(0);
    const state = await world.state();
    expect(state.failures).toBe(1);
    expect(state.nextCheck).toBe(code === 'busy' ? world.now + 2 * HOUR : world.now + HOUR / 4);
  });

  it('a large list may take longer to arrive than the time limit for a first answer', async () => {
    const world = await settled();
    const answerLimit = new AbortController();
    world.timeouts = [answerLimit.signal];
    world.serve({ body: list(4, [...FIRMS, 'new-firm']), during: () => answerLimit.abort() });
    expect((await check(world)).result).toBe('changed');
  });

  it('a check after the server recovered has no trace of the fault', async () => {
    const world = await settled();
    world.serve({ status: 500 });
    await check(world);
    world.serve({ body: list(4, [...FIRMS, 'new-firm']) });
    expect((await check(world)).result).toBe('changed');
    expect(await world.state()).toMatchObject({ failures: 0, problem: null });
  });

  it('on a full disk the old list stays complete, and the next check applies the new one', async () => {
    const world = await settled();
    world.serve({ body: list(4, [...FIRMS, 'new-firm']) });
    const full = {
      ...listStore(world.base),
      stage: () => Promise.reject(new DOMException('no space', 'QuotaExceededError')),
    };
    const outcome = await updateList({ ...world.ports, store: full }, world.saved.subscriptions[0]!, {
      signal: forever(),
    });
    expect(outcome).toMatchObject({
      result: 'failed',
      problem: { code: 'no_room' },
    });
    expect(await world.inUse()).toHaveLength(10);
    expect((await check(world)).result).toBe('changed');
    expect(await world.inUse()).toHaveLength(11);
  });

  it.each([
    [
      'an aborted transaction',
      Object.assign(new Error('aborted'), { inner: new DOMException('', 'QuotaExceededError') }),
      'no_room',
    ],
    [
      'some failed writes of many',
      Object.assign(new Error('bulk'), { failures: [new DOMException('', 'QuotaExceededError')] }),
      'no_room',
    ],
    ['another error, as not full', new DOMException('closing', 'InvalidStateError'), 'storage'],
  ])('recognises a full disk from %s', (_, error, code) => expect(problemOf(error).problem.code).toBe(code));

  it('if the database is deleted during an update, the subscription stays, and the next check brings the list', async () => {
    const world = await settled();
    world.serve({
      body: list(
        4,
        FIRMS.map((firm) => entry(firm, { note: 'checked' })),
      ),
    });
    const { base } = world;
    const store = listStore(base);
    const dying = {
      ...store,
      stage: async () => {
        base.close();
        await base.delete();
        throw new DOMException('the connection is closing', 'InvalidStateError');
      },
    };
    expect(
      (await updateList({ ...world.ports, store: dying }, world.saved.subscriptions[0]!, { signal: forever() })).result,
    ).toBe('failed');
    world.restart();
    expect((await check(world)).result).toBe('changed');
    expect(await world.inUse()).toHaveLength(10);
  });

  it('cancelling changes nothing', async () => {
    const world = await settled();
    world.serve({ body: list(4) });
    expect(await check(world, undefined, AbortSignal.abort())).toMatchObject({
      result: 'failed',
      problem: { code: 'cancelled' },
    });
    expect(await world.state()).toMatchObject({ failures: 0 });
  });
});
