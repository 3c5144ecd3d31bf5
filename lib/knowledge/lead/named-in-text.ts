/** The parties and topics that a text names, taken from the entries in it. */
import type { Knowledge } from '../model/knowledge-index.ts';
import type { Entry } from '../model/schema.ts';

/** What a text says about who acts and whom it concerns; it decides which measure leads a card. */
export type NamedInText = {
  ids: ReadonlySet<string>;
  /** The bodies that may have issued the measure in question. */
  bodies: ReadonlySet<string>;
  /** Countries whose head of state or parliament is named. */
  quoted: ReadonlySet<string>;
  /**
   * The countries that act in the text. A company's home is not one: it does not show whose measure
   * the text is about.
   */
  actors: ReadonlySet<string>;
  /** All countries that the text names, those of its entries included. */
  countries: ReadonlySet<string>;
};

/** Bodies that are quoted on measures of all others. Their name points only to a new measure. */
const QUOTED_ON_ALL: ReadonlySet<string> = new Set([
  'agency/white-house',
  'agency/us-congress',
  'agency/state-council',
]);

/**
 * Sorts what a text names into its roles. The entry itself is left out: its own name does not show
 * which of its measures the text is about.
 */
export function namedInText(
  knowledge: Knowledge,
  entry: Entry,
  ids: readonly string[],
  actors: readonly string[],
): NamedInText {
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
