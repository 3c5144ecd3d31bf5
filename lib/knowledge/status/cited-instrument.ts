/**
 * The instrument of a source that is cited for the acts under one alone: few sources have a title
 * of their own on file.
 */
import type { Knowledge } from '../model/knowledge-index.ts';

const found = new WeakMap<Knowledge, ReadonlyMap<string, string | null>>();

/** By address; null where a source is cited for several. */
export function toldOf(knowledge: Knowledge): ReadonlyMap<string, string | null> {
  const known = found.get(knowledge);
  if (known) return known;
  const told = new Map<string, string | null>();
  for (const [id, acts] of knowledge.actsOn) {
    const under = knowledge.controls.get(id)?.text.instrument;
    for (const act of acts) {
      const instrument = act.text?.instrument ?? under;
      for (const key of act.src) {
        const url = act.sources[key]?.url;
        if (url === undefined || instrument === undefined) continue;
        const before = told.get(url);
        told.set(url, before === undefined || before === instrument ? instrument : null);
      }
    }
  }
  found.set(knowledge, told);
  return told;
}
