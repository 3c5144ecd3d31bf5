/** The entry that somebody means by an id or any of its names. */
import type { Entry, KnowledgeList } from '../knowledge/schema.ts';
import { foldForCompare } from './check-names.ts';

/** All entries that the words may mean; an id, or an entry's own name, before other names. */
export function findEntries(list: KnowledgeList, words: string): Entry[] {
  const byId = list.entries.filter(({ id }) => id === words);
  if (byId.length > 0) return byId;
  const key = foldForCompare(words);
  const own = list.entries.filter(({ name }) => foldForCompare(name) === key);
  if (own.length > 0) return own;
  return list.entries.filter(({ names }) => Object.values(names).some((some) => some.some((name) => foldForCompare(typeof name === 'string' ? name : name.text) === key)));
}
