/**
 * A world for updates: servers with given answers, a clock that stands still, and a database in
 * memory. All count their steps.
 */
import type { ChannelAddress } from '../../../lib/formats/channel/channel-files.ts';
import { Base } from '../../../lib/store/db.ts';
import { databaseName } from '../../support/database-name.ts';
import { readList } from '../../../lib/store/lists/read-records.ts';
import { listStore, type ListStore } from '../../../lib/subscriptions/list-store.ts';
import type { Clock, Network, NetworkResponse } from '../../../lib/subscriptions/ports.ts';
import { NEVER_CHECKED, type Subscription, type Subscriptions } from '../../../lib/subscriptions/subscription.ts';
import { bothLanguages } from '../../../lib/i18n/messages.ts';
import { updateList } from '../../../lib/subscriptions/update-list.ts';
import type { ListsPorts } from '../../../lib/subscriptions/update-lists.ts';
import { list } from './list-documents.ts';

/** Thrown at the step where the context was killed. Nothing happens after it. */
class Killed extends Error {}

class Steps {
  done = 0;
  /** The context is killed at this step, or never if null. */
  killAt: number | null = null;
  take(): void {
    this.done++;
    if (this.killAt !== null && this.done >= this.killAt) throw new Killed(`killed at step ${this.done}`);
  }
}

export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Uint8Array | (() => AsyncIterable<Uint8Array>);
  /** Called while the body arrives. */
  during?: () => void;
  /** There is no answer at all; the error has this message. */
  fails?: string;
}

const MOMENT = Date.UTC(2026, 10, 24, 9, 0);
export const HOUR = 3_600_000;
export const LIST_URL = 'https://lists.harbour.example/desk.json';

export class World {
  readonly steps = new Steps();
  readonly answers = new Map<string, Answer>();
  readonly requests: { url: string; headers: Record<string, string> }[] = [];
  now = MOMENT;
  /** The results of `timeout`, in order. Aborted ones fire at once. */
  timeouts: AbortSignal[] = [];
  /** The channel that the build knows. */
  shipped: ChannelAddress | null = null;
  saved: Subscriptions = { subscriptions: [], order: [] };
  readonly baseName: string;
  base: Base;

  constructor() {
    this.baseName = databaseName('world');
    this.base = new Base(this.baseName);
  }

  /** Starts another context of the extension after the last one was killed. */
  restart(): void {
    this.base.close();
    this.base = new Base(this.baseName);
    this.steps.killAt = null;
  }

  serve(answer: Answer, url = LIST_URL): void {
    this.answers.set(url, { headers: { 'content-type': 'application/json' }, ...answer });
  }

  readonly clock: Clock = {
    now: () => this.now,
    random: () => 0.5,
    timeout: () => this.timeouts.shift() ?? new AbortController().signal,
  };

  readonly network: Network = {
    fetch: async ({ url, headers, signal }): Promise<NetworkResponse> => {
      this.steps.take();
      this.requests.push({ url, headers });
      if (signal.aborted) throw new Error('aborted');
      const answer: Answer = this.answers.get(url) ?? { status: 404, body: 'not found' };
      if (answer.fails !== undefined) throw new TypeError(answer.fails);
      const etag = answer.headers?.['etag'];
      const unchanged = etag !== undefined && headers['If-None-Match'] === etag;
      const { steps } = this;
      async function* body(): AsyncGenerator<Uint8Array> {
        if (unchanged) return;
        if (answer.during) {
          answer.during();
          if (signal.aborted) throw new TypeError('aborted in the middle');
        }
        if (typeof answer.body === 'function') return yield* answer.body();
        const bytes =
          typeof answer.body === 'string' ? new TextEncoder().encode(answer.body) : (answer.body ?? new Uint8Array());
        for (let k = 0; k < bytes.length; k += 4096) {
          steps.take();
          yield bytes.subarray(k, k + 4096);
        }
      }
      return {
        status: unchanged ? 304 : (answer.status ?? 200),
        header: (name) => answer.headers?.[name] ?? null,
        body: body(),
      };
    },
  };

  get store(): ListStore {
    const { steps } = this;
    return new Proxy(listStore(this.base), {
      get(target, name, receiver) {
        const value: unknown = Reflect.get(target, name, receiver);
        if (typeof value !== 'function') return value;
        return async (...args: unknown[]) => {
          steps.take();
          const result: unknown = await value(...args);
          // Killed after the work was done, before the caller got the result.
          steps.take();
          return result;
        };
      },
    });
  }

  /** Does nothing, because tests store the list at the start. */
  async storeShippedList(): Promise<void> {}

  get ports(): ListsPorts {
    return {
      network: this.network,
      clock: this.clock,
      store: this.store,
      today: () => new Date(this.now).toISOString().slice(0, 10),
      texts: async () => bothLanguages(),
      alone: (work) => work(),
      shippedChannel: async () => this.shipped,
      storeShippedList: () => this.storeShippedList(),
      subscriptions: {
        read: async () => structuredClone(this.saved),
        change: async (change) => {
          this.steps.take();
          this.saved = change(structuredClone(this.saved));
          this.steps.take();
          return this.saved;
        },
      },
    };
  }

  subscribed(more: Partial<Subscription> = {}): Subscription {
    const subscription: Subscription = {
      list: 'harbour-desk',
      url: LIST_URL,
      format: 'tradegloss',
      title: 'Harbour desk',
      key: null,
      private: false,
      ...more,
    };
    this.saved = { subscriptions: [subscription], order: ['tradegloss', subscription.list] };
    return subscription;
  }

  /** Names of the entries in use, in order of their ids. */
  async inUse(id = 'harbour-desk'): Promise<string[]> {
    return (await readList(this.base, id))?.records.entries.map(({ name }) => name) ?? [];
  }

  async state(id = 'harbour-desk') {
    return (await listStore(this.base).state(id)) ?? NEVER_CHECKED;
  }
}

export const forever = (): AbortSignal => new AbortController().signal;

export const check = (
  world: World,
  subscription = world.saved.subscriptions[0] ?? world.subscribed(),
  signal = forever(),
) => updateList(world.ports, subscription, { signal });

/** The content of a settled world: its rows, by table, and its subscriptions. */
interface Settled {
  rows: Record<string, unknown[]>;
  saved: Subscriptions;
}
const settledOnce = new Map<string, Settled>();

async function settle(world: World, subscription: Subscription): Promise<Settled> {
  const { result } = await check(world, { ...subscription, key: null });
  if (result !== 'changed') throw new Error(`the world did not settle: ${result}`);
  const rows: Record<string, unknown[]> = {};
  for (const table of world.base.tables) rows[table.name] = await table.toArray();
  return { rows, saved: structuredClone(world.saved) };
}

/**
 * A world whose list is in use at version 3. Its rows are built once, and copied into each further
 * world.
 */
export async function settled(more: Partial<Subscription> = {}, body = list(3)): Promise<World> {
  const world = new World();
  const subscription = world.subscribed(more);
  world.serve({ body, headers: { 'content-type': 'application/json', etag: '"v3"' } });
  const key = JSON.stringify([more, body]);
  const known = settledOnce.get(key);
  if (!known) {
    settledOnce.set(key, await settle(world, subscription));
    return world;
  }
  const { base } = world;
  world.saved = structuredClone(known.saved);
  await base.transaction('rw', base.tables, () =>
    Promise.all(base.tables.map((table) => table.bulkAdd(known.rows[table.name] ?? []))),
  );
  return world;
}
