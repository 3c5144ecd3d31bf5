/**
 * Answers `tg` in the address bar: the results of the popup while the user types. Enter on the
 * typed words opens the search.
 */
import { browser } from 'wxt/browser';
import { createLookup } from '../../lib/card/lookup/lookup.ts';
import type { Lookup } from '../../lib/card/lookup/lookup-model.ts';
import { suggestions } from '../../lib/card/lookup/omnibox-suggestions.ts';
import { today } from '../../lib/core/today.ts';
import { entryUrl, fileUrl, searchUrl } from '../../lib/messaging/pages.ts';
import { speechFor } from '../../lib/messaging/texts.ts';
import { countryOf } from '../../lib/search/country-of.ts';
import { loadLexicon } from '../../lib/search/load-lexicon.ts';
import type { SearchText } from '../../lib/search/search-text.ts';
import { createSearch, MAX_RESULTS, type SearchIndex } from '../../lib/search/search.ts';
import { readSettings } from '../../lib/store/settings.ts';
import { knowledge, searchedLists } from '../shared/base.ts';
import { allMentions } from './private-mentions.ts';

let built: { of: readonly SearchText[]; index: SearchIndex } | null = null;

async function indexOfAll(): Promise<SearchIndex> {
  const [{ texts: of }, lexicon] = await Promise.all([searchedLists(), loadLexicon()]);
  if (built?.of !== of) built = { of, index: createSearch(of, lexicon) };
  return built.index;
}

async function lookupFor(): Promise<Lookup> {
  const [base, { titles }, search, { language, asOf }] = await Promise.all([
    knowledge(),
    searchedLists(),
    indexOfAll(),
    readSettings(),
  ]);
  const { locale, t } = await speechFor(language);
  return createLookup({ bases: [base], locale, t, today: today(), asOf, search, titles });
}

interface Suggestions {
  /** The suggestion for Enter on the typed words. */
  first: string;
  found: { content: string; description: string }[];
}

/** Entries that the active page mentions; they rank higher, as in the popup. */
async function mentionedEntries(): Promise<ReadonlySet<string>> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  const page = tab?.id === undefined ? null : await allMentions(tab.id).catch(() => null);
  return new Set(page?.mentions.map(({ entry }) => entry));
}

/** Requested once for all keys of a query. */
let here: Promise<ReadonlySet<string>> | null = null;

async function suggest(text: string): Promise<Suggestions> {
  const [lookup, mentioned] = await Promise.all([lookupFor(), (here ??= mentionedEntries())]);
  const { hits } = lookup.search.find(text, { limit: MAX_RESULTS, here: mentioned, country: countryOf(lookup.lang) });
  // Chromium reads descriptions as XML:
  // https://developer.chrome.com/docs/extensions/reference/api/omnibox.
  const shown = (words: string) =>
    import.meta.env.FIREFOX ? words : words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return {
    first: shown(lookup.t('address_search', text.trim())),
    found: suggestions(hits, text, lookup).map(({ entry, words }) => ({
      content: entryUrl(entry),
      description: shown(words),
    })),
  };
}

const isOurs = (text: string) => text.startsWith(fileUrl('/entry.html'));

export function registerAddressBar(): void {
  // Firefox for Android has no omnibox:
  // https://github.com/duckduckgo/duckduckgo-privacy-extension/pull/2377.
  if (!(browser.omnibox as typeof browser.omnibox | undefined)) return;
  let last = 0;
  browser.omnibox.onInputChanged.addListener((text, answer) => {
    const mine = ++last;
    // An answer that arrives after a later key is dropped.
    void suggest(text).then(({ first, found }) => {
      if (mine !== last) return;
      browser.omnibox.setDefaultSuggestion({ description: first });
      answer(found);
    });
  });
  browser.omnibox.onInputStarted.addListener(() => {
    here = null;
  });
  browser.omnibox.onInputEntered.addListener((text, disposition) => {
    const url = isOurs(text) ? text : searchUrl(text.trim());
    if (disposition === 'currentTab') void browser.tabs.update({ url });
    else void browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
  });
}
