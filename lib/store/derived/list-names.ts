/**
 * The names of a list in the form that tabs get them: compiled names for a small list, an index of
 * first words for a large one.
 */
import { ruleOf } from '../../knowledge/model/name-rule.ts';
import type { Entry, Name } from '../../knowledge/model/schema.ts';
import { compileNames } from '../../match/names/compile.ts';
import { withRefs } from '../../match/names/qualify-ids.ts';
import { isCompiled, type CompiledNames } from '../../match/names/compiled-names.ts';
import { INDEX_FORMAT, StartIndexBuilder, type StartIndex } from '../../match/names/prefix-index.ts';
import type { HeaderFields } from './header-fields.ts';

/**
 * Number of names up to which a list is sent to each tab whole. Cues and exceptions of rules count
 * as names.
 */
export const MAX_NAMES_IN_TAB = 3000;

function textsIn(name: Name): number {
  const { not = [], for: cues = [], against = [] } = ruleOf(name);
  return 1 + not.length + cues.length + against.length;
}

/** All names of a list, or for a large list only an index of how they start. */
export type ListNames = { compiled: CompiledNames } | { index: StartIndex };

/** Checks a stored value; null if another version of the extension wrote it. */
export function asListNames(stored: unknown): ListNames | null {
  if (stored === null || typeof stored !== 'object') return null;
  if ('compiled' in stored && isCompiled(stored.compiled)) return { compiled: stored.compiled };
  if ('index' in stored && isIndex(stored.index)) return { index: stored.index };
  return null;
}

const isIndex = (value: unknown): value is StartIndex =>
  value !== null &&
  typeof value === 'object' &&
  'format' in value &&
  value.format === INDEX_FORMAT &&
  'places' in value &&
  value.places instanceof Float64Array;

/** Collects the names of a list's entries as they are read, however many there are. */
export class NamesBuilder {
  readonly #list: string;
  readonly #index: StartIndexBuilder;
  #kept: Entry[] | null = [];
  #names = 0;

  constructor(list: string, before: ListNames | null) {
    this.#list = list;
    this.#index = new StartIndexBuilder(list, before && 'index' in before ? before.index : null);
  }

  add(entry: Entry, unchanged: boolean): void {
    this.#names += Object.values(entry.names).reduce(
      (sum, group) => sum + group.reduce((texts, name) => texts + textsIn(name), 0),
      0,
    );
    if (this.#names > MAX_NAMES_IN_TAB) this.#kept = null;
    this.#kept?.push(entry);
    this.#index.add(entry, unchanged);
  }

  finish({ topics, countries }: Pick<HeaderFields, 'topics' | 'countries'>): ListNames {
    return this.#kept
      ? { compiled: compileNames({ id: this.#list, entries: withRefs(this.#list, this.#kept), topics, countries }) }
      : { index: this.#index.finish() };
  }
}
