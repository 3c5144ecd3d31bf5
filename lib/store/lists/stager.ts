/**
 * From records as they are read to a staged update: compared with what is in use by digest, so that
 * only what changed is written. Works in batches; memory holds ids, digests and starts of names,
 * not records.
 */
import { digestOf } from '../../core/digest.ts';
import { hanReady } from '../../match/text/simplify-chinese.ts';
import { BUILT_IN } from '../../knowledge/model/ids.ts';
import type { Entry } from '../../knowledge/model/schema.ts';
import { SearchTextBuilder, type SearchText } from '../../search/search-text.ts';
import { PARTS, type Base, type PartName, type StoredDigests, type StoredList } from '../db.ts';
import {
  beginStaging,
  finishStaging,
  namesOf,
  searchTextIn,
  stage,
  type AnyRecord,
  type Change,
  type Made,
} from './write-list.ts';
import { NamesBuilder, type ListNames } from '../derived/list-names.ts';
import type { Records } from './read-records.ts';
import type { HeaderFields } from '../derived/header-fields.ts';

/** The writes of staging to the database, one step a call; tests stop it after any of them. */
export interface StageStore {
  header(list: string): Promise<StoredList | undefined>;
  digests(list: string, generation: number): Promise<StoredDigests | undefined>;
  names(list: string, generation: number): Promise<ListNames | null>;
  begin(list: string): Promise<void>;
  stage(list: string, generation: number, changes: readonly Change[]): Promise<void>;
  search(list: string, generation: number): Promise<SearchText | null>;
  finish(header: StoredList, digests: StoredDigests, made: Made): Promise<void>;
}

export const stageStore = (base: Base): StageStore => ({
  header: (list) => base.lists.get(list),
  digests: (list, generation) => base.digests.get([list, generation]),
  names: (list, generation) => namesOf(base, list, generation),
  begin: (list) => beginStaging(base, list),
  stage: (list, generation, changes) => stage(base, list, generation, changes),
  search: (list, generation) => searchTextIn(base, list, generation),
  finish: (header, digests, made) => finishStaging(base, header, digests, made),
});

export interface Staged {
  header: StoredList;
  /** The header in use until the switch; null for a new list. */
  before: StoredList | null;
  added: string[];
  changed: string[];
  removed: string[];
  /** Ids of controls and acts that differ, and of those that are gone. */
  law: string[];
  goneLaw: string[];
}

export const isUnchanged = ({ before, added, changed, removed, law }: Staged): boolean =>
  before !== null && added.length + changed.length + removed.length + law.length === 0;

/**
 * The differences of a staged update, computed again from the digests, for one that waited for the
 * user. Null if it is gone.
 */
export async function stagedOf(store: StageStore, header: StoredList): Promise<Staged | null> {
  const before = (await store.header(header.id)) ?? null;
  const next = await store.digests(header.id, header.generation);
  const old = before ? await store.digests(header.id, before.generation) : undefined;
  if (!next) return null;
  const differing = (part: PartName) => {
    const [was, is] = [numbered(old, part), numbered(next, part)];
    const ids = [...is.keys()];
    return {
      added: ids.filter((id) => !was.has(id)),
      changed: ids.filter((id) => was.has(id) && was.get(id) !== is.get(id)),
      removed: [...was.keys()].filter((id) => !is.has(id)),
    };
  };
  const { added, changed, removed } = differing('entries');
  const parts = (['controls', 'acts'] as const).map(differing);
  const law = parts.flatMap((part) => Object.values(part).flat());
  return { header, before, added, changed, removed, law, goneLaw: parts.flatMap((part) => part.removed) };
}

const numbered = (digests: StoredDigests | undefined, part: PartName) =>
  new Map(digests?.parts[part].ids.map((id, k) => [id, digests.parts[part].digests[k] ?? 0]));

/**
 * Rows written at once: enough that writing is quick, few enough that it does not hold up readers.
 */
const AT_ONCE = 500;

export class Stager {
  readonly #store: StageStore;
  readonly #list: string;
  readonly #before: StoredList | null;
  readonly #old: Record<PartName, Map<string, number>>;
  readonly #next: Record<PartName, Map<string, number>> = { entries: new Map(), controls: new Map(), acts: new Map() };
  readonly #names: NamesBuilder | null;
  readonly #search: SearchTextBuilder;
  readonly #added: string[] = [];
  readonly #changed: string[] = [];
  readonly #law: string[] = [];
  #waiting: Change[] = [];
  #writing: Promise<void> = Promise.resolve();

  private constructor(
    store: StageStore,
    list: string,
    before: StoredList | null,
    digests: StoredDigests | undefined,
    made: { [key in keyof Made]: Made[key] | null },
  ) {
    this.#store = store;
    this.#list = list;
    this.#before = before;
    this.#names = list === BUILT_IN ? null : new NamesBuilder(list, made.names);
    this.#search = new SearchTextBuilder(list, made.search);
    this.#old = {
      entries: numbered(digests, 'entries'),
      controls: numbered(digests, 'controls'),
      acts: numbered(digests, 'acts'),
    };
  }

  /** `again`: write everything, whatever the digests say: for a database that lost rows. */
  static async begin(store: StageStore, list: string, anew = false): Promise<Stager> {
    await hanReady();
    await store.begin(list);
    const header = (await store.header(list)) ?? null;
    if (header === null || anew) return new Stager(store, list, header, undefined, { names: null, search: null });
    const { generation } = header;
    return new Stager(store, list, header, await store.digests(list, generation), {
      names: await store.names(list, generation),
      search: await store.search(list, generation),
    });
  }

  get #generation(): number {
    return (this.#before?.generation ?? 0) + 1;
  }

  async add(records: Records): Promise<void> {
    const changes: Change[] = [];
    const take = (part: PartName, record: AnyRecord): boolean => {
      const digest = digestOf(record);
      this.#next[part].set(record.id, digest);
      if (this.#old[part].get(record.id) === digest) return false;
      changes.push({ part, id: record.id, record });
      return true;
    };
    for (const entry of records.entries) this.#entry(entry, take('entries', entry));
    for (const control of records.controls) {
      this.#search.control(control);
      if (take('controls', control)) this.#law.push(control.id);
    }
    for (const act of records.acts) {
      this.#search.act(act);
      if (take('acts', act)) this.#law.push(act.id);
    }
    this.#waiting.push(...changes);
    if (this.#waiting.length >= AT_ONCE) await this.#write();
  }

  /**
   * One writing at a time, while the next records are read: reading and the disk need not wait for
   * each other.
   */
  async #write(): Promise<void> {
    await this.#writing;
    const changes = this.#waiting;
    this.#waiting = [];
    if (changes.length === 0) return;
    this.#writing = this.#store.stage(this.#list, this.#generation, changes);
    // The next caller gets the error.
    this.#writing.catch(() => undefined);
  }

  /**
   * Resolves once nothing is being written any more, well or not: what was staged can be taken away
   * then.
   */
  async atRest(): Promise<void> {
    await this.#writing.catch(() => undefined);
  }

  #entry(entry: Entry, differs: boolean): void {
    this.#names?.add(entry, !differs);
    this.#search.add(entry, !differs);
    if (differs) (this.#old.entries.has(entry.id) ? this.#changed : this.#added).push(entry.id);
  }

  /** Entries so far. */
  get size(): number {
    return this.#next.entries.size;
  }

  /** `list`: whatever else it holds, its header is what is taken of it. */
  async finish(list: HeaderFields): Promise<Staged> {
    const gone: Change[] = PARTS.flatMap((part) =>
      [...this.#old[part].keys()].filter((id) => !this.#next[part].has(id)).map((id) => ({ part, id, record: null })),
    );
    this.#waiting.push(...gone);
    await this.#write();
    await this.#writing;
    const idsIn = (wanted: boolean) => gone.filter(({ part }) => (part === 'entries') === wanted).map(({ id }) => id);
    const { id, title, publisher, licence, version, updated, knownTo, expires, topics, countries, phrases } = list;
    const header: StoredList = {
      ...{ id, title, publisher, licence, version, updated, knownTo, expires, topics, countries },
      phrases: phrases && JSON.stringify(phrases),
      generation: this.#generation,
      size: this.#next.entries.size,
      controls: this.#next.controls.size,
      acts: this.#next.acts.size,
    };
    const column = (part: PartName) => ({
      ids: [...this.#next[part].keys()],
      digests: Float64Array.from(this.#next[part].values()),
    });
    const digests = {
      list: this.#list,
      generation: header.generation,
      parts: { entries: column('entries'), controls: column('controls'), acts: column('acts') },
    };
    await this.#store.finish(header, digests, {
      names: this.#names?.finish(list) ?? null,
      search: this.#search.finish(),
    });
    return {
      header,
      before: this.#before,
      added: this.#added,
      changed: this.#changed,
      removed: idsIn(true),
      law: [...this.#law, ...idsIn(false)],
      goneLaw: idsIn(false),
    };
  }
}
