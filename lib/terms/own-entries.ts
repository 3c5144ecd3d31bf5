/** The user's terms as a base for cards and search, like a list. */
import { indexKnowledge, type Knowledge } from '../knowledge/model/knowledge-index.ts';
import type { Entry } from '../knowledge/model/schema.ts';
import { entryOf } from './entries.ts';
import type { Term } from './term.ts';

export interface OwnEntries {
  knowledge: Knowledge;
  entries: ReadonlyMap<string, Entry>;
}

/** On a card a note needs no source. A link is shown as its source. */
function cardEntry(term: Term): Entry {
  const entry = entryOf(term);
  const text = term.note || term.name;
  return term.link
    ? {
        ...entry,
        what: { text, src: ['own'] },
        sources: { own: { url: term.link, publisher: new URL(term.link).hostname, class: 'other' } },
      }
    : { ...entry, what: { text, src: [] }, sources: {} };
}

export function ownEntries(terms: readonly Term[]): OwnEntries {
  const entries = terms.map(cardEntry);
  return {
    knowledge: indexKnowledge({ entries, controls: [], acts: [] }),
    entries: new Map(entries.map((entry) => [entry.id, entry])),
  };
}
