/**
 * Names a source by the instrument for whose acts it is cited, since few sources have a title on
 * file. Works only for a source that is cited for one instrument.
 */
import type { Knowledge } from '../model/knowledge-index.ts';

const found = new WeakMap<Knowledge, ReadonlyMap<string, string | null>>();

/** Maps the address of a source to its instrument; null if it is cited for several. */
export function instrumentsBySource(knowledge: Knowledge): ReadonlyMap<string, string | null> {
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
