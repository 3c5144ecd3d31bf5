/** The marked mentions on a page, as lists and exports show them. */
import { MAX_ENTRIES } from '../../messaging/limits.ts';
import type { ListedMention, MarkedMentions } from '../../messaging/protocol.ts';
import type { ArticleDate } from '../text/article-date.ts';
import { DENSITIES } from '../../settings/defaults.ts';
import type { Density } from '../../settings/settings.ts';
import type { Flow } from '../text/flow.ts';
import type { Place } from '../text/place.ts';
import type { Painted } from './merge-lists.ts';
import { nearTo } from './near.ts';
import { quoteOf } from '../text/quote.ts';
import { visibility } from '../text/visibility.ts';
import { frameAddresses } from '../dom/frame-addresses.ts';

/** The article as lists and exports name it. */
export interface ArticleFacts {
  url: string;
  title: string;
  /** It is shown in our own reader. */
  isDocument?: boolean;
  lang: string | null;
  date: (Omit<ArticleDate, 'source'> & { source: string }) | null;
}

/** A file of 500 pages has so many mentions, and the list shows the pages of each entry. */
const MAX_IN_DOCUMENT = 20_000;

const tidy = (text: string) => text.replace(/\s+/g, ' ');

/**
 * `n` is the place among all mentions. `pageOf`: the number of a page, in a document that has
 * pages. No more than MAX_ENTRIES are listed: nobody reads a list of 50,000.
 */
export function listMentions(
  { url, title, isDocument, lang, date }: ArticleFacts,
  { all: mentions, also }: Pick<Painted, 'all' | 'also'>,
  idOf: (flow: Flow) => number,
  pageOf?: (place: Place) => number | null,
): MarkedMentions {
  const isVisible = visibility();
  const listed: ListedMention[] = [];
  const starts: [number, number][] = [];
  const told = new Set<string>();
  const underlined: Record<Density, number> = { fewer: 0, normal: 0, all: 0 };
  for (const [n, mention] of mentions.entries()) {
    if (listed.length >= (isDocument ? MAX_IN_DOCUMENT : MAX_ENTRIES)) break;
    if (!isVisible(mention)) continue;
    const { entry, kind, name, text, flow, start } = mention;
    const page = pageOf?.(mention) ?? null;
    for (const density of DENSITIES.slice(DENSITIES.indexOf(mention.from))) underlined[density]++;
    listed.push({
      n,
      entry,
      kind,
      name,
      text: tidy(text),
      ...quoteOf(mention),
      personal: false,
      ...(page !== null && { page }),
      also: [...also(mention)],
      ...(!told.has(entry) && { near: nearTo(mentions, n) }),
    });
    told.add(entry);
    starts.push([idOf(flow), start]);
  }
  return {
    url,
    title,
    ...(isDocument && { isDocument }),
    lang,
    articleDay: date?.day ?? null,
    dateSource: date?.source ?? null,
    mentions: listed,
    underlined,
    frames: frameAddresses(document),
    starts,
  };
}
