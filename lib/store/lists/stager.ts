/**
 * Stages an update from records as they are read. It compares their digests with the version in use
 * and writes only changed records. It works in batches, so that memory holds digests and first
 * words of names but not records.
 */
import { digestOfText } from '../../core/digest.ts';
import { hanReady } from '../../match/text/simplify-chinese.ts';
import { BUILT_IN } from '../../knowledge/model/ids.ts';
import type { Act, Control, Entry } from '../../knowledge/model/schema.ts';
import { SearchTextBuilder } from '../../search/make-search-text.ts';
import type { PartName, StoredList } from '../db.ts';
import type { Derived, Indexes } from './write-list.ts';
import { NamesBuilder } from '../derived/list-names.ts';
import { Packer } from './packs.ts';
import type { Records } from './read-records.ts';
import { IndexBuilder, NO_PACK, NO_RECORDS, placeOf, recordsByPack, type RecordIndex } from './record-index.ts';
import type { StageStore } from './stage-store.ts';
import { MAX_NAMED, type CountWithSamples, type Staged } from './staged.ts';
import type { HeaderFields } from '../derived/header-fields.ts';

/** Packs that are written at once: enough for speed, few enough that reads are not delayed. */
const PACKS_AT_ONCE = 16;
/**
 * If fewer records of a pack are in use than this share of the fullest pack's, they are rewritten.
 * Otherwise nearly empty packs would accumulate with each update.
 */
const MIN_SHARE_IN_USE = 0.5;

/** Compares the records of one part of a list with those in use. */
class PartComparison {
  readonly next = new IndexBuilder();
  readonly added: CountWithSamples = { count: 0, ids: [] };
  readonly changed: CountWithSamples = { count: 0, ids: [] };
  readonly #old: RecordIndex;
  readonly #met: Uint8Array;
  readonly #byPack: ReadonlyMap<number, number>;
  /** Records in use that a pack must have to be kept. */
  readonly #enough: number;

  constructor(old: RecordIndex) {
    this.#old = old;
    this.#met = new Uint8Array(old.ids.length);
    this.#byPack = recordsByPack(old);
    let largest = 0;
    for (const records of this.#byPack.values()) largest = Math.max(largest, records);
    this.#enough = largest * MIN_SHARE_IN_USE;
  }

  #stays(pack: number): boolean {
    return pack !== NO_PACK && (this.#byPack.get(pack) ?? 0) >= this.#enough;
  }

  /**
   * Notes a record of the update. Returns the pack that still has it, or NO_PACK if it must be
   * written.
   */
  take(id: string, idDigest: number, digest: number): { differs: boolean; pack: number } {
    const place = placeOf(this.#old, idDigest);
    if (place < 0) {
      note(this.added, id);
      return { differs: true, pack: NO_PACK };
    }
    this.#met[place] = 1;
    const differs = this.#old.digests[place] !== digest;
    if (differs) note(this.changed, id);
    const pack = this.#old.packs[place] ?? NO_PACK;
    return { differs, pack: differs || !this.#stays(pack) ? NO_PACK : pack };
  }

  /** Digests of the ids that the update lacks. */
  gone(): number[] {
    return [...this.#old.ids].filter((_, place) => !this.#met[place]);
  }
}

function note(named: CountWithSamples, id: string): void {
  named.count++;
  if (named.ids.length < MAX_NAMED) named.ids.push(id);
}

const NO_INDEXES: Indexes = { entries: NO_RECORDS, controls: NO_RECORDS, acts: NO_RECORDS };

export class Stager {
  readonly #store: StageStore;
  readonly #list: string;
  readonly #before: StoredList | null;
  readonly #parts: Record<PartName, PartComparison>;
  readonly #packer: Packer;
  readonly #names: NamesBuilder | null;
  readonly #search: SearchTextBuilder;
  readonly #law: string[] = [];
  #writing: Promise<void> = Promise.resolve();

  private constructor(
    store: StageStore,
    list: string,
    before: StoredList | null,
    old: Indexes,
    derived: { [key in keyof Derived]: Derived[key] | null },
  ) {
    this.#store = store;
    this.#list = list;
    this.#before = before;
    this.#names = list === BUILT_IN ? null : new NamesBuilder(list, derived.names);
    this.#search = new SearchTextBuilder(list, derived.search);
    this.#packer = new Packer(before?.nextPack ?? 0);
    this.#parts = {
      entries: new PartComparison(old.entries),
      controls: new PartComparison(old.controls),
      acts: new PartComparison(old.acts),
    };
  }

  /** `rewriteAll`: write unchanged records too, for a database that lost rows. */
  static async begin(store: StageStore, list: string, rewriteAll = false): Promise<Stager> {
    await hanReady();
    await store.begin(list);
    const header = (await store.header(list)) ?? null;
    if (header === null || rewriteAll)
      return new Stager(store, list, header, NO_INDEXES, { names: null, search: null });
    const { generation } = header;
    return new Stager(store, list, header, await store.indexes(list, generation), {
      names: await store.names(list, generation),
      search: await store.search(list, generation),
    });
  }

  get #generation(): number {
    return (this.#before?.generation ?? 0) + 1;
  }

  async add(records: Records): Promise<void> {
    for (const entry of records.entries) {
      const differs = this.#take('entries', entry);
      this.#names?.add(entry, !differs);
      this.#search.add(entry, !differs);
    }
    for (const control of records.controls) {
      this.#search.control(control);
      if (this.#take('controls', control)) this.#law.push(control.id);
    }
    for (const act of records.acts) {
      this.#search.act(act);
      if (this.#take('acts', act)) this.#law.push(act.id);
    }
    if (this.#packer.waiting >= PACKS_AT_ONCE) await this.#write();
  }

  /** Returns true if the record is new or differs from the one in use. */
  #take(part: PartName, record: Entry | Control | Act): boolean {
    const text = JSON.stringify(record);
    const [id, digest] = [digestOfText(record.id), digestOfText(text)];
    const compared = this.#parts[part];
    const { differs, pack } = compared.take(record.id, id, digest);
    compared.next.add(id, pack === NO_PACK ? this.#packer.add(part, text) : pack, digest);
    return differs;
  }

  /**
   * Writes one batch at a time while the next records are read, so that parsing and disk overlap.
   */
  async #write(all = false): Promise<void> {
    await this.#writing;
    const packs = this.#packer.take(all);
    if (packs.length === 0) return;
    this.#writing = this.#store.stage(this.#list, packs);
    // The next call rethrows the error.
    this.#writing.catch(() => undefined);
  }

  /** Resolves when no write is pending, failed or not. Only then can the staged rows be deleted. */
  async atRest(): Promise<void> {
    await this.#writing.catch(() => undefined);
  }

  /** Number of entries so far. */
  get size(): number {
    return this.#parts.entries.next.size;
  }

  /** Ids of controls and acts that the update removes. */
  async #goneLaw(): Promise<string[]> {
    const generation = this.#before?.generation ?? 0;
    const [controls, acts] = [this.#parts.controls.gone(), this.#parts.acts.gone()];
    return [
      ...(controls.length > 0 ? await this.#store.ids(this.#list, generation, 'controls', controls) : []),
      ...(acts.length > 0 ? await this.#store.ids(this.#list, generation, 'acts', acts) : []),
    ];
  }

  async #removed(): Promise<CountWithSamples> {
    const gone = this.#parts.entries.gone();
    if (gone.length === 0) return { count: 0, ids: [] };
    const first = gone.slice(0, MAX_NAMED);
    return {
      count: gone.length,
      ids: await this.#store.ids(this.#list, this.#before?.generation ?? 0, 'entries', first),
    };
  }

  /** Writes the rest and the header. `list` may have more fields; only the header's are used. */
  async finish(list: HeaderFields): Promise<Staged> {
    await this.#write(true);
    await this.#writing;
    const indexes: Indexes = {
      entries: this.#parts.entries.next.finish(),
      controls: this.#parts.controls.next.finish(),
      acts: this.#parts.acts.next.finish(),
    };
    const { id, title, publisher, licence, version, updated, knownTo, expires, topics, countries, phrases } = list;
    const header: StoredList = {
      ...{ id, title, publisher, licence, version, updated, knownTo, expires, topics, countries },
      phrases: phrases && JSON.stringify(phrases),
      generation: this.#generation,
      size: indexes.entries.ids.length,
      controls: indexes.controls.ids.length,
      acts: indexes.acts.ids.length,
      nextPack: this.#packer.next,
    };
    const [removed, goneLaw] = [await this.#removed(), await this.#goneLaw()];
    await this.#store.stageIndexes(this.#list, header.generation, indexes);
    if (this.#names) await this.#store.stageDerived(this.#list, header.generation, { names: this.#names.finish(list) });
    await this.#store.stageDerived(this.#list, header.generation, { search: this.#search.finish() });
    await this.#store.finish(header);
    const { added, changed } = this.#parts.entries;
    return {
      header,
      before: this.#before,
      added,
      changed,
      removed,
      law: [...this.#law, ...goneLaw],
      goneLaw,
    };
  }
}
