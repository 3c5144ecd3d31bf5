/**
 * Finds the entries of the base that an item probably affects: the matcher marks them in its title
 * and text.
 */
import type { KnowledgeList } from '../../knowledge/model/schema.ts';
import { glosser } from '../build/gloss-text.ts';
import type { Item } from './item.ts';

/** Entry ids, each once, in the order in which they are named. */
export type EntriesOfItem = (item: Item) => string[];

/** Compiling the names takes seconds, so it waits for the first item. */
export function touchedBy(list: KnowledgeList): EntriesOfItem {
  let gloss: ReturnType<typeof glosser> | null = null;
  const ready = () => (gloss ??= glosser([list]));
  return ({ title, text, day }) => {
    const found = ready()([title, text].filter(Boolean), { date: day ?? undefined });
    return [...new Set(found.map(({ entry }) => entry))];
  };
}
