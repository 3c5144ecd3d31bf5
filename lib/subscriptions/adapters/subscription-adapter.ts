/**
 * Stores subscriptions in the database of the user's own data. A lock orders the changes of all
 * contexts.
 */
import { browser } from 'wxt/browser';
import { OwnBase } from '../../terms/terms-db.ts';
import type { Subscriptions, SubscriptionStore } from '../subscription.ts';
import { announce } from './list-signals.ts';
import { STORED_AT, OLD_KEY, readSubscriptions } from './read-subscriptions.ts';

const inTurn = async <T>(work: () => Promise<T>): Promise<T> =>
  await navigator.locks.request('tradegloss-subscriptions', work);

let own: OwnBase | null = null;

async function keep(subscriptions: Subscriptions): Promise<void> {
  own ??= new OwnBase(STORED_AT.database);
  await own.table(STORED_AT.table).put({ key: STORED_AT.key, value: subscriptions });
}

/** A change reads the stored state again inside the lock, so that no other change is lost. */
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
 * Moves the subscriptions that version 0.1.0 kept in `storage.local`, which scripts in pages can
 * read and write in Firefox: https://bugzilla.mozilla.org/show_bug.cgi?id=1724754. A row is written
 * even if there was nothing to move, so that the old place is never read again.
 */
export const migrateSubscriptions = (): Promise<void> =>
  inTurn(async () => {
    await keep(await readSubscriptions());
    await browser.storage.local.remove(OLD_KEY);
  });

/** Runs `work` while no other context of the extension works on lists. */
export async function withListsLock<T>(work: () => Promise<T>, wait: boolean): Promise<T | null> {
  return await navigator.locks.request('tradegloss-lists', { ifAvailable: !wait }, (lock) => (lock ? work() : null));
}
