/**
 * Protects users from updates that need their decision: a list that shrank, went back to an older
 * version, or lacks the signature of its key.
 */
import { describe, expect, it } from 'vitest';
import { createMessages } from '../../../lib/i18n/messages.ts';
import { languageTag, type Locale } from '../../../lib/i18n/translate.ts';
import { acceptHeld, declineHeld, heldEntries } from '../../../lib/subscriptions/accept-held.ts';
import { heldWords } from '../../../lib/subscriptions/list-words.ts';
import { trustKey } from '../../../lib/subscriptions/trust-key.ts';
import { changesOf } from '../../../lib/store/lists/write-list.ts';
import { FIRMS, list } from './list-documents.ts';
import { LIST_URL, World, check, forever, settled } from './world.ts';
import { KEY, keyOf, signed } from './signed.ts';

describe('a held update, and what the user can do', () => {
  it('a list that shrank by more than a fifth waits for the user, who sees what it lost', async () => {
    const world = await settled();
    world.serve({ body: list(4, FIRMS.slice(3)), headers: { etag: '"v4"' } });
    expect(await check(world)).toMatchObject({ result: 'held', held: { reasons: ['shrunk'], lost: 3, size: 7 } });
    expect(await world.inUse()).toHaveLength(10);
    expect((await heldEntries(world.store, 'harbour-desk')).lost).toEqual([
      'Lindholm Magnetics',
      'Ostrava Tungsten',
      'Sandhill Graphite',
    ]);
    // The next request says which copy we have, so nothing is downloaded twice.
    expect((await check(world)).result).toBe('held');
    expect(world.requests.at(-1)?.headers).toEqual({ 'If-None-Match': '"v4"' });
    expect(await acceptHeld(world.ports, 'harbour-desk')).toBe(true);
    expect(await world.inUse()).toHaveLength(7);
    expect((await changesOf(world.base, 'harbour-desk'))[0]).toMatchObject({ removed: 3, to: 4 });
    expect((await check(world)).result).toBe('unchanged');
  });

  it('a list that lost exactly a fifth is applied', async () => {
    const world = await settled();
    world.serve({ body: list(4, FIRMS.slice(2)) });
    expect((await check(world)).result).toBe('changed');
  });

  it('a lower version is held back, and once declined it is not offered again until it changes', async () => {
    const world = await settled();
    world.serve({ body: list(2), headers: { etag: '"v2"' } });
    expect(await check(world)).toMatchObject({ result: 'held', held: { reasons: ['lower_version'] } });
    await declineHeld(world.store, 'harbour-desk');
    expect((await check(world)).result).toBe('unchanged');
    world.serve({ body: list(4), headers: { etag: '"v4"' } });
    expect((await check(world)).result).toBe('unchanged');
    expect((await world.base.lists.get('harbour-desk'))?.version).toBe(4);
  });

  it.each([
    ['without a signature', null, ['unsigned']],
    ['with a page in place of the signature', '<html>not found</html>', ['unsigned']],
    ['with a broken signature', 'untrusted comment: x\nRU\n', ['malformed_signature']],
    ['signed by another key', signed('other-key.minisig').toString('utf8'), ['other_key']],
    ['with the signature of another file', signed('hashed.minisig').toString('utf8'), ['bad_signature']],
  ] as const)('a signed list that arrives %s is held back until the user accepts it', async (_, signature, reasons) => {
    const world = await settled({ key: KEY });
    world.serve({ body: list(4), headers: { etag: '"v4"' } });
    if (signature !== null)
      world.serve({ body: signature, headers: { 'content-type': 'text/plain' } }, `${LIST_URL}.minisig`);
    expect(await check(world)).toMatchObject({ result: 'held', held: { reasons } });
    expect((await world.base.lists.get('harbour-desk'))?.version).toBe(3);
    // The user sees the reason in their language and may accept the update. The key stays pinned.
    const held = (await world.state()).held!;
    for (const locale of ['en', 'zh_CN'] as const) {
      const t = createMessages(locale);
      expect(heldWords(held, null, { t, lang: languageTag(locale) })).toEqual([t(`lists_held_${reasons[0]!}`)]);
    }
    expect(await acceptHeld(world.ports, 'harbour-desk')).toBe(true);
    expect((await world.base.lists.get('harbour-desk'))?.version).toBe(4);
    expect(world.saved.subscriptions[0]?.key).toBe(KEY);
    expect(await world.state()).toMatchObject({ held: null, signer: null });
  });

  it('an older and smaller version is explained in figures, in each language', async () => {
    const world = await settled();
    world.serve({ body: list(2, FIRMS.slice(4)) });
    await check(world);
    const held = (await world.state()).held!;
    const inUse = (await world.base.lists.get('harbour-desk'))!;
    const words = (locale: Locale) => heldWords(held, inUse, { t: createMessages(locale), lang: languageTag(locale) });
    expect(words('en')).toEqual([
      'Its version, 2, is lower than the one in use, 3.',
      '4 of 10 entries would vanish. Lists shrink by mistake more often than on purpose.',
    ]);
    expect(words('zh_CN')).toEqual(['其版本2低于现用版本3。', '10个词条中有4个将消失。列表缩减多半出于失误。']);
  });

  it('a signature that arrives after its list is requested again, and then the update is applied', async () => {
    const world = new World();
    world.subscribed({ key: KEY });
    world.serve({ body: list(2), headers: { etag: '"v2"' } });
    await check(world, { ...world.saved.subscriptions[0]!, key: null });
    const body = signed('list.json');
    world.serve({ body, headers: { etag: '"v3"' } });
    expect((await check(world)).result).toBe('held');
    world.serve({ body: signed('hashed.minisig'), headers: { 'content-type': 'text/plain' } }, `${LIST_URL}.minisig`);
    const outcome = await check(world);
    expect(outcome).toMatchObject({ result: 'held', held: { reasons: ['shrunk'] } });
    expect(await acceptHeld(world.ports, 'harbour-desk')).toBe(true);
    expect(await world.inUse()).toEqual(['Lindholm Magnetics']);
    // The update was also held for its size. Once accepted, it shows its good signature.
    expect(await world.state()).toMatchObject({
      held: null,
      signer: { comment: expect.stringContaining('version 3') },
    });
  });
});

describe('a publisher that signs with another key', () => {
  const OTHER = keyOf('other.pub');
  const trust = (world: World, key: string) => trustKey(world.ports, 'harbour-desk', key, { signal: forever() });
  const pinned = (world: World) => world.saved.subscriptions[0]?.key;

  /** A world where an update signed by the other key waits. */
  async function rotated(): Promise<World> {
    const world = await settled({ key: KEY });
    world.serve({ body: list(2, ['lindholm-magnetics']), headers: { etag: '"v2"' } });
    await check(world, { ...world.saved.subscriptions[0]!, key: null });
    await acceptHeld(world.ports, 'harbour-desk');
    world.serve({ body: signed('list.json'), headers: { etag: '"v3 other"' } });
    const signature = { body: signed('other-key.minisig'), headers: { 'content-type': 'text/plain' } };
    world.serve(signature, `${LIST_URL}.minisig`);
    expect(await check(world)).toMatchObject({ result: 'held', held: { reasons: ['other_key'] } });
    return world;
  }

  it('is trusted once the user gives the new key, and its updates are no longer held back', async () => {
    const world = await rotated();
    expect(await trust(world, OTHER)).toBe(true);
    expect(pinned(world)).toBe(OTHER);
    expect(await world.state()).toMatchObject({ held: null, signer: { comment: expect.any(String) } });
    world.serve({ body: signed('list.json'), headers: { etag: '"again"' } });
    expect((await check(world)).result).toBe('unchanged');
  });

  it.each([
    ['the old key', KEY],
    ['an invalid key', 'RWQ'],
  ])('is not trusted if the user gives %s', async (_, key) => {
    const world = await rotated();
    expect(await trust(world, key)).toBe(false);
    expect(pinned(world)).toBe(KEY);
    expect(await world.state()).toMatchObject({ held: { reasons: ['other_key'] } });
  });

  it('keeps the old key if the user accepts the update without a key', async () => {
    const world = await rotated();
    expect(await acceptHeld(world.ports, 'harbour-desk')).toBe(true);
    expect(pinned(world)).toBe(KEY);
  });

  it('is not trusted if no update waits', async () => {
    const world = await settled({ key: KEY });
    expect(await trust(world, OTHER)).toBe(false);
    expect(pinned(world)).toBe(KEY);
  });
});
