/**
 * Protects the built-in list while a channel keeps it up to date: by updates or whole, never by an
 * older version, and always complete, even if the worker is killed.
 */
import { describe, expect, it } from 'vitest';
import { documentOf } from '../../../lib/formats/channel/list-update.ts';
import type { KnowledgeList } from '../../../lib/knowledge/model/schema.ts';
import { replaceList, seedIfNeeded } from '../../../lib/store/lists/seed.ts';
import { nextWake, updateLists } from '../../../lib/subscriptions/update-lists.ts';
import { Key } from '../../support/publisher.ts';
import { EVERY } from '../../support/runs.ts';
import { smallList } from '../tools/publish/small-list.ts';
import { ChannelWorld, SMALL, problemOf, version } from './channel-world.ts';
import { HOUR, forever } from './world.ts';

const UPDATE = ['updates/1-2.json', 'updates/1-2.json.minisig'];

describe('the consent of the user', () => {
  it('is needed: without it there is no request and no alarm', async () => {
    const world = await ChannelWorld.begin();
    world.saved = { subscriptions: [], order: [] };
    expect((await updateLists(world.ports, { signal: forever() }))?.outcomes.size).toBe(0);
    expect([world.asked(), await nextWake(world.ports)]).toEqual([[], null]);
  });

  it('may come right after install, while the database is still being filled', async () => {
    const world = await ChannelWorld.begin();
    await world.base.lists.clear();
    world.storeShippedList = () => replaceList(world.base, version(1));
    expect((await world.check()).result).toBe('unchanged');
    expect(world.asked()).toEqual(SMALL);
  });

  it('leads to one small request a day if there is nothing new', async () => {
    const world = await ChannelWorld.begin();
    expect((await world.check()).result).toBe('unchanged');
    expect(world.asked()).toEqual(SMALL);
    expect((await world.check()).result).toBe('unchanged');
    expect(world.asked()).toEqual(['latest.json']);
    const { nextCheck } = await world.state('tradegloss');
    expect((nextCheck - world.now) / HOUR).toBeGreaterThan(21);
    expect((nextCheck - world.now) / HOUR).toBeLessThan(27);
    expect(await nextWake(world.ports)).toBe(nextCheck);
    expect((await updateLists(world.ports, { signal: forever() }))?.outcomes.size).toBe(0);
  });
});

it.each([
  [1, 24],
  [72, 72],
  [8760, 168],
])('a list that expires after %d hours is requested again after about %d', async (expires, hours) => {
  const world = await ChannelWorld.begin(version(1, 40, { expires }));
  const { state } = await world.check();
  const after = (state.nextCheck - world.now) / 3_600_000;
  // Checks are spread by a tenth to each side.
  expect(after).toBeGreaterThanOrEqual(hours * 0.9);
  expect(after).toBeLessThanOrEqual(hours * 1.1);
});

describe('a new version', () => {
  it('arrives by an update, byte for byte, and only changed records are written', async () => {
    const world = await ChannelWorld.begin();
    world.publish(version(2));
    expect((await world.check()).result).toBe('changed');
    expect(world.asked()).toEqual([...SMALL, ...UPDATE]);
    expect(await world.document()).toBe(documentOf(version(2)));
    const packs = await world.base.packs.toArray();
    const written = JSON.parse(packs.at(-1)?.text ?? '[]') as { id: string }[];
    expect(written.map(({ id }) => id)).toEqual(
      [0, 10, 20, 30].map((k) => `company/firm-0${String(k).padStart(2, '0')}`),
    );
    expect((await world.base.changes.toArray()).map(({ list, from, to }) => [list, from, to])).toEqual([
      ['tradegloss', 1, 2],
    ]);
    expect((await world.state('tradegloss')).signer?.keyId).toBe(world.publisher.present.id);
  });

  it('arrives by one update across several versions', async () => {
    const world = await ChannelWorld.begin();
    for (const n of [2, 3, 4]) world.publish(version(n, 40 + n));
    expect((await world.check()).result).toBe('changed');
    expect(world.asked()).toEqual([...SMALL, 'updates/1-4.json', 'updates/1-4.json.minisig']);
    expect(await world.document()).toBe(documentOf(version(4, 44)));
  });

  it('logs its changes with the phrases of both languages', async () => {
    const phrases = { 'zh-Hans': { 'list of magnets': '磁体清单' } };
    const told = (n: number): KnowledgeList => {
      const { controls, ...list } = smallList(n);
      const [control] = controls;
      const text = { instrument: 'instrument/order-one', provision: 'list of magnets' };
      return { ...list, controls: [{ ...control!, text }], phrases };
    };
    const world = await ChannelWorld.begin(told(2));
    world.publish(told(3));
    expect((await world.check()).result).toBe('changed');
    const [change] = await world.base.changes.toArray();
    const magnets = change?.lines.find(({ entry }) => entry === 'company/lindholm-magnetics');
    expect(magnets?.en.join()).toContain('list of magnets');
    expect(magnets?.zh_CN.join()).toContain('磁体清单');
  });

  it('may differ only in the date up to which it knows', async () => {
    const world = await ChannelWorld.begin(version(1, 40, { knownTo: '2026-10-01' }));
    const { entries } = version(1);
    world.publish({ ...version(2, 40, { knownTo: '2026-11-01' }), entries });
    expect((await world.check()).result).toBe('changed');
    expect((await world.base.lists.get('tradegloss'))?.knownTo).toBe('2026-11-01');
  });

  const wrong: [string, (world: ChannelWorld) => void][] = [
    ['is missing', (world) => world.lose(...UPDATE)],
    ['has no signature', (world) => world.lose('updates/1-2.json.minisig')],
    ['is not JSON', ({ publisher }) => publisher.put('updates/1-2.json', '{"format":')],
    ['is of another format', ({ publisher }) => publisher.put('updates/1-2.json', '{"format":"tradegloss-update/9"}')],
    [
      'was signed by a key that the key file does not name',
      ({ publisher }) => publisher.put('updates/1-2.json', publisher.files.get('updates/1-2.json') ?? '', new Key()),
    ],
    [
      'was changed after it was signed',
      ({ publisher: { files } }) =>
        files.set('updates/1-2.json', (files.get('updates/1-2.json') ?? '').replace('of version 2', 'of version 9')),
    ],
    [
      'does not result in the signed list',
      ({ publisher }) =>
        publisher.put(
          'updates/1-2.json',
          (publisher.files.get('updates/1-2.json') ?? '').replace('of version 2', 'of version 9'),
        ),
    ],
    [
      'is for another version',
      ({ publisher }) =>
        publisher.put(
          'updates/1-2.json',
          (publisher.files.get('updates/1-2.json') ?? '').replace('"from":1', '"from":7'),
        ),
    ],
  ];
  it.each(wrong)('arrives as a whole list if its update %s', async (_, spoil) => {
    const world = await ChannelWorld.begin();
    world.publisher.publish(version(2));
    spoil(world);
    if (world.answers.size > 0) world.upload();
    spoil(world);
    expect((await world.check()).result).toBe('changed');
    expect(world.asked()).toContain('list.json');
    expect(await world.document()).toBe(documentOf(version(2)));
  });

  it('arrives as a whole list if the records in use are not those of the publisher', async () => {
    const world = await ChannelWorld.begin();
    const pack = await world.base.packs.get(['tradegloss', 0]);
    const text = pack?.text.replace(/("id":"company\/firm-001".*?"name":")[^"]+/, '$1Another');
    expect(text).not.toBe(pack?.text);
    await world.base.packs.put({ list: 'tradegloss', n: 0, text: text ?? '' });
    world.publish(version(2));
    expect((await world.check()).result).toBe('changed');
    expect(world.asked()).toContain('list.json');
    expect(await world.versionInUse()).toBe(2);
  });

  it('is read like any other list if it has records that this extension does not know yet', async () => {
    const world = await ChannelWorld.begin();
    const later = version(2);
    later.entries.push({ ...later.entries[1]!, id: 'company/of the future' });
    world.publish(later);
    expect((await world.check()).result).toBe('changed');
    expect(world.asked()).toContain('list.json');
    expect((await world.inUse('tradegloss')).length).toBe(40);
    expect((await world.state('tradegloss')).notes.refused).toBe(1);
    world.publish(version(3));
    expect((await world.check()).result).toBe('changed');
    expect(await world.document()).toBe(documentOf(version(3)));
  });

  it('is refused if the whole list differs from the signed one', async () => {
    const world = await ChannelWorld.begin();
    world.publisher.publish(version(2));
    world.publisher.put('list.json', documentOf(version(2, 39)));
    world.upload();
    world.lose(...UPDATE);
    expect((await world.check()).result).toBe('failed');
    expect([await problemOf(world), await world.versionInUse()]).toEqual(['channel_mixed', 1]);
    expect(await world.base.updates.count()).toBe(0);
  });
});

describe('an older version', () => {
  it('is refused if the host went back to it', async () => {
    const world = await ChannelWorld.begin();
    const first = world.publisher.files;
    world.publish(version(2));
    await world.check();
    world.publisher.files = first;
    world.upload();
    expect((await world.check()).result).toBe('failed');
    expect([await problemOf(world), await world.versionInUse()]).toEqual(['channel_older', 2]);
  });

  it('is no fault if a newer one came with the extension', async () => {
    const world = await ChannelWorld.begin(version(5));
    const { publisher } = world;
    const channel = await ChannelWorld.begin(version(3));
    publisher.files = channel.publisher.files;
    world.shipped = channel.shipped;
    world.upload();
    expect((await world.check()).result).toBe('unchanged');
    expect([await problemOf(world), await world.versionInUse()]).toEqual([undefined, 5]);
  });

  const shipped = (n: number) => async () => new Response(documentOf(version(n)));
  it('does not return with an extension that is older than the channel, and a newer extension replaces the list', async () => {
    const world = await ChannelWorld.begin(version(2));
    world.publish(version(4, 44));
    await world.check();
    expect(await seedIfNeeded(world.base, shipped(3), 3)).toBe(false);
    expect(await seedIfNeeded(world.base, shipped(1), 1)).toBe(false);
    expect(await world.document()).toBe(documentOf(version(4, 44)));
    expect(await seedIfNeeded(world.base, shipped(6), 6)).toBe(true);
    expect(await world.document()).toBe(documentOf(version(6)));
    // The next version of the channel builds on the list of the extension.
    expect((await world.check()).result).toBe('unchanged');
    world.publish(version(6));
    world.publish(version(7, 41));
    expect((await world.check()).result).toBe('changed');
    expect(world.asked()).toContain('updates/6-7.json');
    expect(await world.document()).toBe(documentOf(version(7, 41)));
  });

  it('is replaced by the newest again if it was restored from the package after rows were lost', async () => {
    const world = await ChannelWorld.begin();
    world.publish(version(2));
    await world.check();
    await world.base.packs.limit(1).delete();
    expect(await seedIfNeeded(world.base, shipped(1), 1)).toBe(true);
    expect(await world.versionInUse()).toBe(1);
    expect((await world.check()).result).toBe('changed');
    expect(await world.document()).toBe(documentOf(version(2)));
  });
});

it('after a kill at each step of a check the list is completely old or new, and the next check finishes the update', async () => {
  for (const isWhole of [false, true])
    for (let n = isWhole ? EVERY : 1, survived = false; !survived; n += EVERY) {
      const world = await ChannelWorld.begin(version(1, 20));
      world.publish(version(2, 21));
      if (isWhole) world.lose(...UPDATE);
      world.steps.done = 0;
      world.steps.killAt = n;
      await world.check().catch(() => undefined);
      survived = world.steps.done < n;
      world.restart();
      const inUse = (await world.versionInUse()) ?? 0;
      expect(await world.document(), `killed at step ${n}`).toBe(documentOf(version(inUse, 19 + inUse)));
      expect(['changed', 'unchanged'], `killed at step ${n}`).toContain((await world.check()).result);
      expect(await world.document(), `killed at step ${n}`).toBe(documentOf(version(2, 21)));
      expect(await world.base.updates.count()).toBe(0);
      await world.base.delete();
    }
}, 600_000);
