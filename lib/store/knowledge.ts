/** The base as the rules of status want it: read from IndexedDB once, kept while the context lives. */
import { indexKnowledge, type Knowledge } from '../knowledge/knowledge-index.ts';
import type { Act, Control, Entry } from '../knowledge/schema.ts';
import type { Base } from './db.ts';
import { BUILT_IN, seedIfNeeded, shippedList } from './seed.ts';

export interface Loaded {
  knowledge: Knowledge;
  entries: ReadonlyMap<string, Entry>;
  title: string;
  version: number;
  updated: string;
  /** In plain words, where the database could not be used. */
  problem: string | null;
}

type Header = { title: string; version: number; updated: string };

function index(parts: { entries: Entry[]; controls: Control[]; acts: Act[] }, { title, version, updated }: Header, problem: string | null): Loaded {
  return { knowledge: indexKnowledge(parts), entries: new Map(parts.entries.map((entry) => [entry.id, entry])), title, version, updated, problem };
}

/** Reads the built-in list; stores it first if it is not there; takes the shipped file if the database can't be used. */
export async function loadKnowledge(base: Base, load: (path: string) => Promise<Response>): Promise<Loaded> {
  try {
    await seedIfNeeded(base, load, null);
    const list = await base.lists.get(BUILT_IN);
    if (!list) throw new Error('the built-in list is missing after it was stored');
    const range: [[string, number, string], [string, number, string]] = [
      [BUILT_IN, list.generation, ''],
      [BUILT_IN, list.generation, '\uffff'],
    ];
    const [entries, controls, acts] = await Promise.all([
      base.entries.where('[list+generation+id]').between(...range).toArray(),
      base.controls.where('[list+generation+id]').between(...range).toArray(),
      base.acts.where('[list+generation+id]').between(...range).toArray(),
    ]);
    return index({ entries: entries.map((e) => e.record), controls: controls.map((c) => c.record), acts: acts.map((a) => a.record) }, list, null);
  } catch (error) {
    const list = await shippedList(load);
    return index(list, list, error instanceof Error ? `${error.name}: ${error.message}` : String(error));
  }
}
