/**
 * Subscriptions as they are kept: beside the user's terms, in a database that scripts in pages
 * can't reach. Read with what the browser has of its own, since a page's first search waits for
 * them.
 */
import { browser } from 'wxt/browser';
import * as v from 'valibot';
import { readRow } from '../../core/read-row.ts';
import { Subscriptions } from '../subscription.ts';

export const KEPT = { database: 'tradegloss-own', table: 'meta', key: 'subscriptions' } as const;
/** The place in which version 0.1.0 kept them, in `storage.local`. */
export const OLD_KEY = 'lists';

const parse = (stored: unknown): Subscriptions => {
  const result = v.safeParse(Subscriptions, stored ?? {});
  return result.success ? result.output : { subscriptions: [], order: [] };
};

async function readKept(): Promise<Subscriptions | null> {
  const row = await readRow(KEPT.database, KEPT.table, KEPT.key);
  return row !== null && typeof row === 'object' && 'value' in row ? parse(row.value) : null;
}

/** The list in the old place, where nothing was moved from there yet. */
export async function readSubscriptions(): Promise<Subscriptions> {
  const kept = await readKept();
  if (kept) return kept;
  const { [OLD_KEY]: old } = await browser.storage.local.get(OLD_KEY);
  // Another context may have moved them between the two reads.
  return (await readKept()) ?? parse(old);
}
