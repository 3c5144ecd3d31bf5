/** The marked mentions on a page, as lists and exports show them. */
import { MAX_ENTRIES } from '../../messaging/limits.ts';
import type { ListedMention, MarkedMentions } from '../../messaging/protocol.ts';
import { articleDate } from '../text/article-date.ts';
import { DENSITIES } from '../../settings/defaults.ts';
import type { Density } from '../../settings/settings.ts';
import type { Flow } from '../text/flow.ts';
import { languageOf, titleOf, urlOf } from '../dom/safe-dom.ts';
import type { PageMention } from './mentions.ts';
import { nearTo } from './near.ts';
import { quoteOf } from '../text/quote.ts';
import { visibility } from '../text/visibility.ts';
import { frameAddresses } from '../dom/frame-addresses.ts';

const tidy = (text: string) => text.replace(/\s+/g, ' ');

/**
 * `n` is the place in `mentions`. No more than MAX_ENTRIES are listed: nobody reads a list of
 * 50,000.
 */
export function listMentions(
  document: Document,
  mentions: readonly PageMention[],
  also: (mention: PageMention) => readonly string[],
  idOf: (flow: Flow) => number,
): MarkedMentions {
  const isVisible = visibility();
  const date = articleDate(document, urlOf(document));
  const listed: ListedMention[] = [];
  const starts: [number, number][] = [];
  const told = new Set<string>();
  const underlined: Record<Density, number> = { fewer: 0, normal: 0, all: 0 };
  for (const [n, mention] of mentions.entries()) {
    if (listed.length >= MAX_ENTRIES) break;
    if (!isVisible(mention)) continue;
    const { entry, kind, name, text, flow, start } = mention;
    for (const density of DENSITIES.slice(DENSITIES.indexOf(mention.from))) underlined[density]++;
    listed.push({
      n,
      entry,
      kind,
      name,
      text: tidy(text),
      ...quoteOf(mention),
      personal: false,
      also: [...also(mention)],
      ...(!told.has(entry) && { near: nearTo(mentions, n) }),
    });
    told.add(entry);
    starts.push([idOf(flow), start]);
  }
  return {
    url: urlOf(document),
    title: titleOf(document),
    lang: languageOf(document),
    articleDay: date?.day ?? null,
    dateSource: date?.source ?? null,
    mentions: listed,
    underlined,
    frames: frameAddresses(document),
    starts,
  };
}
