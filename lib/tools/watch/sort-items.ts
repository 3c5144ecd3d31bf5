/**
 * Sorts the items of a source: an item is known if the base cites it, reviewed if the source's file
 * lists it, and old if it is from before the day to which the base was read. A person looks at all
 * others.
 */
import type { KnowledgeList } from '../../knowledge/model/schema.ts';
import { BadAnswer, type Item } from './item.ts';
import type { WatchSource } from './source.ts';

/** The items that a person should look at (`fresh`), and the number of all others. */
export interface SortedItems {
  fresh: Item[];
  known: number;
  reviewed: number;
  old: number;
}

/** Throws `BadAnswer` if there are fewer items than the source must have. */
export function sortItems(items: readonly Item[], source: WatchSource, isKnown: (item: Item) => boolean): SortedItems {
  if (items.length < source.least)
    throw new BadAnswer(
      `${items.length} items, and at least ${source.least} were expected: the layout may have changed`,
    );
  const reviewed = new Set(source.reviewed.map(({ item }) => item));
  const sorted: SortedItems = { fresh: [], known: 0, reviewed: 0, old: 0 };
  for (const item of items)
    if (isKnown(item)) sorted.known++;
    else if (reviewed.has(item.id)) sorted.reviewed++;
    else if (source.since !== undefined && item.day !== null && item.day <= source.since) sorted.old++;
    else sorted.fresh.push(item);
  return sorted;
}

/**
 * True if the base cites the item: a source has the item's address, or has its number as a whole
 * word in its address or title.
 */
export function citedIn({ entries, controls, acts }: KnowledgeList): (item: Item) => boolean {
  const addresses = new Set<string>();
  const words = new Set<string>();
  const read = (text: string) => {
    for (const word of text.split(/[^\p{L}\p{N}._-]+/u)) words.add(word);
    for (const [number] of text.matchAll(/\b\d{4}\/\d{1,5}\b/g)) words.add(number);
  };
  for (const { sources } of [...entries, ...controls, ...acts])
    for (const { url, title = '' } of Object.values(sources)) {
      addresses.add(plainAddress(url));
      read(readable(url));
      read(title);
    }
  return ({ id, url, aliases = [] }) =>
    addresses.has(plainAddress(url)) || [id, ...aliases].some((name) => words.has(name));
}

/**
 * The address without scheme, `www.`, tracking parameters and final slash, in which copies of one
 * address differ.
 */
const plainAddress = (url: string): string =>
  url
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/[?&](?:utm_\w+|from|qid)=[^&#]*/g, '')
    .replace(/(?<![#/])[#/]+$/, '');

function readable(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    // The address is percent-encoded in another charset; the words between are enough.
    return url;
  }
}

/** Ids of the entries that are on this list according to the base. */
export function partiesOf(list: KnowledgeList, listEntry: string): ReadonlySet<string> {
  const members = list.entries.filter(({ memberOf }) => memberOf?.some(({ of }) => of === listEntry));
  const toward = list.controls
    .filter(({ text, covers }) => text.instrument === listEntry || covers.some(({ entry }) => entry === listEntry))
    .flatMap((control) => control.toward.parties ?? []);
  return new Set([...members.map(({ id }) => id), ...toward]);
}
