/**
 * Which engine the user chose, and how its exchanges went: both in the database of the user's own,
 * and nowhere else.
 */
import * as v from 'valibot';
import type { OwnBase } from '../terms/terms-db.ts';
import { PLACE_FAULTS } from './remote.ts';
import { fileUrl, GUARDS } from './webdav-http.ts';

export const Choice = v.variant('engine', [
  v.object({ engine: v.literal('off') }),
  v.object({ engine: v.literal('browser') }),
  v.object({
    engine: v.literal('webdav'),
    url: v.string(),
    user: v.string(),
    password: v.string(),
    /** The file is shared with others: settings stay at home. */
    team: v.boolean(),
    /**
     * The result of the trial at set-up; missing where the sync was set up before there was one.
     */
    guard: v.optional(v.picklist(GUARDS)),
  }),
]);
export type Choice = v.InferOutput<typeof Choice>;

export const ExchangeState = v.object({
  /** Milliseconds since 1970: the last that was finished, and the last that was tried. */
  done: v.nullable(v.number()),
  tried: v.nullable(v.number()),
  /** Failures in a row, and what the last one was. */
  failures: v.number(),
  fault: v.nullable(v.picklist(PLACE_FAULTS)),
  /** HTTP status of the fault, where there is one. */
  status: v.nullable(v.number()),
  /** Terms that others deleted and that stay until the user says. */
  asked: v.array(v.string()),
  /** Terms for which there is no room. */
  left: v.array(v.string()),
  used: v.nullable(v.object({ bytes: v.number(), most: v.number() })),
  /** When the place was found emptied and filled again. */
  refilled: v.nullable(v.number()),
  /** The result of the last exchange: the place's version, of this revision of the store. */
  held: v.optional(v.nullable(v.object({ version: v.string(), revision: v.number() })), null),
});
export type ExchangeState = v.InferOutput<typeof ExchangeState>;

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

/** The key of the last common state: another file is another place. */
export const engineKey = (choice: Choice): string =>
  choice.engine === 'webdav' ? `webdav ${fileUrl(choice.url)}` : choice.engine;

export const readChoice = async (db: OwnBase): Promise<Choice> =>
  (await db.read('choice', Choice)) ?? { engine: 'off' };
export const readState = async (db: OwnBase): Promise<ExchangeState> =>
  (await db.read('exchange', ExchangeState)) ?? NEW_STATE;

/**
 * Chooses an engine. Records here and at the old place stay; a password is deleted with its engine.
 */
export async function choose(db: OwnBase, choice: Choice): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    await db.meta.put({ key: 'choice', value: choice });
    await db.meta.put({ key: 'exchange', value: NEW_STATE });
  });
}

export async function writeState(db: OwnBase, change: Partial<ExchangeState>): Promise<ExchangeState> {
  return db.transaction('rw', db.meta, async () => {
    const state = { ...(await readState(db)), ...change };
    await db.meta.put({ key: 'exchange', value: state });
    return state;
  });
}
