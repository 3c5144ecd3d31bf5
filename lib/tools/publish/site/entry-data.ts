/** The data of one entry: the record itself, the measures on it and their acts. */
import type { Knowledge } from '../../../knowledge/model/knowledge-index.ts';
import type { Act, Entry, KnowledgeList } from '../../../knowledge/model/schema.ts';

export function entryDataOf(
  { id, version, updated, licence }: KnowledgeList,
  knowledge: Knowledge,
  entry: Entry,
): Record<string, unknown> {
  const controls = new Set((knowledge.linksOf.get(entry.id) ?? []).map(({ control }) => control));
  const acts = new Set<Act>([...controls].flatMap((control) => knowledge.actsOn.get(control.id) ?? []));
  return { list: { id, version, updated, licence }, entry, controls: [...controls], acts: [...acts] };
}
