/** What a search found, a line each, as the address bar shows it. */
import { kindIn } from '../../knowledge/model/ids.ts';
import type { Knowledge } from '../../knowledge/model/knowledge-index.ts';
import type { Entry } from '../../knowledge/model/schema.ts';
import type { Speech } from '../../knowledge/wording/dates.ts';
import type { Hit } from '../../search/search.ts';
import { kindLabel, kindWords, namesShown } from '../build/header.ts';

/** Browsers show this many. */
const MOST = 6;

interface Suggestion {
  entry: string;
  /** "Gallium 镓 · Mineral". */
  words: string;
}

export function suggestions(
  hits: readonly Hit[],
  { entries, knowledge }: { entries: ReadonlyMap<string, Entry>; knowledge: Knowledge },
  speech: Speech,
): Suggestion[] {
  return hits.slice(0, MOST).map((hit) => {
    const entry = entries.get(hit.entry);
    // Of other lists no more is told than what the search knows.
    if (!entry) return { entry: hit.entry, words: [hit.name, kindLabel(kindIn(hit.entry), speech.t)].join(' · ') };
    const voice = { ...speech, knowledge };
    const { name, altName } = namesShown(entry, voice, null);
    return {
      entry: hit.entry,
      words: [altName ? `${name} ${altName.text}` : name, kindWords(entry, voice)].join(' · '),
    };
  });
}
