/** One answer for each request that a page may make. */
import { browser } from 'wxt/browser';
import type { CardRequest } from '../../lib/card/build/build-card.ts';
import { buildFullCard } from '../../lib/card/build/full-card.ts';
import { buildGlance } from '../../lib/card/build/build-glance.ts';
import type { FullCard } from '../../lib/card/model/full-card.ts';
import { listTitle } from '../../lib/card/build/list-title.ts';
import { refsIn } from '../../lib/card/build/entry-refs.ts';
import type { Knowledge } from '../../lib/knowledge/model/knowledge-index.ts';
import { BUILT_IN, byList } from '../../lib/knowledge/model/ids.ts';
import { afterDecision } from '../../lib/messaging/decision.ts';
import { entryUrl } from '../../lib/messaging/pages.ts';
import type { Details, PageRequest } from '../../lib/messaging/protocol.ts';
import { RequestLimit } from '../../lib/messaging/request-limit.ts';
import { speechFor } from '../../lib/messaging/texts.ts';
import { changeSettings, readSettings } from '../../lib/store/settings.ts';
import { bringDrawer, bringFullCard } from '../../lib/sites/register.ts';
import { today } from '../../lib/core/today.ts';
import { loadEntries, type Loaded } from '../../lib/store/library.ts';
import { base as database, knowledge, library } from '../shared/base.ts';
import { showCount } from './badge.ts';
import { listNamesFor } from './list-names.ts';
import { namesFor } from './own-terms.ts';

/** What all cards of one subscribed list may take for one page; those of a usual list take some milliseconds. */
const LIST_CARDS_MS = 3000;

/** More than anybody clicks. */
const decisions = new RequestLimit(5, 1000);
const openings = new RequestLimit(1, 1000);

type Request<T extends PageRequest['type']> = Extract<PageRequest, { type: T }>;
type Tab = { id: number; url: string; active: boolean; private: boolean };

export async function handlePageRequest(request: PageRequest, tab: Tab): Promise<unknown> {
  switch (request.type) {
    case 'details':
      if (tab.active) await showCount(tab.id, request.mentions, request.personal);
      return answerDetails(request, tab);
    case 'full-card':
      return answerFullCard(request, tab);
    case 'choose-sense':
    case 'mute':
    case 'unmute':
      // Of private windows nothing is kept: the page follows the reader by itself, for as long as it stands.
      if (tab.private || !decisions.allows(tab.id)) return false;
      await changeSettings((settings) => afterDecision(request, settings));
      return true;
    case 'open-entry':
      return openings.allows(tab.id) && openEntry(request, tab);
  }
}

/** The details, names that the page lacks and, where it is still missing, what draws cards. */
async function answerDetails(request: Request<'details'>, tab: Tab): Promise<Details> {
  const drawer = request.drawer && request.entries.length > 0 ? bringDrawer(tab.id) : null;
  try {
    // A page is marked and explained whatever is wrong with what comes on top.
    const [found, own, lists] = await Promise.all([
      details(request),
      namesFor(request.own).catch(() => undefined),
      listNamesFor(request.lists).catch(() => ({})),
    ]);
    return { ...found, ...(own && { own }), ...lists };
  } finally {
    await drawer;
  }
}

async function answerFullCard(request: Request<'full-card'>, tab: Tab): Promise<FullCard[]> {
  const [cards] = await Promise.all([build(request, buildFullCard), request.script && bringFullCard(tab.id)]);
  return cards;
}

async function details(request: Request<'details'>): Promise<Details> {
  if (request.entries.length === 0) return { cards: [], problem: null };
  const cards = await build(request, buildGlance);
  return { cards, problem: (await knowledge()).problem };
}

interface CardsRequest {
  entries: readonly string[];
  articleDay: string | null;
  lang: string | null;
}

/** What `make` makes of each entry, of all lists. */
async function build<T>(
  { entries, articleDay, lang }: CardsRequest,
  make: (base: Knowledge, id: string, request: CardRequest) => T | null,
): Promise<T[]> {
  const [builtIn, settings] = await Promise.all([knowledge(), readSettings()]);
  const { locale, t } = await speechFor(settings.language);
  const options = { articleDay, today: settings.asOf ?? today(), asOf: settings.asOf, locale, textLang: lang, t };
  const titled = ({ list, title, version }: Loaded) => ({
    title: listTitle(list, title, t),
    version,
  });
  const cards: T[] = [];
  const add = async (list: string, ids: readonly string[]) => {
    const base = list === BUILT_IN ? builtIn : await library().then((held) => loadEntries(database, held, list, ids));
    if (!base) return;
    const end = performance.now() + (list === BUILT_IN ? Infinity : LIST_CARDS_MS);
    for (const id of ids) {
      if (!base.entries.has(id) || performance.now() > end) continue;
      try {
        const card = make(base.knowledge, id, { ...options, list: titled(base), ref: refsIn(base) });
        if (card) cards.push(card);
      } catch (error) {
        console.error(`No card for ${id} of the list ${list}`, error);
      }
    }
  };
  // One list can take nothing from the others: neither by a fault nor by the time that its cards take.
  for (const [list, ids] of byList(entries))
    await add(list, ids).catch((error: unknown) => console.error(`No cards of the list ${list}`, error));
  return cards;
}

async function openEntry({ entry, panel }: Request<'open-entry'>, tab: Tab): Promise<boolean> {
  if (!import.meta.env.FIREFOX && panel && typeof chrome !== 'undefined' && chrome.sidePanel) {
    try {
      await chrome.sidePanel.open({ tabId: tab.id });
      return true;
    } catch {
      // Only a click of the reader opens the panel, and it has to reach us in time; the entry page is next best.
    }
  }
  await browser.tabs.create({ url: entryUrl(entry), openerTabId: tab.id });
  return true;
}
