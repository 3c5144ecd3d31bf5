/** Reads a list from its text in pieces, as a network delivers them. */
import { expect } from 'vitest';
import { yieldToOthers } from '../../../lib/core/slices.ts';
import { textOf } from '../../../lib/knowledge/model/name-rule.ts';
import type { Entry } from '../../../lib/knowledge/model/schema.ts';
import type { Batch, ListHeader } from '../../../lib/formats/list-format.ts';
import type { Mapping } from '../../../lib/formats/mapping-model.ts';
import { Notes } from '../../../lib/formats/notes.ts';
import { formatOf, readerOf } from '../../../lib/formats/read-list.ts';
import { entry, list } from '../subscriptions/list-documents.ts';

const URL_OF = 'https://data.harbour.example/desk/names.csv';

interface ReadOptions {
  url?: string;
  piece?: number;
  pause?: boolean;
  people?: boolean;
  mapping?: Mapping;
  /** The text of a file next to the list, or null if there is none. */
  beside?: (url: string) => string | null;
}

export async function read(
  text: string,
  { url = URL_OF, piece = 1000, pause = false, people = false, mapping, beside = () => null }: ReadOptions = {},
) {
  const notes = new Notes();
  async function* pieces(whole = text) {
    for (let k = 0; k < whole.length; k += piece) yield whole.slice(k, k + piece);
  }
  const other = (address: string) => {
    const found = beside(address);
    return Promise.resolve(found === null ? null : pieces(found));
  };
  const reading = readerOf(mapping ? 'csv' : formatOf(text))(
    pieces(),
    { url, lastModified: Date.UTC(2026, 10, 20, 8, 30), now: Date.UTC(2026, 10, 24), people, mapping, beside: other },
    notes,
  );
  const batches: Batch[] = [];
  let header: ListHeader | null = null;
  while (!header) {
    const next = await reading.next();
    // The extension also yields between two batches.
    if (pause) await yieldToOthers();
    if (next.done) header = next.value;
    else batches.push(next.value);
  }
  const entries: Entry[] = batches.flatMap((batch) => batch.entries);
  return {
    header,
    entries,
    controls: batches.flatMap((batch) => batch.controls),
    acts: batches.flatMap((batch) => batch.acts),
    notes,
    /** The number of entries that waited for later rows, by batch. */
    waiting: batches.map(({ held = 0 }) => held),
  };
}

/** The texts of an entry's names, each once, without their rules. */
export const textsOf = ({ names }: Entry): Record<string, string[]> =>
  Object.fromEntries(Object.entries(names).map(([lang, group]) => [lang, [...new Set(group.map(textOf))]]));

/** Reads one entry between two good ones, and returns the result for it. */
export async function readOne(bad: unknown) {
  const result = await read(
    JSON.stringify({ ...JSON.parse(list(1)), entries: [entry('harbour-tin'), bad, entry('harbour-zinc')] }),
  );
  const others = result.entries.filter(({ id }) => id === 'company/harbour-tin' || id === 'company/harbour-zinc');
  expect(others, 'the neighbours are kept').toHaveLength(2);
  return {
    taken: result.entries.find(({ id }) => !others.some((other) => other.id === id)) ?? null,
    notes: result.notes.kept,
  };
}
