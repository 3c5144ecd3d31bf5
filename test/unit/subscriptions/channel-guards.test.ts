/**
 * A channel brings nothing unasked that its keys do not sign, that would empty the list, or that
 * would shut out what comes later; and a host that is gone costs nothing but time.
 */
import { describe, expect, it } from 'vitest';
import { documentOf } from '../../../lib/formats/channel/list-update.ts';
import { seedIfNeeded } from '../../../lib/store/lists/seed.ts';
import { acceptHeld, declineHeld } from '../../../lib/subscriptions/accept-held.ts';
import { Key } from '../../support/publisher.ts';
import { ChannelWorld, SMALL, problemOf, version } from './channel-world.ts';
import { HOUR } from './world.ts';

const DAY = 24 * HOUR;

describe('keys', () => {
  it('rotate: the next one signs, then is the present one', async () => {
    const world = await ChannelWorld.begin();
    const { publisher } = world;
    const next = new Key();
    [publisher.next, publisher.serial] = [next, 2];
    world.publish(version(2));
    expect((await world.check()).result).toBe('changed');
    world.publish(version(3), next);
    expect((await world.check()).result).toBe('changed');
    [publisher.present, publisher.next, publisher.serial] = [next, null, 3];
    world.publish(version(4));
    expect((await world.check()).result).toBe('changed');
    expect(world.saved.channel?.known).toMatchObject({ serial: 3, offered: 4, inUse: 4 });
  });

  it('that nobody named sign nothing', async () => {
    const world = await ChannelWorld.begin();
    world.publish(version(2), new Key());
    expect((await world.check()).result).toBe('failed');
    expect([await problemOf(world), await world.versionInUse()]).toEqual(['key_unknown', 1]);
  });

  it('that were revoked sign nothing, and an old file of keys does not bring them back', async () => {
    const world = await ChannelWorld.begin();
    const { publisher } = world;
    const stolen = publisher.present;
    await world.check();
    [publisher.present, publisher.revoked, publisher.serial] = [new Key(), [stolen], 2];
    world.publish(version(2));
    expect((await world.check()).result).toBe('changed');
    world.publish(version(3), stolen);
    expect((await world.check()).result).toBe('failed');
    expect((await world.state('tradegloss')).problem).toMatchObject({ code: 'key_revoked', detail: stolen.id });
    [publisher.present, publisher.revoked, publisher.serial] = [stolen, [], 1];
    world.publish(version(4));
    expect((await world.check()).result).toBe('failed');
    expect(await problemOf(world)).toBe('keys_older');
    publisher.serial = 3;
    world.publish(version(5));
    expect((await world.check()).result).toBe('failed');
    expect([await problemOf(world), await world.versionInUse()]).toEqual(['key_revoked', 2]);
  });

  it.each([
    ['another root key', (world: ChannelWorld) => world.publisher.putKeys(new Key()), 'keys_not_signed'],
    [
      'no signature',
      (world: ChannelWorld) => world.publisher.files.set('keys.json.minisig', 'none'),
      'keys_not_signed',
    ],
    [
      'another list',
      ({ publisher }: ChannelWorld) =>
        publisher.put(
          'keys.json',
          (publisher.files.get('keys.json') ?? '').replace('"tradegloss"', '"other"'),
          publisher.root,
        ),
      'other_list',
    ],
    [
      'another format',
      ({ publisher }: ChannelWorld) => publisher.put('keys.json', '{}', publisher.root),
      'not_channel',
    ],
  ] as const)('of %s are nobody’s', async (_, spoil, code) => {
    const world = await ChannelWorld.begin();
    world.publisher.publish(version(2));
    spoil(world);
    world.upload();
    expect((await world.check()).result).toBe('failed');
    expect([await problemOf(world), await world.versionInUse()]).toEqual([code, 1]);
  });

  it('a file that was changed after it was signed says nothing', async () => {
    const world = await ChannelWorld.begin();
    world.publisher.publish(version(2));
    world.publisher.files.set(
      'latest.json',
      (world.publisher.files.get('latest.json') ?? '').replace('"version":2', '"version":3'),
    );
    world.upload();
    expect((await world.check()).result).toBe('failed');
    expect(await problemOf(world)).toBe('channel_not_signed');
  });
});

describe('the guards', () => {
  it('hold back a version that lost more than a fifth, until the user takes it', async () => {
    const world = await ChannelWorld.begin();
    world.publish(version(2, 20));
    expect(await world.check()).toMatchObject({ result: 'held', held: { reasons: ['shrunk'], lost: 20 } });
    world.asked();
    expect((await world.check()).result).toBe('held');
    expect(world.asked()).toEqual(['latest.json']);
    expect(await world.versionInUse()).toBe(1);
    expect(await acceptHeld(world.ports, 'tradegloss')).toBe(true);
    expect(await world.document()).toBe(documentOf(version(2, 20)));
    world.publish(version(3, 19));
    expect((await world.check()).result).toBe('changed');
  });

  it('offer once what the user declined, and the next version all the same', async () => {
    const world = await ChannelWorld.begin();
    world.publish(version(2, 20));
    await world.check();
    await declineHeld(world.store, 'tradegloss');
    expect((await world.check()).result).toBe('unchanged');
    world.publish(version(3, 41));
    expect((await world.check()).result).toBe('changed');
    expect(await world.document()).toBe(documentOf(version(3, 41)));
  });

  it('keep what waits for the user while the host is away', async () => {
    const world = await ChannelWorld.begin();
    world.publish(version(2, 20));
    await world.check();
    world.answers.clear();
    expect((await world.check()).result).toBe('failed');
    expect(await acceptHeld(world.ports, 'tradegloss')).toBe(true);
  });

  it('forget what waits where a newer list came with the extension', async () => {
    const world = await ChannelWorld.begin();
    world.publish(version(2, 20));
    await world.check();
    expect(await seedIfNeeded(world.base, async () => new Response(documentOf(version(3))), 3)).toBe(true);
    expect((await world.check()).result).toBe('unchanged');
    expect((await world.state('tradegloss')).held).toBeNull();
  });

  it('hold back a list that is drained over ten versions', async () => {
    const world = await ChannelWorld.begin(version(1, 100));
    const results: string[] = [];
    for (let n = 2; n <= 11; n++) {
      world.now += DAY;
      world.publish(version(n, 100 - 4 * (n - 1)));
      const outcome = await world.check();
      results.push(outcome.result === 'held' ? outcome.held.reasons.join() : outcome.result);
    }
    const [taken, drained] = [Array<string>(5).fill('changed'), Array<string>(4).fill('drained')];
    expect(results).toEqual([...taken, ...drained, 'shrunk']);
    expect((await world.inUse('tradegloss')).length).toBe(80);
  });

  it('hold back a version that no honest one could follow', async () => {
    const world = await ChannelWorld.begin();
    world.publish(version(Number.MAX_SAFE_INTEGER));
    expect(await world.check()).toMatchObject({ result: 'held', held: { reasons: ['version_jump'] } });
  });
});

describe('a host that is gone', () => {
  it('is asked less and less often, and after a month the newest comes by one update', async () => {
    const world = await ChannelWorld.begin();
    await world.check();
    world.answers.clear();
    const waits: number[] = [];
    const until = world.now + 30 * DAY;
    while (world.now < until) {
      expect((await world.check()).result).toBe('failed');
      const { nextCheck } = await world.state('tradegloss');
      waits.push(Math.round(((nextCheck - world.now) / HOUR) * 100) / 100);
      world.now = nextCheck;
    }
    expect(waits.slice(0, 8)).toEqual([0.25, 0.5, 1, 2, 4, 8, 16, 24]);
    expect(Math.max(...waits)).toBe(24);
    expect(await world.versionInUse()).toBe(1);
    for (let n = 2; n <= 5; n++) world.publish(version(n));
    world.asked();
    expect((await world.check()).result).toBe('changed');
    expect(world.asked()).toContain('updates/1-5.json');
    expect((await world.state('tradegloss')).problem).toBeNull();
  });

  it('after more versions than there are updates for brings the list whole', async () => {
    const world = await ChannelWorld.begin();
    for (let n = 2; n <= 33; n++) world.publish(version(n));
    expect((await world.check()).result).toBe('changed');
    expect(world.asked()).toEqual([...SMALL, 'list.json']);
    expect(await world.document()).toBe(documentOf(version(33)));
  });
});
