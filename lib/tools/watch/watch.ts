/**
 * Looks in each source for items that the base does not know yet. It never edits an entry; a person
 * decides.
 */
import type { KnowledgeList } from '../../knowledge/model/schema.ts';
import { BadAnswer, type Item } from './item.ts';
import { READER_OF } from './readers/index.ts';
import { citedIn, partiesOf, sortItems, type SortedItems } from './sort-items.ts';
import type { WatchSource } from './source.ts';
import { touchedBy } from './touched.ts';

/** An item for a person to look at. */
export interface QueuedItem extends Item {
  /** Entries that it probably affects. */
  touches: string[];
}
/** The outcome for one source. */
export interface WatchResult extends Omit<SortedItems, 'fresh'> {
  source: WatchSource;
  queue: QueuedItem[];
  /** Rows of a party list that name no entry of the base. */
  elsewhere: number;
  /** Why there is nothing to show; null if the source answered as expected. */
  fault: string | null;
}

/**
 * `answer` gives the text of a source, or throws `BadAnswer`. A fault of one source does not stop
 * the others.
 */
export async function watchSources(
  list: KnowledgeList,
  sources: readonly WatchSource[],
  answer: (source: WatchSource) => string | Promise<string>,
): Promise<WatchResult[]> {
  const isCited = citedIn(list);
  const touches = touchedBy(list);
  const results: WatchResult[] = [];
  for (const source of sources) {
    const none = { source, queue: [], known: 0, reviewed: 0, old: 0, elsewhere: 0 };
    try {
      const items = READER_OF[source.read](await answer(source), source);
      results.push({
        ...none,
        ...(source.list ? matchParties(items, source, list, touches) : queueNews(items, source, isCited, touches)),
        fault: null,
      });
    } catch (error) {
      if (!(error instanceof BadAnswer)) throw error;
      results.push({ ...none, fault: error.message });
    }
  }
  return results;
}

type SortedItemsOfSource = Pick<WatchResult, 'queue' | 'known' | 'reviewed' | 'old' | 'elsewhere'>;

function queueNews(
  items: readonly Item[],
  source: WatchSource,
  isCited: (item: Item) => boolean,
  touches: (item: Item) => string[],
): SortedItemsOfSource {
  const { fresh, ...counts } = sortItems(items, source, isCited);
  return { ...counts, elsewhere: 0, queue: fresh.map((item) => ({ ...item, touches: touches(item) })) };
}

/**
 * From a party list, only rows that name an entry of the base count, and only if the base does not
 * have the entry on the list yet.
 */
function matchParties(
  items: readonly Item[],
  source: WatchSource,
  list: KnowledgeList,
  touches: (item: Item) => string[],
): SortedItemsOfSource {
  const members = partiesOf(list, source.list ?? '');
  const parties = new Map(
    items.map((item) => [
      item,
      touches(item).filter((entry) => entry.startsWith('company/') || entry.startsWith('agency/')),
    ]),
  );
  const isMember = (item: Item) => parties.get(item)?.some((entry) => members.has(entry)) ?? false;
  const { fresh, ...counts } = sortItems(items, source, isMember);
  const named = fresh.filter((item) => parties.get(item)?.length);
  return {
    ...counts,
    elsewhere: fresh.length - named.length,
    queue: named.map((item) => ({ ...item, touches: parties.get(item) ?? [] })),
  };
}
