/**
 * Goes through the tables of figures and the official lists, and gives the new texts of files whose
 * machine-owned fields have changed.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Day, KnowledgeList } from '../../knowledge/model/schema.ts';
import { BadAnswer, type Item } from '../watch/item.ts';
import { READER_OF } from '../watch/readers/index.ts';
import type { WatchSource } from '../watch/source.ts';
import { touchedBy } from '../watch/touched.ts';
import { figuresIn, type FiguresTable } from './figures.ts';
import { refreshFigure, refreshMembership, type RefreshedText } from './refresh.ts';

/** What the command then writes and prints. `changes`: one line each. */
export interface RefreshResult {
  /** The new text of each changed file, by path. */
  texts: Map<string, string>;
  changes: string[];
  /** Sources that did not answer as expected, each with the reason. */
  faults: string[];
}

/**
 * `tables`: figures by year. `sources`: official lists, for the days on which members were last
 * seen.
 */
export interface RefreshOptions {
  /** The folder of the list, and the file of each entry in it. */
  folder: string;
  files: ReadonlyMap<string, string>;
  tables: readonly FiguresTable[];
  sources: readonly WatchSource[];
  today: Day;
  /** The text of a table or list, or `BadAnswer`. */
  answer: (source: { id: string; url: string }) => string | Promise<string>;
}

/** Writes nothing. A fault of one source does not stop the others. */
export async function refreshFiles(list: KnowledgeList, options: RefreshOptions): Promise<RefreshResult> {
  const { tables, sources, today, answer } = options;
  const entries = new Map(list.entries.map((entry) => [entry.id, entry]));
  const result: RefreshResult = { texts: new Map(), changes: [], faults: [] };
  const edit = (id: string, change: (text: string) => RefreshedText) => {
    const path = join(options.folder, options.files.get(id) ?? '');
    const before = result.texts.get(path) ?? readFileSync(path, 'utf8');
    const { text, changes } = change(before);
    if (text !== before) result.texts.set(path, text);
    result.changes.push(...changes);
  };
  const ask = async (source: { id: string; url: string }, use: (text: string) => void) => {
    try {
      use(await answer(source));
    } catch (error) {
      if (!(error instanceof BadAnswer)) throw error;
      result.faults.push(`${source.id}: ${error.message}`);
    }
  };

  for (const table of tables)
    await ask(table, (text) => {
      for (const figure of figuresIn(text, table)) {
        const entry = entries.get(figure.entry);
        if (!entry) throw new Error(`${table.id} names ${figure.entry}, which is not there`);
        edit(entry.id, (before) => refreshFigure(before, entry, table.fact, figure, today));
      }
    });

  const touches = touchedBy(list);
  for (const source of sources) {
    const listed = source.list;
    if (listed === undefined) continue;
    await ask(source, (text) => {
      const rows = rowsByEntry(READER_OF[source.read](text, source), source, touches);
      for (const entry of list.entries)
        if (entry.memberOf?.some(({ of }) => of === listed))
          edit(entry.id, (before) => refreshMembership(before, entry, listed, rows.get(entry.id) ?? [], today));
    });
  }
  return result;
}

/** Throws `BadAnswer` if the list has too few rows. */
function rowsByEntry(
  items: readonly Item[],
  { least }: WatchSource,
  touches: (item: Item) => string[],
): Map<string, Item[]> {
  if (items.length < least) throw new BadAnswer(`${items.length} items, and at least ${least} were expected`);
  const rows = new Map<string, Item[]>();
  for (const item of items) for (const id of touches(item)) rows.set(id, [...(rows.get(id) ?? []), item]);
  return rows;
}
