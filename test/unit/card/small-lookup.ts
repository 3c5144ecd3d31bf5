/**
 * The lookup of a user on 24 November 2026 with a small list: gallium, its measures, and what they
 * refer to.
 */
import { createLookup } from '../../../lib/card/lookup/lookup.ts';
import type { Lookup } from '../../../lib/card/lookup/lookup-model.ts';
import { createMessages } from '../../../lib/i18n/messages.ts';
import { indexKnowledge } from '../../../lib/knowledge/model/knowledge-index.ts';
import { createSearch } from '../../../lib/search/search.ts';
import { allLanguages } from '../../../lib/search/languages/all.ts';
import { searchTextOf } from '../../../lib/search/make-search-text.ts';
import type { PageMentions } from '../../../lib/messaging/protocol.ts';
import { builtInList } from '../../../lib/tools/build/built-in.ts';

const WANTED =
  /^(?:mineral\/(?:gallium|germanium|palladium)|agency\/mofcom|chip\/nvidia-h20|company\/nvidia|instrument\/cn-announcement-(?:18-2025|46-2024|51-2024|72-2025))$/;

/** `read`: false if names can be searched but no entry has been read. */
export function smallLookup(language: 'en' | 'zh_CN' = 'en', read = true): Lookup {
  const list = builtInList();
  const entries = list.entries.filter(({ id }) => WANTED.test(id));
  const knowledge = indexKnowledge({ ...list, entries });
  const base = {
    list: 'tradegloss',
    knowledge,
    entries: new Map(entries.map((entry) => [entry.id, entry])),
    title: 'Small list',
    version: 3,
    updated: '2026-11-24',
  };
  return createLookup({
    bases: read ? [base] : [],
    locale: language,
    t: createMessages(language),
    today: '2026-11-24',
    asOf: null,
    search: createSearch([searchTextOf('tradegloss', { ...list, entries })], allLanguages()),
  });
}

const mention = (n: number, entry: string, text: string, quote: string) => ({
  n,
  entry,
  kind: entry.split('/')[0] ?? '',
  name: text,
  text,
  quote,
  before: '',
  after: '',
  personal: false,
});

/** An article of 18 July 2025 with five mentions of three entries. */
export const ARTICLE: PageMentions = {
  url: 'https://news.example/story',
  title: 'Beijing guards its metals',
  lang: 'en',
  articleDay: '2025-07-18',
  underlined: { fewer: 0, normal: 0, all: 0 },
  frames: [],
  dateSource: 'meta',
  mentions: [
    mention(0, 'agency/mofcom', 'Ministry of Commerce', 'The Ministry of Commerce put gallium under licence.'),
    mention(1, 'mineral/gallium', 'gallium', 'The Ministry of Commerce put gallium under licence.'),
    mention(2, 'chip/nvidia-h20', 'H20', 'The H20 needs one from Washington.'),
    mention(4, 'mineral/gallium', 'gallium', 'Since December it has refused gallium to American buyers.'),
    mention(7, 'agency/mofcom', 'the ministry', 'In July the ministry did not comment.'),
  ],
};
