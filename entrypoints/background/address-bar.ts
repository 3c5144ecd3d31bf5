/** `tg` in the address bar: entries as the reader types, each with its kind; Enter on words opens the search. */
import { browser } from 'wxt/browser';
import { suggestions } from '../../lib/card/lookup/omnibox-suggestions.ts';
import { createSearch, type SearchIndex } from '../../lib/search/search.ts';
import { hanReady } from '../../lib/match/text/simplify-chinese.ts';
import { entryUrl, fileUrl, searchUrl } from '../../lib/messaging/pages.ts';
import { speechFor } from '../../lib/messaging/texts.ts';
import type { SearchText } from '../../lib/search/search-text.ts';
import { readSettings } from '../../lib/store/settings.ts';
import { knowledge, searchedLists } from '../shared/base.ts';

let built: { of: readonly SearchText[]; index: SearchIndex } | null = null;

async function indexOfAll(): Promise<SearchIndex> {
  const [{ texts: of }] = await Promise.all([searchedLists(), hanReady()]);
  if (built?.of !== of) built = { of, index: createSearch(of) };
  return built.index;
}

interface Offered {
  /** What Enter on the words themselves does. */
  first: string;
  found: { content: string; description: string }[];
}

async function suggest(text: string): Promise<Offered> {
  const [base, search, { language }] = await Promise.all([knowledge(), indexOfAll(), readSettings()]);
  const speech = await speechFor(language);
  const found = suggestions(search.find(text), base, speech);
  // Chromium reads descriptions as XML.
  const shown = (words: string) =>
    import.meta.env.FIREFOX ? words : words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return {
    first: shown(speech.t('address_search', text.trim())),
    found: found.map(({ entry, words }) => ({ content: entryUrl(entry), description: shown(words) })),
  };
}

const isOurs = (text: string) => text.startsWith(fileUrl('/entry.html'));

export function registerAddressBar(): void {
  let last = 0;
  browser.omnibox.onInputChanged.addListener((text, answer) => {
    const mine = ++last;
    // An answer that another key has overtaken is dropped.
    void suggest(text).then(({ first, found }) => {
      if (mine !== last) return;
      browser.omnibox.setDefaultSuggestion({ description: first });
      answer(found);
    });
  });
  browser.omnibox.onInputEntered.addListener((text, disposition) => {
    const url = isOurs(text) ? text : searchUrl(text.trim());
    if (disposition === 'currentTab') void browser.tabs.update({ url });
    else void browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
  });
}
