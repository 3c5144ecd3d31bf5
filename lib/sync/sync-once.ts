/**
 * One exchange with a place: read, merge, write. It may end after any step, by a crash or a cut
 * line, and nothing is lost: what came in is stored before anything goes out, and the last common
 * state is noted last of all.
 */
import type { OwnStore } from '../terms/own-store.ts';
import type { Records } from '../terms/record.ts';
import type { CommonState } from './merge-base.ts';
import { outward } from './serialize-records.ts';
import { ReplicaError, type Replica, type Placed } from './remote.ts';

export interface ExchangeOptions {
  store: OwnStore;
  common: CommonState;
  place: Replica;
  now: () => number;
  wait: (ms: number) => Promise<void>;
  /** True if a record is synced: settings may stay at home. */
  takesPart: (id: string) => boolean;
  /** Deletions that the user said yes to. */
  allowed: ReadonlySet<string>;
  /**
   * The version that the last exchange left, if nothing was changed here since: a place that still
   * has it need not be read.
   */
  held: string | null;
}

export type Outcome =
  /** The user is asked whether these terms may go; nothing was changed. */
  | { kind: 'asked'; ids: string[] }
  /** Nothing was written, there or here, since the last exchange. */
  | { kind: 'same' }
  /**
   * `refilled`: the place had been emptied and was filled again. `revision`: of the store, as it
   * was sent out.
   */
  | { kind: 'done'; refilled: boolean; placed: Placed; revision: number };

const MAX_TRIES = 6;
/**
 * Milliseconds, growing: others write meanwhile, and a server may need a second to tell versions
 * apart.
 */
const RETRY_PAUSE_MS = 300;

const only = (records: Records, takesPart: (id: string) => boolean): Records =>
  new Map([...records].filter(([id]) => takesPart(id)));

/** Throws ReplicaError. */
export async function exchange(options: ExchangeOptions): Promise<Outcome> {
  for (let tries = 1; ; tries++) {
    try {
      return await once(tries === 1 ? options : { ...options, held: null });
    } catch (error) {
      if (!(error instanceof ReplicaError) || error.fault !== 'changed' || tries >= MAX_TRIES) throw error;
      await options.wait(RETRY_PAUSE_MS * tries);
    }
  }
}

async function once({ store, common, place, now, takesPart, allowed, held }: ExchangeOptions): Promise<Outcome> {
  const copy = await place.read(held);
  if (!copy) return { kind: 'same' };
  const absorbed = await common.absorb(only(copy.records, takesPart), allowed);
  if (absorbed.asked) return { kind: 'asked', ids: absorbed.asked };
  const refilled = copy.empty && (await common.records()).size > 0;
  await common.confirm(only(copy.known, takesPart).values());
  // Other users' records at the place go back unchanged.
  const foreign = [...copy.records.values()].filter(({ id }) => !takesPart(id));
  const revision = await store.revision();
  const records = [...(await store.records()).values()].filter(({ id }) => takesPart(id));
  const outgoing = [...records.flatMap((record) => outward(record, now()) ?? []), ...foreign];
  const placed = await place.write(outgoing, copy);
  if (placed.known) await common.confirm(outgoing.filter(({ id }) => takesPart(id)));
  return { kind: 'done', refilled, placed, revision };
}
