/**
 * Subscriptions in the database of what the user made. Changes of all contexts of the extension
 * take turns.
 */
import { browser } from 'wxt/browser';
import { OwnBase } from '../../terms/terms-db.ts';
import type { Subscriptions, SubscriptionStore } from '../subscription.ts';
import { announce } from './list-signals.ts';
import { KEPT, OLD_KEY, readSubscriptions } from './read-subscriptions.ts';

const inTurn = async <T>(work: () => Promise<T>): Promise<T> =>
  await navigator.locks.request('tradegloss-subscriptions', work);

let own: OwnBase | null = null;

async function keep(subscriptions: Subscriptions): Promise<void> {
  own ??= new OwnBase(KEPT.database);
  await own.table(KEPT.table).put({ key: KEPT.key, value: subscriptions });
}

export const subscriptionStore: SubscriptionStore = {
  read: readSubscriptions,
  change: (change) =>
    inTurn(async () => {
      const changed = change(await readSubscriptions());
      await keep(changed);
      await announce('subscriptions');
      return changed;
    }),
};

/**
 * Moves the subscriptions that version 0.1.0 kept in `storage.local`, which in Firefox scripts in
 * pages can read and write. From then on the old place is never read, and a row is written even
 * where there was nothing to move.
 */
export const migrateSubscriptions = (): Promise<void> =>
  inTurn(async () => {
    await keep(await readSubscriptions());
    await browser.storage.local.remove(OLD_KEY);
  });

/** Runs `work` while no other context of the extension is at lists. */
export async function alone<T>(work: () => Promise<T>, wait: boolean): Promise<T | null> {
  return await navigator.locks.request('tradegloss-lists', { ifAvailable: !wait }, (lock) => (lock ? work() : null));
}
