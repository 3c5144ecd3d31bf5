/** Makes the suggestions of the address bar, one line a result. */
import type { Hit } from '../../search/search.ts';
import type { Lookup } from './lookup-model.ts';
import { resultText } from './result-row.ts';

/** Suggestions that browsers show. */
const MAX_SUGGESTIONS = 6;

interface Suggestion {
  entry: string;
  /** "Gallium 镓 · China → United States: Licence needed". */
  words: string;
}

export const suggestions = (hits: readonly Hit[], query: string, lookup: Lookup): Suggestion[] =>
  hits.slice(0, MAX_SUGGESTIONS).map((hit) => {
    const row = lookup.result(hit, query);
    const status = resultText(row, lookup.t) || row.kindLabel;
    return {
      entry: hit.entry,
      words: [[row.name, ...row.aliases].join(' '), status, row.why].filter(Boolean).join(' · '),
    };
  });
