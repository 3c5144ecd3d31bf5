/** The user takes an update that was held back, or keeps the old copy. */
import { stagedOf } from '../store/lists/staged.ts';
import type { ListStore } from './list-store.ts';
import type { CheckState } from './subscription.ts';
import { isOfSignature } from './trust.ts';
import { logOf, type UpdatePorts } from './decide-update.ts';

/** False if the held update is gone: another check has replaced it meanwhile. */
export async function acceptHeld(
  ports: Pick<UpdatePorts, 'store' | 'clock' | 'today' | 'texts'>,
  list: string,
): Promise<boolean> {
  const { store } = ports;
  const now = ports.clock.now();
  const state = await store.state(list);
  const { held } = state;
  const header = await store.waiting(list);
  const staged = held && header ? await stagedOf(store, header) : null;
  if (!held || !staged || !(await store.switchTo(list, await logOf(ports, staged, now)))) return false;
  const next: CheckState = {
    ...state,
    held: null,
    validators: held.validators,
    bytes: held.bytes,
    notes: held.notes,
    lastChanged: now,
    signer: held.signer,
    // The user accepted the smaller list: later updates are compared with its size.
    past: [],
  };
  await store.setState(list, next);
  await store.sweep(list);
  return true;
}

/**
 * Keeps the version in use. The same update is not offered again, unless it was held for its
 * signature alone.
 */
export async function declineHeld(store: ListStore, list: string): Promise<void> {
  const state = await store.state(list);
  const { held } = state;
  if (!held) return;
  await store.setState(list, {
    ...state,
    held: null,
    ...(held.reasons.some(isOfSignature) ? {} : { validators: held.validators }),
  });
  await store.drop(list);
}

/** The names of entries that the held update would remove, and of those that it would add. */
export async function heldEntries(
  store: ListStore,
  list: string,
  most = 200,
): Promise<{ lost: string[]; added: string[] }> {
  const header = await store.waiting(list);
  const staged = header ? await stagedOf(store, header) : null;
  if (!header || !staged) return { lost: [], added: [] };
  const names = async (generation: number, ids: readonly string[]) =>
    (await store.entries(list, generation, ids.slice(0, most))).map(({ name }) => name);
  return {
    lost: await names(staged.before?.generation ?? 0, staged.removed.ids),
    added: await names(header.generation, staged.added.ids),
  };
}
