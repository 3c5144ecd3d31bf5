/**
 * Finds the marks that a list in preview would make in a text, with the same names that tabs would
 * get.
 */
import { compileNames } from '../match/names/compile.ts';
import { hanReady } from '../match/text/simplify-chinese.ts';
import { chooseSenses, createMatcher } from '../match/index.ts';
import { keysIn } from '../match/names/prefix-filter.ts';
import { withRefs } from '../match/names/qualify-ids.ts';
import { entriesAt, filterOf } from '../match/names/prefix-index.ts';
import type { StoredList } from '../store/db.ts';
import type { ListStore } from './list-store.ts';

/** What a list would mark on the page that the user reads. */
export interface WouldMark {
  mentions: number;
  /** Names of entries, the most frequent first. */
  names: string[];
}

/** The marks that a staged list would make in this text: their number and their names. */
export async function wouldMark(
  store: Pick<ListStore, 'names' | 'entriesAt'>,
  { id, generation, topics, countries }: StoredList,
  text: string,
): Promise<WouldMark> {
  const names = await store.names(id, generation);
  if (!names) return { mentions: 0, names: [] };
  await hanReady();
  const paragraphs = text.split(/\n+/).filter((part) => part.trim() !== '');
  const compiled =
    'compiled' in names
      ? names.compiled
      : compileNames({
          id,
          entries: withRefs(
            id,
            await store.entriesAt(id, generation, entriesAt(names.index, keysIn([filterOf(names.index)], paragraphs))),
          ),
          topics,
          countries,
        });
  const matcher = createMatcher([compiled]);
  const counts = new Map<string, number>();
  const mentions = chooseSenses(
    matcher,
    paragraphs.map((paragraph) => matcher.read(paragraph)),
    { allReadings: true },
  );
  for (const { name } of mentions) counts.set(name, (counts.get(name) ?? 0) + 1);
  return { mentions: mentions.length, names: [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name) };
}
