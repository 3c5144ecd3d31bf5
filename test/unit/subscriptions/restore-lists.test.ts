/**
 * Protects subscriptions that are restored from a file: completely, with their keys, and never
 * weaker than existing ones.
 */
import { describe, expect, it } from 'vitest';
import { BUILT_IN, OWN_LIST } from '../../../lib/knowledge/model/ids.ts';
import { withRestored } from '../../../lib/subscriptions/restore-lists.ts';
import type { Subscription } from '../../../lib/subscriptions/subscription.ts';

const KEY = 'RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3';
const OTHER = 'RWS/i41JEUVgnZmS8R4kTDpPmXkIcOsCoAzrmKHDJxRA6uTXoaAzTvUT';
const desk = (more: Partial<Subscription> = {}): Subscription => ({
  list: 'harbour-desk',
  url: 'https://lists.harbour.example/desk.json',
  format: 'tradegloss',
  title: 'Harbour desk',
  key: KEY,
  private: true,
  ...more,
});
const NO_LISTS = { subscriptions: [], order: [] };

describe('withRestored', () => {
  it('restores lists, keys, privacy and order if nothing exists', () => {
    const saved = {
      subscriptions: [
        desk(),
        desk({ list: 'firms', url: 'https://lists.harbour.example/firms.json', key: null, private: false }),
      ],
      order: ['firms', BUILT_IN, 'harbour-desk'],
    };
    expect(withRestored(NO_LISTS, JSON.parse(JSON.stringify(saved)))).toEqual({
      all: saved,
      added: ['harbour-desk', 'firms'],
    });
  });

  it('keeps existing subscriptions, and adds a key only if none is pinned', () => {
    const here = { subscriptions: [desk({ key: OTHER, private: false })], order: [BUILT_IN, 'harbour-desk'] };
    expect(withRestored(here, { subscriptions: [desk()] })).toEqual({ all: here, added: [] });
    expect(
      withRestored({ ...here, subscriptions: [desk({ key: null })] }, { subscriptions: [desk()] }).all.subscriptions,
    ).toEqual([desk()]);
    expect(withRestored(here, { subscriptions: [desk({ key: null })] }).all.subscriptions[0]?.key).toBe(OTHER);
  });

  it.each([
    ['no file', undefined],
    ['something else', { subscriptions: 'all' }],
    ['an invalid address', { subscriptions: [desk({ url: 'file:///etc/passwd' })] }],
    [
      'a name and password in the address',
      { subscriptions: [desk({ url: 'https://me:secret@lists.harbour.example/desk.json' })] },
    ],
    ['the built-in list', { subscriptions: [desk({ list: BUILT_IN })] }],
    ["the user's own terms", { subscriptions: [desk({ list: OWN_LIST })] }],
    ['an invalid key', { subscriptions: [desk({ key: 'RW' })] }],
  ])('restores nothing from %s', (_, file) =>
    expect(withRestored(NO_LISTS, file)).toMatchObject({ added: [], all: { subscriptions: [] } }),
  );

  it('restores the good ones beside a bad one', () =>
    expect(withRestored(NO_LISTS, { subscriptions: [{ list: 7 }, desk()] }).added).toEqual(['harbour-desk']));
});
