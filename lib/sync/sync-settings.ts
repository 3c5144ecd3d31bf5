/**
 * The replica that the user chose, and how its exchanges went. Both are stored only in the database
 * of the user's own data.
 */
import * as v from 'valibot';
import type { OwnBase } from '../terms/terms-db.ts';
import { REPLICA_FAULTS } from './remote.ts';
import { fileUrl, GUARDS } from './webdav-http.ts';

/** `off` until the user chooses. */
export const SyncChoice = v.variant('engine', [
  v.object({ engine: v.literal('off') }),
  v.object({ engine: v.literal('browser') }),
  v.object({
    engine: v.literal('webdav'),
    url: v.string(),
    user: v.string(),
    password: v.string(),
    /** The file is shared with others, so settings are not synced. */
    team: v.boolean(),
    /**
     * The result of the trial at set-up; missing if an older version set up the sync without one.
     */
    guard: v.optional(v.picklist(GUARDS)),
  }),
]);
export type SyncChoice = v.InferOutput<typeof SyncChoice>;

/**
 * The last exchange, as the settings page shows it. `used`: the bytes that the replica holds and
 * may hold.
 */
export const ExchangeState = v.object({
  /** Milliseconds since 1970 of the last successful exchange and of the last try. */
  done: v.nullable(v.number()),
  tried: v.nullable(v.number()),
  /** Failures in a row, and the fault of the last one. */
  failures: v.number(),
  fault: v.nullable(v.picklist(REPLICA_FAULTS)),
  /** HTTP status of the fault, if there is one. */
  status: v.nullable(v.number()),
  /** Terms that others deleted. They stay until the user decides. */
  asked: v.array(v.string()),
  /** Terms that did not fit. */
  left: v.array(v.string()),
  used: v.nullable(v.object({ bytes: v.number(), most: v.number() })),
  /** The time at which the replica was found emptied and was filled again. */
  refilled: v.nullable(v.number()),
  /** The version that the last exchange left, and the revision of the store that it holds. */
  held: v.optional(v.nullable(v.object({ version: v.string(), revision: v.number() })), null),
});
export type ExchangeState = v.InferOutput<typeof ExchangeState>;

/** The state before the first exchange. */
export const NEW_STATE: ExchangeState = {
  done: null,
  tried: null,
  failures: 0,
  fault: null,
  status: null,
  asked: [],
  left: [],
  used: null,
  refilled: null,
  held: null,
};

/** The key under which the last common state is stored; another file has another key. */
export const engineKey = (choice: SyncChoice): string =>
  choice.engine === 'webdav' ? `webdav ${fileUrl(choice.url)}` : choice.engine;

/** The chosen replica; 'off' if the user chose none. */
export const readChoice = async (db: OwnBase): Promise<SyncChoice> =>
  (await db.read('choice', SyncChoice)) ?? { engine: 'off' };
/** The state of the last exchange. */
export const readState = async (db: OwnBase): Promise<ExchangeState> =>
  (await db.read('exchange', ExchangeState)) ?? NEW_STATE;

/**
 * Chooses a replica. The records here and in the earlier replica stay; the earlier password is
 * deleted.
 */
export async function storeChoice(db: OwnBase, choice: SyncChoice): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    await db.meta.put({ key: 'choice', value: choice });
    await db.meta.put({ key: 'exchange', value: NEW_STATE });
  });
}

/** Changes some fields of the stored state and returns the whole state. */
export async function writeState(db: OwnBase, change: Partial<ExchangeState>): Promise<ExchangeState> {
  return db.transaction('rw', db.meta, async () => {
    const state = { ...(await readState(db)), ...change };
    await db.meta.put({ key: 'exchange', value: state });
    return state;
  });
}
