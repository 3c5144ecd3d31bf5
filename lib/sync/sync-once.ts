/**
 * One exchange with a replica: read, merge, write. A crash or a lost connection may end it after
 * any step without loss: what arrived is stored before anything is sent, and the common state is
 * stored last.
 */
import type { OwnStore } from '../terms/own-store.ts';
import type { Records } from '../terms/record.ts';
import type { CommonState } from './merge-base.ts';
import { recordToSend } from './serialize-records.ts';
import { ReplicaError, type Replica, type WriteResult } from './remote.ts';

/** `common`: the state that this device and the replica had last in common. */
export interface ExchangeOptions {
  store: OwnStore;
  common: CommonState;
  place: Replica;
  now: () => number;
  wait: (ms: number) => Promise<void>;
  /** True if a record is synced. Settings are not synced with a team's file. */
  takesPart: (id: string) => boolean;
  /** Ids of the deletions that the user confirmed. */
  allowed: ReadonlySet<string>;
  /**
   * The version that the last exchange left, if nothing changed here since. A replica that still
   * has it need not be read.
   */
  held: string | null;
}

/** The result of one exchange. Faults are thrown as ReplicaError. */
export type SyncOutcome =
  /** The user must confirm the deletion of these terms; nothing was changed. */
  | { kind: 'asked'; ids: string[] }
  /** Neither side changed since the last exchange. */
  | { kind: 'same' }
  /**
   * `refilled`: the replica had been emptied and was filled again. `revision`: the state of the
   * store that was sent.
   */
  | { kind: 'done'; refilled: boolean; placed: WriteResult; revision: number };

const MAX_TRIES = 6;
/**
 * Milliseconds before the second try; later pauses grow. Others may be writing, and a server may
 * need a second to tell versions apart.
 */
const RETRY_PAUSE_MS = 300;

const only = (records: Records, takesPart: (id: string) => boolean): Records =>
  new Map([...records].filter(([id]) => takesPart(id)));

/** Throws ReplicaError. */
export async function exchange(options: ExchangeOptions): Promise<SyncOutcome> {
  for (let tries = 1; ; tries++) {
    try {
      return await tryExchange(tries === 1 ? options : { ...options, held: null });
    } catch (error) {
      if (!(error instanceof ReplicaError) || error.fault !== 'changed' || tries >= MAX_TRIES) throw error;
      await options.wait(RETRY_PAUSE_MS * tries);
    }
  }
}

async function tryExchange({
  store,
  common,
  place,
  now,
  takesPart,
  allowed,
  held,
}: ExchangeOptions): Promise<SyncOutcome> {
  const copy = await place.read(held);
  if (!copy) return { kind: 'same' };
  const absorbed = await common.absorb(only(copy.records, takesPart), allowed);
  if (absorbed.asked) return { kind: 'asked', ids: absorbed.asked };
  const refilled = copy.empty && (await common.records()).size > 0;
  await common.confirm(only(copy.known, takesPart).values());
  // Records of the replica that are not synced here, such as a user's settings, are written back
  // unchanged.
  const foreign = [...copy.records.values()].filter(({ id }) => !takesPart(id));
  const revision = await store.revision();
  const records = [...(await store.records()).values()].filter(({ id }) => takesPart(id));
  const outgoing = [...records.flatMap((record) => recordToSend(record, now()) ?? []), ...foreign];
  const placed = await place.write(outgoing, copy);
  if (placed.known) await common.confirm(outgoing.filter(({ id }) => takesPart(id)));
  return { kind: 'done', refilled, placed, revision };
}
