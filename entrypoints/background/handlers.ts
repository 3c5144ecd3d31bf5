/** Answers the requests of web pages and of the extension's own pages. */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { CardRequest } from '../../lib/card/build/reading.ts';
import { buildFullCard } from '../../lib/card/build/full-card.ts';
import { buildGlance } from '../../lib/card/build/build-glance.ts';
import { FullCard } from '../../lib/card/model/full-card.ts';
import { GlanceModel } from '../../lib/card/model/glance-model.ts';
import { listTitle } from '../../lib/card/build/list-title.ts';
import { contextIn, refsIn } from '../../lib/card/build/entry-refs.ts';
import type { Knowledge } from '../../lib/knowledge/model/knowledge-index.ts';
import { hostOf } from '../../lib/core/site-state.ts';
import { BUILT_IN, OWN_LIST, byList, readRef, refOf } from '../../lib/knowledge/model/ids.ts';
import { afterDecision, type Decision } from '../../lib/messaging/decision.ts';
import type { OwnRequest } from '../../lib/messaging/own-requests.ts';
import { entryUrl } from '../../lib/messaging/pages.ts';
import { namesSchema } from '../../lib/messaging/protocol.ts';
import type { PageRequest, PageRequestOf } from '../../lib/messaging/page-request.ts';
import { RequestLimit } from '../../lib/messaging/request-limit.ts';
import { tellPage } from '../../lib/messaging/rpc.ts';
import type { PageTab } from '../../lib/messaging/answer-pages.ts';
import { speechFor } from '../../lib/messaging/texts.ts';
import { settingsForPage, type PageSettings } from '../../lib/settings/settings.ts';
import { articleDayOf, keepArticleDay } from '../../lib/store/article-days.ts';
import { changeSettings, readSettings } from '../../lib/store/settings.ts';
import { injectCardScript, injectFullCard, injectNames } from '../../lib/sites/register.ts';
import { today } from '../../lib/core/today.ts';
import { loadEntries, type LoadedKnowledge } from '../../lib/store/library.ts';
import { ownEntries } from '../../lib/terms/own-entries.ts';
import { base as database, knowledge, library } from '../shared/base.ts';
import { showMarked } from './badge.ts';
import { countInTab } from './frame-counts.ts';
import { dayAround, tellFramesDay } from './frame-days.ts';
import { handleFrameRequest, isFrameRequest } from './frame-requests.ts';
import { followsChanged } from './follows.ts';
import { listsInUse, ownStore, pageNames, underlinesOwn } from './names-in-use.ts';
import { exchangeNow, ownChanged } from './own-terms.ts';
import { allMentions, countPrivateSoon, tryOn } from './private-mentions.ts';

/**
 * Milliseconds that the cards of one subscribed list may take for one page. Usual lists take a few.
 */
const LIST_CARDS_MS = 3000;

/** Limits on decisions and opened entries a second: more than a user clicks. */
const decisions = new RequestLimit(5, 1000);
const openings = new RequestLimit(1, 1000);

/** Answers a page script. Answers with data are parsed by their schema first (decision 10). */
export async function handlePageRequest(request: PageRequest, tab: PageTab): Promise<unknown> {
  if (isFrameRequest(request)) return handleFrameRequest(request, tab);
  switch (request.type) {
    case 'settings':
      return pageSettings(tab);
    case 'found':
      await Promise.all([tab.active && showCount(request.mentions, tab), tellFramesDay(tab)]);
      if (tab.inFront && request.mentions !== null) countPrivateSoon(tab.id);
      return true;
    case 'names':
      return v.parse(namesSchema(), await pageNames.for(request));
    case 'cards':
      return build(request, buildGlance, GlanceModel);
    case 'name-script':
      return injectNames(tab);
    case 'card-script':
      return injectCardScript(tab);
    case 'full-card':
      return fullCards(request, tab);
    case 'choose-sense':
    case 'mute':
    case 'unmute':
    case 'follow':
      return decide(request, tab);
    case 'set-day':
      return setDay(request.day, tab);
    case 'open-entry':
      return openings.allows(tab.id) && openEntry(request, tab);
  }
}

const showCount = (mentions: number | null, tab: PageTab): Promise<void> =>
  countInTab(tab, mentions, (count) => showMarked(tab.id, count));

/** Answers the extension's own pages, such as settings and popup. */
export async function handleOwnRequest(request: OwnRequest): Promise<unknown> {
  switch (request.type) {
    case 'own-changed':
      await ownChanged();
      return true;
    case 'own-exchange':
      await exchangeNow(request.answer);
      return true;
    case 'all-mentions':
      return allMentions(request.tab);
    case 'follows-seen':
      await followsChanged(request.keys);
      return true;
    case 'try-names':
      return tryOn(request.tab, request.names);
  }
}

/**
 * Returns a test for entries that pages must not know: those of private lists, and own terms that
 * are not underlined.
 */
async function privacyOfEntries(): Promise<(entry: string) => boolean> {
  // If the lists cannot be read, pages only get cards of the built-in list.
  const [order, hasOwn] = await Promise.all([
    listsInUse.publicOrder().catch(() => [BUILT_IN]),
    underlinesOwn().catch(() => false),
  ]);
  const known = new Set(hasOwn ? [OWN_LIST, ...order] : order);
  return (entry) => !known.has(readRef(entry).list);
}

async function pageSettings(tab: PageTab): Promise<PageSettings | null> {
  const { url, top, article } = tab;
  const host = hostOf(url);
  const [settings, isPrivate] = await Promise.all([readSettings(), privacyOfEntries()]);
  const isOff = [host, hostOf(top ?? undefined)].some((one) => settings.offSites.includes(one));
  if (isOff) return null;
  const [articleDay, topDay] = await Promise.all([articleDayOf(article), dayAround(tab)]);
  return { ...settingsForPage(settings, host, isPrivate), articleDay, topDay };
}

/**
 * Stores a decision. Returns false if it is not stored: then it applies only while the page is
 * open.
 */
async function decide(decision: Decision, tab: PageTab): Promise<boolean> {
  // Decisions in private windows are not stored. A script may decide for its own site or for all
  // sites, but not for another site.
  const site = decision.type === 'mute' || decision.type === 'unmute' ? decision.site : null;
  const isElsewhere = site !== null && site !== hostOf(tab.url);
  if (tab.private || isElsewhere || !decisions.allows(tab.id)) return false;
  await changeSettings((settings) => afterDecision(decision, settings));
  return true;
}

/**
 * Stores the day of the article. Returns false if it is not stored: then it applies only while the
 * page is open.
 */
async function setDay(day: string | null, tab: PageTab): Promise<boolean> {
  if (tab.private || !decisions.allows(tab.id)) return false;
  await keepArticleDay(tab.article, day);
  await tellPage(tab.id, { type: 'settings-changed' });
  return true;
}

async function fullCards(request: PageRequestOf<'full-card'>, tab: PageTab): Promise<v.InferOutput<typeof FullCard>[]> {
  const [cards] = await Promise.all([build(request, buildFullCard, FullCard), request.script && injectFullCard(tab)]);
  return cards;
}

type CardBase = Pick<LoadedKnowledge, 'list' | 'title' | 'version' | 'knowledge' | 'entries'>;

/** The records that a list's cards are made from; null if the list does not exist. */
async function baseOf(list: string, ids: readonly string[], builtIn: CardBase): Promise<CardBase | null> {
  if (list === BUILT_IN) return builtIn;
  if (list !== OWN_LIST) return loadEntries(database, await library(), list, ids);
  const terms = (await ownStore.terms()).map(({ term }) => term);
  return {
    ...ownEntries(terms.filter(({ id }) => ids.includes(id))),
    list,
    title: '',
    version: await ownStore.revision(),
  };
}

/**
 * Makes something of each entry that pages may know, from all lists. Results that do not fit
 * `schema` are not sent, because pages do not validate answers (decision 10).
 */
async function build<T>(
  { entries, articleDay, lang }: Omit<PageRequestOf<'cards'>, 'type'>,
  make: (base: Knowledge, id: string, request: CardRequest) => T | null,
  schema: v.GenericSchema<unknown, T>,
): Promise<T[]> {
  const [builtIn, settings] = await Promise.all([knowledge(), readSettings()]);
  const isPrivate = await privacyOfEntries();
  const { locale, t } = await speechFor(settings.language);
  const options = { articleDay, today: settings.asOf ?? today(), asOf: settings.asOf, locale, textLang: lang, t };
  const titled = ({ list, title, version }: Pick<LoadedKnowledge, 'list' | 'title' | 'version'>) => ({
    title: list === OWN_LIST ? t('own_title') : listTitle(list, title, t),
    version,
  });
  const made: T[] = [];
  const asked = new Map(entries.map((one) => [one.entry, one]));
  const add = async (list: string, ids: readonly string[]) => {
    const base = await baseOf(list, ids, builtIn);
    if (!base) return;
    const end = performance.now() + (list === BUILT_IN ? Infinity : LIST_CARDS_MS);
    for (const id of ids) {
      if (!base.entries.has(id) || performance.now() > end) continue;
      try {
        const ref = refsIn(base);
        const context = contextIn(list, asked.get(refOf(list, id)) ?? {});
        const card = make(base.knowledge, id, { ...options, list: titled(base), ref, context });
        if (card) made.push(v.parse(schema, card));
      } catch (error) {
        console.error(`No card for ${id} of the list ${list}`, error);
      }
    }
  };
  // Faults and slow cards of one list do not affect the others.
  for (const [list, ids] of byList([...asked.keys()].filter((entry) => !isPrivate(entry))))
    await add(list, ids).catch((error: unknown) => console.error(`No cards of the list ${list}`, error));
  return made;
}

async function openEntry(request: PageRequestOf<'open-entry'>, tab: PageTab): Promise<boolean> {
  const { entry, sentence, beside, articleDay: day, panel, report } = request;
  if (!import.meta.env.FIREFOX && panel && typeof chrome !== 'undefined' && chrome.sidePanel) {
    try {
      await chrome.sidePanel.open({ tabId: tab.id });
      return true;
    } catch {
      // Chrome opens the panel only in response to a user action:
      // https://developer.chrome.com/docs/extensions/reference/api/sidePanel.
      // If the click took too long to arrive, the entry page opens instead.
    }
  }
  await browser.tabs.create({
    url: entryUrl(entry, { day, near: { sentence, beside }, ...(report !== null && { report }) }),
    openerTabId: tab.id,
  });
  return true;
}
