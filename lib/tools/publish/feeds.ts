/**
 * Writes Atom feeds: of all changes, and of one entry. Addresses in them are relative, and ids are
 * urns.
 */
import { generateAtomFeed } from 'feedsmith';
import { digestText } from '../../core/digest.ts';
import { momentOf, spanOf } from '../../knowledge/model/fuzzy-dates.ts';
import type { Day } from '../../knowledge/model/schema.ts';

/** One entry of the feed, in the words of Atom (RFC 4287). */
export interface FeedItem {
  /** The permanent subject of the item, from which its urn is made. */
  key: string;
  title: string;
  /** Relative to the feed. */
  link: string;
  day: string;
  /** Plain text. */
  text: string;
}

/** The head of a feed. `key`: its permanent subject, from which its urn is made. */
export interface FeedRequest {
  key: string;
  title: string;
  subtitle: string;
  language: string;
  /** Relative to the feed. */
  page: string;
  updated: Day;
  licence: string;
}

const urnOf = (key: string): string => `urn:tradegloss:${encodeURIComponent(key)}`;
const momentOfDay = (day: string): Date => new Date(momentOf(spanOf(day).first));

/** Items newest first. */
export function atomOf(request: FeedRequest, items: readonly FeedItem[]): string {
  return `${generateAtomFeed({
    id: urnOf(request.key),
    title: { value: request.title },
    subtitle: { value: request.subtitle },
    links: [{ href: request.page, hreflang: request.language }],
    updated: momentOfDay(request.updated),
    rights: { value: request.licence },
    authors: [{ name: 'Tradegloss' }],
    entries: items.map(({ key, title, link, day, text }) => ({
      id: `${urnOf(request.key)}:${digestText(key)}`,
      title: { value: title },
      links: [{ href: link, hreflang: request.language }],
      updated: momentOfDay(day),
      summary: { value: text, type: 'text' },
    })),
  })}\n`;
}
