/**
 * Tries a term on the page that the user last looked at. The background searches for it, so that
 * the page does not learn the term.
 */
import { browser } from 'wxt/browser';
import { hanReady } from '../../lib/match/text/simplify-chinese.ts';
import { tryNames } from '../../lib/messaging/own-requests.ts';
import type { TermTrial } from '../../lib/messaging/protocol.ts';
import { compileTerms } from '../../lib/terms/compile-own.ts';
import type { Term } from '../../lib/terms/term.ts';

/** The most pages that are asked, the latest first, until one answers. */
const MAX_ASKED = 5;

/** Ids of tabs, the latest used first; `first` comes before all. */
async function tabsByTurn(first: number | null): Promise<number[]> {
  const tabs = await browser.tabs.query({ discarded: false });
  const ids = tabs
    .filter(({ url, id }) => id !== undefined && (url === undefined || /^https?:/.test(url)))
    .sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))
    .flatMap(({ id }) => id ?? []);
  return first !== null && ids.includes(first) ? [first, ...ids.filter((id) => id !== first)] : ids;
}

export async function tryOnLastPage(term: Term, first: number | null): Promise<TermTrial | null> {
  await hanReady();
  const names = compileTerms([term]);
  for (const tab of (await tabsByTurn(first)).slice(0, MAX_ASKED)) {
    const tried = await tryNames(tab, names);
    if (tried) return tried;
  }
  return null;
}
