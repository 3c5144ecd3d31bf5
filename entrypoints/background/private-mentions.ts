/**
 * Finds private names on pages: the user's own terms and names of private lists. The extension's
 * process searches text that the page script sends. It does so when the user opens the popup or the
 * panel and, for the count on the button, after a random delay, so that a page cannot infer from
 * timing which names were found.
 */
import { browser } from 'wxt/browser';
import { hostOf } from '../../lib/core/site-state.ts';
import { slicesOf } from '../../lib/core/slices.ts';
import { createMatcher, type Matcher, type SenseOptions } from '../../lib/match/index.ts';
import { decodeNames } from '../../lib/match/names/serialize.ts';
import type { MarkedMentions, PageMentions, TextRun, TermTrial } from '../../lib/messaging/protocol.ts';
import { mergeFrames } from '../../lib/messaging/merge-frames.ts';
import { askPage, markedMentionsOf } from '../../lib/messaging/rpc.ts';
import { framesOf, TOP } from '../../lib/sites/tab-frames.ts';
import { countOf, findPrivate, triedOnPage, withPrivate, type PrivateMention } from '../../lib/private/find-private.ts';
import { gatherText, MAX_CHARS_FOR_COUNT, MAX_CHARS_FOR_LIST } from '../../lib/private/gather-text.ts';
import { PrivateNames } from '../../lib/private/private-names.ts';
import { readSettings } from '../../lib/store/settings.ts';
import { chance } from '../../lib/terms/open-own-store.ts';
import { ownNames } from '../../lib/terms/own-names.ts';
import { showPersonal } from './badge.ts';
import { listsInUse, ownStore, underlinesOwn } from './names-in-use.ts';

/**
 * Bounds of the random delay between a change of the page and the count on the button. Less than
 * the 30 s after which Chrome stops an idle background:
 * https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/lifecycle.
 */
const MIN_DELAY_MS = 1_000;
const MAX_DELAY_MS = 6_000;
/** Milliseconds between two counts of a tab. */
const MIN_INTERVAL_MS = 15_000;

const NO_NAMES = { state: '', names: '' };
/** Own terms that pages mark themselves are left out here. */
const names = new PrivateNames(async () => ((await underlinesOwn()) ? NO_NAMES : ownNames(ownStore)), listsInUse);

const textOf = (tab: number, frame: number, maxChars: number, idle: boolean): Promise<TextRun[] | null> =>
  gatherText({ ask: (request) => askPage(tab, request, frame), maxChars, idle });

async function optionsFor({ url, articleDay, lang }: MarkedMentions): Promise<SenseOptions> {
  const { muted } = await readSettings();
  const host = hostOf(url);
  return {
    date: articleDay ?? undefined,
    lang: lang ?? undefined,
    muted: new Set(muted.filter(({ site }) => site === null || site === host).map(({ entry }) => entry)),
  };
}

/** Searches in slices, so that cards of other pages do not wait for a long text. */
async function find(matcher: Matcher, runs: readonly TextRun[], options: SenseOptions): Promise<PrivateMention[]> {
  const { resultOf } = slicesOf(new AbortController().signal);
  return (await resultOf(findPrivate(matcher, runs, options))) ?? [];
}

interface SearchedFrame {
  frame: number;
  marked: MarkedMentions;
  runs: TextRun[];
  found: PrivateMention[];
}

/** Searches all frames; empty if there are no private names or no script answers. */
async function look(tab: number, maxChars: number, idle: boolean): Promise<SearchedFrame[]> {
  const looked: SearchedFrame[] = [];
  if (!(await names.exist())) return looked;
  for (const frame of await framesOf(tab)) {
    const runs = await textOf(tab, frame, maxChars, idle);
    const marked = runs && (await markedMentionsOf(tab, frame));
    if (!runs || !marked) continue;
    const matcher = await names.matcherFor(runs.map(({ text }) => text));
    looked.push({ frame, marked, runs, found: matcher ? await find(matcher, runs, await optionsFor(marked)) : [] });
  }
  return looked;
}

const countAll = (looked: readonly SearchedFrame[]): number => countOf(looked.flatMap(({ found }) => found));

/**
 * All mentions of a tab for the popup and the panel; null if there are no private names or no
 * script answers.
 */
export async function allMentions(tab: number): Promise<PageMentions | null> {
  const looked = await look(tab, MAX_CHARS_FOR_LIST, false);
  if (looked.length > 0) await showPersonal(tab, countAll(looked));
  return mergeFrames(
    looked.map(({ frame, marked, runs, found }) => ({ frame, page: withPrivate(marked, runs, found) })),
  );
}

/** Searches the page for names that the user is trying out. Stores nothing. */
export async function tryOn(tab: number, encoded: string): Promise<TermTrial | null> {
  const marked = await markedMentionsOf(tab);
  const runs = marked && (await textOf(tab, TOP, MAX_CHARS_FOR_LIST, false));
  if (!marked || !runs) return null;
  return triedOnPage(marked, await find(createMatcher([decodeNames(encoded)]), runs, await optionsFor(marked)));
}

const waiting = new Map<number, ReturnType<typeof setTimeout>>();
const countedAt = new Map<number, number>();

async function count(tab: number): Promise<void> {
  countedAt.set(tab, Date.now());
  const looked = await look(tab, MAX_CHARS_FOR_COUNT, true);
  // After the last private name was deleted, the count on the button is cleared.
  if (looked.length > 0 || !(await names.exist())) await showPersonal(tab, countAll(looked));
}

/** Schedules a count of the private mentions in a tab. */
export function countPrivateSoon(tab: number): void {
  if (waiting.has(tab)) return;
  const sinceLast = Date.now() - (countedAt.get(tab) ?? -Infinity);
  const wait = MIN_DELAY_MS + chance() * (MAX_DELAY_MS - MIN_DELAY_MS) + Math.max(0, MIN_INTERVAL_MS - sinceLast);
  waiting.set(
    tab,
    setTimeout(() => {
      waiting.delete(tab);
      void count(tab).catch(() => undefined);
    }, wait),
  );
}

/**
 * Counts again after private names changed, in active tabs only; other tabs are counted when the
 * user switches to them.
 */
export async function countPrivateInFront(): Promise<void> {
  for (const { id } of await browser.tabs.query({ active: true })) {
    if (id === undefined) continue;
    forgetTab(id);
    countPrivateSoon(id);
  }
}

function forgetTab(tab: number): void {
  clearTimeout(waiting.get(tab));
  waiting.delete(tab);
  countedAt.delete(tab);
}

/** Counts in the tab that comes to the front; forgets closed tabs. */
export function registerPrivateMentions(): void {
  browser.tabs.onActivated.addListener(({ tabId }) => countPrivateSoon(tabId));
  browser.tabs.onRemoved.addListener(forgetTab);
}
