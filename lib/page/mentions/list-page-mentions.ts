/** Lists the marked mentions of a page for the popup, the panel and exports. */
import { MAX_ENTRIES } from '../../messaging/limits.ts';
import type { ListedMention, MarkedMentions } from '../../messaging/protocol.ts';
import type { ArticleDate } from '../text/article-date.ts';
import { DENSITIES } from '../../settings/defaults.ts';
import type { Density } from '../../settings/settings.ts';
import type { Flow } from '../text/flow.ts';
import type { Place } from '../text/place.ts';
import type { PaintedMentions } from './merge-lists.ts';
import { nearTo } from './nearest-entries.ts';
import { quoteOf } from '../text/quote.ts';
import { visibility } from '../text/visibility.ts';
import { frameAddresses } from '../dom/frame-addresses.ts';

/** The facts of an article for lists and exports. */
export interface ArticleFacts {
  url: string;
  title: string;
  /** True in our reader. */
  isDocument?: boolean;
  lang: string | null;
  date: (Omit<ArticleDate, 'source'> & { source: string }) | null;
}

/** Mentions listed of a document; one of 500 pages has that many. */
const MAX_IN_DOCUMENT = 20_000;

const tidy = (text: string) => text.replace(/\s+/g, ' ');

/**
 * Lists at most MAX_ENTRIES mentions. Their `n` is the index among all mentions. `pageOf`: the page
 * number, in a document with pages.
 */
export function listMentions(
  { url, title, isDocument, lang, date }: ArticleFacts,
  { all: mentions, also }: Pick<PaintedMentions, 'all' | 'also'>,
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
