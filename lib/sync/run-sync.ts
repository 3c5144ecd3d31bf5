/**
 * Runs one exchange with the replica that the user chose, settings included, and stores its result.
 */
import * as v from 'valibot';
import type { OwnStore } from '../terms/own-store.ts';
import { BrowserReplica, type SyncArea } from './remote-browser.ts';
import { engineKey, readChoice, readState, writeState, type SyncChoice, type ExchangeState } from './sync-settings.ts';
import { CommonState } from './merge-base.ts';
import { exchange, type SyncOutcome } from './sync-once.ts';
import { ReplicaError, type Replica } from './remote.ts';
import { SETTINGS, settingsChanges, settingsFrom } from './settings-record.ts';
import { originOf, type Fetch } from './webdav-http.ts';
import { WebdavReplica } from './remote-webdav.ts';

/** All that an exchange gets from outside; tests pass others. */
export interface RunPorts {
  store: OwnStore;
  area: SyncArea;
  fetch: Fetch;
  now: () => number;
  wait: (ms: number) => Promise<void>;
  /** True if the browser allows requests to this origin. */
  mayReach: (origin: string) => Promise<boolean>;
  /** The settings that differ from their defaults. */
  readSettings: () => Promise<Record<string, unknown>>;
  /** Writes the settings if they are still `expected`; false if the user changed them meanwhile. */
  writeSettings: (expected: Sparse, sparse: Sparse) => Promise<boolean>;
}

type Sparse = Record<string, unknown>;
const isSettings = (id: string) => id === SETTINGS;

async function placeOf(
  choice: Exclude<SyncChoice, { engine: 'off' }>,
  { store, area, fetch, now, wait, mayReach }: RunPorts,
): Promise<Replica> {
  if (choice.engine === 'browser') return new BrowserReplica(area, (await store.device()).id, now);
  if (!(await mayReach(originOf(choice.url)))) throw new ReplicaError('no-permission');
  // If the server was not tried, the most careful guard is used.
  return new WebdavReplica({ ...choice, guard: choice.guard ?? 'seconds' }, { fetch, now, wait });
}

const sharesSettings = (choice: SyncChoice): boolean =>
  choice.engine === 'browser' || (choice.engine === 'webdav' && !choice.team);

/**
 * The settings at the last exchange. Any difference from them is a change that the user made on
 * this device.
 */
const SEEN = 'settings';
const Seen = v.record(v.string(), v.unknown());
let noting: Promise<unknown> = Promise.resolve();

async function note(store: OwnStore, now: Sparse): Promise<boolean> {
  if (!sharesSettings(await readChoice(store.db))) return false;
  const changes = settingsChanges((await store.db.read(SEEN, Seen)) ?? {}, now);
  if (Object.keys(changes).length > 0) await store.writeRecord(SETTINGS, changes);
  await store.db.meta.put({ key: SEEN, value: now });
  return Object.keys(changes).length > 0;
}

/** Records a change of settings at once, so that it gets its own time. True if there was one. */
export function noteSettings(store: OwnStore, now: Sparse): Promise<boolean> {
  const next = noting.then(() => note(store, now));
  noting = next.catch(() => undefined);
  return next;
}

const MAX_TRIES = 5;

/**
 * Writes the settings of the record to this browser. If the user changes a setting meanwhile, that
 * change is recorded and the write is tried again.
 */
async function takeSettings({ store, readSettings, writeSettings }: RunPorts): Promise<void> {
  for (let n = 0; n < MAX_TRIES; n++) {
    const here = await readSettings();
    await noteSettings(store, here);
    const wanted = settingsFrom(here, (await store.db.readSome([SETTINGS]))[0]);
    if (Object.keys(settingsChanges(here, wanted)).length === 0) return;
    if (!(await writeSettings(here, wanted))) continue;
    await store.db.meta.put({ key: SEEN, value: wanted });
    return;
  }
}

/** The version that both sides had after the last exchange; null if this side changed since. */
async function versionHeld(store: OwnStore, { asked, held }: ExchangeState): Promise<string | null> {
  return asked.length === 0 && held?.revision === (await store.revision()) ? held.version : null;
}

/** The fields of the state that an outcome changes. */
function stateAfter(outcome: SyncOutcome, now: number): Partial<ExchangeState> {
  if (outcome.kind === 'asked') return { asked: outcome.ids, fault: null, status: null, failures: 0, held: null };
  if (outcome.kind === 'same') return { done: now, fault: null, status: null, failures: 0 };
  const { placed, refilled, revision } = outcome;
  return {
    done: now,
    failures: 0,
    fault: placed.left.length > 0 ? 'full' : null,
    status: null,
    asked: [],
    left: placed.left,
    used: placed.used ?? null,
    held: placed.version === null ? null : { version: placed.version, revision },
    ...(refilled && { refilled: now }),
  };
}

/**
 * `answer`: the user's answer about terms that others deleted. Null if no replica is chosen, or if
 * the user chose another one meanwhile.
 */
export async function runExchange(
  ports: RunPorts,
  answer: 'keep' | 'delete' | null = null,
): Promise<ExchangeState | null> {
  const { store, now } = ports;
  const choice = await readChoice(store.db);
  if (choice.engine === 'off') return null;
  await store.settleClock();
  const before = await readState(store.db);
  const asked = before.asked;
  if (answer === 'keep') await store.keep(asked);
  const finish = async (change: Partial<ExchangeState>) => {
    // The user chose another replica meanwhile, so the result of this run no longer counts.
    if (JSON.stringify(await readChoice(store.db)) !== JSON.stringify(choice)) return null;
    return writeState(store.db, { tried: now(), ...change });
  };
  try {
    const withSettings = sharesSettings(choice);
    if (withSettings) await noteSettings(store, await ports.readSettings());
    const outcome = await exchange({
      store,
      common: new CommonState(store.db, engineKey(choice), now),
      place: await placeOf(choice, ports),
      now,
      wait: ports.wait,
      takesPart: (id) => withSettings || !isSettings(id),
      allowed: new Set(answer === 'delete' ? asked : []),
      held: await versionHeld(store, before),
    });
    if (outcome.kind === 'done' && withSettings) await takeSettings(ports);
    return await finish(stateAfter(outcome, now()));
  } catch (error) {
    // An error other than ReplicaError is our own fault. To report it as an unreachable server
    // would mislead the user.
    const { fault, status } = error instanceof ReplicaError ? error : new ReplicaError('internal', { cause: error });
    if (fault === 'internal') console.error('An exchange of terms failed', error);
    return finish({ fault, status: status ?? null, failures: before.failures + 1 });
  }
}
