/**
 * Protects the subscriptions of an installed 0.1.0. They were in `storage.local`, which scripts in
 * pages can access. They are moved completely, and nothing is read from there afterwards.
 */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readSubscriptions } from '../../../lib/subscriptions/adapters/read-subscriptions.ts';
import { migrateSubscriptions, subscriptionStore } from '../../../lib/subscriptions/adapters/subscription-adapter.ts';
import { OwnBase } from '../../../lib/terms/terms-db.ts';

const area = vi.hoisted(() => ({ held: {} as Record<string, unknown> }));
vi.mock('wxt/browser', () => ({
  browser: {
    storage: {
      local: {
        get: (key: string) => Promise.resolve(key in area.held ? { [key]: structuredClone(area.held[key]) } : {}),
        set: (items: Record<string, unknown>) => Promise.resolve(void Object.assign(area.held, structuredClone(items))),
        remove: (key: string) => Promise.resolve(void delete area.held[key]),
      },
    },
  },
}));

const locks = { request: (_: string, work: () => unknown) => Promise.resolve(work()) };
const subscription = (list: string) => ({
  list,
  url: `https://lists.example/${list}.json`,
  format: 'tradegloss' as const,
  title: list,
  key: 'RWQ7',
  private: true,
});
const OLD = { subscriptions: [subscription('harbour-desk')], order: ['harbour-desk', 'tradegloss'] };
const EVIL = { subscriptions: [subscription('evil')], order: [] };
const NO_LISTS = { subscriptions: [], order: [] };

beforeEach(async () => {
  area.held = {};
  vi.stubGlobal('navigator', { ...globalThis.navigator, locks });
  await new OwnBase().meta.clear();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

it('subscriptions are read from the old place until they are moved, and are the same afterwards', async () => {
  area.held = { lists: OLD, settings: { theme: 'dark' } };
  expect(await readSubscriptions()).toEqual(OLD);
  await migrateSubscriptions();
  expect(area.held).toEqual({ settings: { theme: 'dark' } });
  expect(await readSubscriptions()).toEqual(OLD);
  await migrateSubscriptions();
  expect(await subscriptionStore.read()).toEqual(OLD);
});

it('a change before the move keeps the old subscriptions, and the move keeps the change', async () => {
  area.held = { lists: OLD };
  const more = (now: typeof NO_LISTS) => ({ ...now, subscriptions: [...now.subscriptions, subscription('quay')] });
  const changed = await subscriptionStore.change(more as never);
  expect(changed.subscriptions.map(({ list }) => list)).toEqual(['harbour-desk', 'quay']);
  await migrateSubscriptions();
  expect(await readSubscriptions()).toEqual(changed);
});

it.each([
  ['where there were some', OLD],
  ['where there were none', undefined],
])('subscriptions written to the old place after the move are ignored: %s', async (_, old) => {
  if (old) area.held = { lists: old };
  await migrateSubscriptions();
  Object.assign(area.held, { lists: EVIL });
  expect(await readSubscriptions()).toEqual(old ?? NO_LISTS);
  await migrateSubscriptions();
  expect(await readSubscriptions()).toEqual(old ?? NO_LISTS);
});
