/**
 * Simulates several devices of a user or a team, which add, edit and delete terms while their
 * exchanges are delayed, fail and are interrupted. Records what became of each value that anybody
 * ever wrote.
 */
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { CommonState } from '../../lib/sync/merge-base.ts';
import { exchange, type SyncOutcome } from '../../lib/sync/sync-once.ts';
import { ReplicaError, type RemoteCopy, type Replica } from '../../lib/sync/remote.ts';
import { isAlive, type OwnRecord } from '../../lib/terms/record.ts';
import { OwnBase } from '../../lib/terms/terms-db.ts';
import { OwnStore } from '../../lib/terms/own-store.ts';
import { BLANK, newTermId, type Term } from '../../lib/terms/term.ts';
import { databaseName } from './database-name.ts';
import type { Random } from './random.ts';

// A test file may have loaded Dexie before `indexedDB` existed.
Object.assign(Dexie.dependencies, { indexedDB, IDBKeyRange });

/** The process ended here. */
class Killed extends Error {}

export class FakeDevice {
  readonly store: OwnStore;
  readonly common: CommonState;
  readonly #place: (device: string) => Replica;
  readonly #now: () => number;
  readonly #wait: (ms: number) => Promise<void>;
  #steps = Infinity;
  #held: { version: string; revision: number } | null = null;
  allowed = new Set<string>();

  constructor(
    place: (device: string) => Replica,
    now: () => number,
    random: () => number,
    wait: (ms: number) => Promise<void> = () => Promise.resolve(),
  ) {
    this.#place = place;
    this.#now = now;
    this.#wait = wait;
    this.store = new OwnStore(new OwnBase(databaseName('device')), { now, random });
    this.common = new CommonState(this.store.db, 'test', now);
  }

  #step = (): void => {
    if (--this.#steps < 0) throw new Killed();
  };

  /** One exchange that is ended after `steps` steps. */
  async exchange(steps = Infinity): Promise<SyncOutcome['kind'] | 'failed' | 'killed'> {
    this.#steps = steps;
    const place = this.#place((await this.store.device()).id);
    const step = this.#step;
    const counted: Replica = {
      read: async (held) => {
        step();
        return place.read(held);
      },
      write: async (records: readonly OwnRecord[], copy: RemoteCopy) => {
        step();
        const placed = await place.write(records, copy);
        step();
        return placed;
      },
    };
    const { store } = this;
    const count = <T extends object>(whole: T): T =>
      new Proxy(whole, {
        get: (target, name) => {
          const value: unknown = Reflect.get(target, name, target);
          if (typeof value !== 'function') return value;
          return (...args: unknown[]) => {
            step();
            return value.apply(target, args) as unknown;
          };
        },
      });
    try {
      const held = this.#held?.revision === (await store.revision()) ? this.#held.version : null;
      const outcome = await exchange({
        store: count(store),
        common: count(this.common),
        place: counted,
        now: this.#now,
        wait: this.#wait,
        takesPart: () => true,
        allowed: this.allowed,
        held,
      });
      if (outcome.kind === 'done')
        this.#held =
          outcome.placed.version === null ? null : { version: outcome.placed.version, revision: outcome.revision };
      this.allowed = outcome.kind === 'asked' ? new Set(outcome.ids) : new Set();
      return outcome.kind;
    } catch (error) {
      if (error instanceof Killed) return 'killed';
      if (error instanceof ReplicaError) return 'failed';
      throw error;
    }
  }
}

/** Records of what was written. Each value is a unique text, so that it can be found again. */
export class Books {
  readonly written = new Map<string, string>();
  /** Values that were replaced or deleted by somebody who had seen them. */
  readonly settled = new Set<string>();
  edits = 0;

  value(what: string): string {
    const value = `${what} ${++this.edits}`;
    this.written.set(value, what);
    return value;
  }
}

const valuesOf = (term: Term): string[] => [term.name, term.note, ...term.aliases].filter(Boolean);

export async function act(device: FakeDevice, books: Books, random: Random): Promise<void> {
  const terms = (await device.store.terms()).map(({ term }) => term);
  const what = random.next();
  // A user with many terms adds fewer, so that long runs do not fill the sync storage.
  if (terms.length === 0 || what < (terms.length < 50 ? 0.25 : 0.05)) {
    await device.store.putTerms([
      {
        term: {
          ...BLANK,
          id: newTermId(random.next),
          name: books.value('name'),
          note: random.chance(0.5) ? books.value('note') : '',
        },
      },
    ]);
    return;
  }
  const before = random.pick(terms);
  if (what < 0.32) {
    await device.store.removeTerms([before.id]);
    for (const value of valuesOf(before)) books.settled.add(value);
    return;
  }
  if (what < 0.35) {
    const [row] = await device.store.log();
    if (row) await device.store.restore(row);
    return;
  }
  const term = { ...before };
  const field = random.pick(['name', 'note', 'aliases'] as const);
  const replaced = field === 'aliases' ? before.aliases : [before[field]];
  if (field === 'aliases') term.aliases = [books.value('alias')];
  else term[field] = books.value(field);
  await device.store.putTerms([{ term, before }]);
  for (const value of replaced) books.settled.add(value);
}

export interface Held {
  terms: Term[];
  dead: string[];
}

export async function heldBy(device: FakeDevice): Promise<Held> {
  const terms = (await device.store.terms()).map(({ term }) => term).sort((a, b) => (a.id < b.id ? -1 : 1));
  const dead = [...(await device.store.records()).values()]
    .filter((record) => !isAlive(record))
    .map(({ id, gone }) => `${id} ${gone}`);
  return { terms, dead: dead.sort() };
}

/**
 * Values that have disappeared: no term and no log has them, and nobody replaced them knowingly.
 */
export async function lost(devices: readonly FakeDevice[], books: Books): Promise<string[]> {
  const kept = new Set(books.settled);
  for (const device of devices) {
    for (const { term } of await device.store.terms()) for (const value of valuesOf(term)) kept.add(value);
    for (const { value } of await device.store.log())
      for (const found of JSON.stringify(value).matchAll(/"((?:name|note|alias) \d+)"/g)) kept.add(found[1] ?? '');
  }
  return [...books.written.keys()].filter((value) => !kept.has(value));
}
