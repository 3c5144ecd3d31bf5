/**
 * Reads the stored subscriptions. They are kept with the user's terms, in a database that scripts
 * in pages cannot reach. They are read by plain IndexedDB, without Dexie, since the first search on
 * a page waits for them.
 */
import { browser } from 'wxt/browser';
import * as v from 'valibot';
import { readRow } from '../../core/read-row.ts';
import { Subscriptions } from '../subscription.ts';

/** Where subscriptions are stored. It must not change. */
export const STORED_AT = { database: 'tradegloss-own', table: 'meta', key: 'subscriptions' } as const;
/** The key in `storage.local` under which version 0.1.0 kept them. */
export const OLD_KEY = 'lists';

const parse = (stored: unknown): Subscriptions => {
  const result = v.safeParse(Subscriptions, stored ?? {});
  return result.success ? result.output : { subscriptions: [], order: [] };
};

async function readKept(): Promise<Subscriptions | null> {
  const row = await readRow(STORED_AT.database, STORED_AT.table, STORED_AT.key);
  return row !== null && typeof row === 'object' && 'value' in row ? parse(row.value) : null;
}

/** Falls back to the old place if nothing was moved yet. */
export async function readSubscriptions(): Promise<Subscriptions> {
  const kept = await readKept();
  if (kept) return kept;
  const { [OLD_KEY]: old } = await browser.storage.local.get(OLD_KEY);
  // Another context may have moved them between the two reads.
  return (await readKept()) ?? parse(old);
}
