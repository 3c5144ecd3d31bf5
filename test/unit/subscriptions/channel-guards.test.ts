/**
 * Protects the built-in list from its channel: without the user, no update is applied that the keys
 * did not sign, that would empty the list, or that would block later versions. A host that is gone
 * costs only time.
 */
import { describe, expect, it } from 'vitest';
import { documentOf } from '../../../lib/formats/channel/list-update.ts';
import { seedIfNeeded } from '../../../lib/store/lists/seed.ts';
import { acceptHeld, declineHeld } from '../../../lib/subscriptions/accept-held.ts';
import { Key } from '../../support/publisher.ts';
import { ChannelWorld, SMALL, problemOf, version } from './channel-world.ts';
import { HOUR } from './world.ts';

const DAY = 24 * HOUR;

describe('signing keys', () => {
  it('rotate: the next key may sign, and then becomes the present one', async () => {
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

  it('are refused if the key file does not name them', async () => {
    const world = await ChannelWorld.begin();
    world.publish(version(2), new Key());
    expect((await world.check()).result).toBe('failed');
    expect([await problemOf(world), await world.versionInUse()]).toEqual(['key_unknown', 1]);
  });

  it('are refused after they were revoked, and an older key file does not restore them', async () => {
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
  ] as const)('are refused from a key file with %s', async (_, spoil, code) => {
    const world = await ChannelWorld.begin();
    world.publisher.publish(version(2));
    spoil(world);
    world.upload();
    expect((await world.check()).result).toBe('failed');
    expect([await problemOf(world), await world.versionInUse()]).toEqual([code, 1]);
  });

  it('refuse a file that was changed after signing', async () => {
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
  it('hold back a version that lost more than a fifth, until the user accepts it', async () => {
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

  it('offer a declined version only once, and still apply the next one', async () => {
    const world = await ChannelWorld.begin();
    world.publish(version(2, 20));
    await world.check();
    await declineHeld(world.store, 'tradegloss');
    expect((await world.check()).result).toBe('unchanged');
    world.publish(version(3, 41));
    expect((await world.check()).result).toBe('changed');
    expect(await world.document()).toBe(documentOf(version(3, 41)));
  });

  it('keep a held update while the host is unreachable', async () => {
    const world = await ChannelWorld.begin();
    world.publish(version(2, 20));
    await world.check();
    world.answers.clear();
    expect((await world.check()).result).toBe('failed');
    expect(await acceptHeld(world.ports, 'tradegloss')).toBe(true);
  });

  it('drop a held update if a newer list came with the extension', async () => {
    const world = await ChannelWorld.begin();
    world.publish(version(2, 20));
    await world.check();
    expect(await seedIfNeeded(world.base, async () => new Response(documentOf(version(3))), 3)).toBe(true);
    expect((await world.check()).result).toBe('unchanged');
    expect((await world.state('tradegloss')).held).toBeNull();
  });

  it('hold back a list that shrinks over ten versions', async () => {
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

  it('hold back a version number that no later version could follow', async () => {
    const world = await ChannelWorld.begin();
    world.publish(version(Number.MAX_SAFE_INTEGER));
    expect(await world.check()).toMatchObject({ result: 'held', held: { reasons: ['version_jump'] } });
  });
});

describe('a host that is gone', () => {
  it('is requested less and less often, and after a month one update brings the newest version', async () => {
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

  it('brings the whole list after more versions than it keeps updates for', async () => {
    const world = await ChannelWorld.begin();
    for (let n = 2; n <= 33; n++) world.publish(version(n));
    expect((await world.check()).result).toBe('changed');
    expect(world.asked()).toEqual([...SMALL, 'list.json']);
    expect(await world.document()).toBe(documentOf(version(33)));
  });
});
