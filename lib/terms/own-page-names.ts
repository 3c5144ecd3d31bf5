/**
 * The user's own terms for pages, if the user has them underlined. A page gets a filter, and then
 * only the terms that start like its words. It never gets the others.
 */
import { digestOfText, digestText } from '../core/digest.ts';
import { OWN_LIST } from '../knowledge/model/ids.ts';
import { encodeFilter } from '../match/names/serialize.ts';
import { entriesAt, filterOf, StartIndexBuilder } from '../match/names/prefix-index.ts';
import { hanReady } from '../match/text/simplify-chinese.ts';
import { compileTerms } from './compile-own.ts';
import { entryOf } from './entries.ts';
import type { OwnStore } from './own-store.ts';
import type { Term } from './term.ts';

/** The names of own terms as a page gets them: only those whose first words it contains. */
export interface OwnPageNames {
  /** Differs for different terms. */
  state: string;
  /** An encoded filter that tells whether a text may contain one of the terms. */
  filter: string;
  /** Digests of the ids of the terms whose names start at these keys. */
  idsAt: (keys: readonly number[]) => number[];
  /** The names of the terms with these keys, compiled and encoded; '' if there are none. */
  namesAt: (keys: readonly number[]) => string;
}

function namesOf(terms: readonly Term[]): OwnPageNames {
  const builder = new StartIndexBuilder(OWN_LIST);
  for (const term of terms) builder.add(entryOf(term), false);
  const index = builder.finish();
  const idsAt = (keys: readonly number[]) => entriesAt(index, [...keys]);
  return {
    state: digestText(terms),
    filter: encodeFilter(filterOf(index)),
    idsAt,
    namesAt(keys) {
      const ids = new Set(idsAt(keys));
      return compileTerms(terms.filter(({ id }) => ids.has(digestOfText(id))));
    },
  };
}

/** Computed after the terms change, and kept while the background runs. */
export class OwnTermsForPages {
  readonly #store: OwnStore;
  #made: { revision: number; names: OwnPageNames | null } | null = null;

  constructor(store: OwnStore) {
    this.#store = store;
  }

  /** Null if there are no terms. */
  async read(): Promise<OwnPageNames | null> {
    const revision = await this.#store.revision();
    if (this.#made?.revision === revision) return this.#made.names;
    const terms = revision === 0 ? [] : (await this.#store.terms()).map(({ term }) => term);
    if (terms.length > 0) await hanReady();
    const names = terms.length > 0 ? namesOf(terms) : null;
    this.#made = { revision, names };
    return names;
  }
}
