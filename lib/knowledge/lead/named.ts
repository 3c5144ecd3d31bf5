/** The parties and subjects that a text names, by its entries. */
import type { Knowledge } from '../model/knowledge-index.ts';
import type { Entry } from '../model/schema.ts';

export type Named = {
  ids: ReadonlySet<string>;
  /** The bodies whose measures a text may be about. */
  bodies: ReadonlySet<string>;
  /** Countries whose heads or parliaments are named. */
  quoted: ReadonlySet<string>;
  /**
   * The countries that act in the text. The home of a firm says nothing of whose measure the text
   * is about.
   */
  actors: ReadonlySet<string>;
  /** All countries that it names. */
  countries: ReadonlySet<string>;
};

/** They are quoted on the measures of all others: their name points to none but what is new. */
const QUOTED_ON_ALL: ReadonlySet<string> = new Set([
  'agency/white-house',
  'agency/us-congress',
  'agency/state-council',
]);

/**
 * The entry itself is left out: that it is named says nothing of which of its measures a text is
 * about.
 */
export function namedIn(knowledge: Knowledge, entry: Entry, ids: readonly string[], actors: readonly string[]): Named {
  const others = new Set(ids.filter((id) => id !== entry.id));
  const countries = new Set(actors);
  for (const id of others) {
    const country = knowledge.entries.get(id)?.country;
    if (country !== undefined && country !== 'INT') countries.add(country);
  }
  return {
    ids: others,
    bodies: new Set([...others].filter((id) => !QUOTED_ON_ALL.has(id))),
    quoted: new Set(
      [...others].flatMap((id) => (QUOTED_ON_ALL.has(id) ? (knowledge.entries.get(id)?.country ?? []) : [])),
    ),
    actors: new Set(actors),
    countries,
  };
}
