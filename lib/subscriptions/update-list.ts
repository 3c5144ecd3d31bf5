/**
 * One check of one subscription: request it, stage it, judge it, then switch to it or hold it back,
 * and log the changes. The check may be stopped at any step: the list in use stays whole, and the
 * next check continues from there.
 */
import { NotAList } from '../formats/list-format.ts';
import { isReserved } from '../knowledge/model/ids.ts';
import { decide, type UpdateOutcome, type UpdatePorts } from './decide-update.ts';
import { fetchList } from './fetch-list.ts';
import { CheckFailed, type Problem } from './problems.ts';
import { afterFailure, afterSuccess } from './schedule.ts';
import { stageUpdate, verdictOf } from './stage-update.ts';
import type { CheckState, Subscription } from './subscription.ts';
import { isOfSignature } from './trust.ts';

/** Aborting `signal` ends the check and leaves the list in use as it is. */
export interface UpdateOptions {
  signal: AbortSignal;
  /** Bytes received so far, and in total if the server says. */
  onProgress?: (bytes: number, announced: number | null) => void;
}

/**
 * A full disk appears as an error of its own, as the cause of an aborted transaction, or as one of
 * several failed writes.
 */
function isFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { inner, failures } = error as { inner?: unknown; failures?: unknown };
  return error.name === 'QuotaExceededError' || isFull(inner) || (Array.isArray(failures) && failures.some(isFull));
}

/** The problem in the user's terms. */
export function problemOf(error: unknown): { problem: Problem; retryAfter: number | null } {
  if (error instanceof CheckFailed) return { problem: error.problem, retryAfter: error.retryAfter };
  if (error instanceof NotAList) {
    const { code, detail, notes } = error;
    return { problem: { code, detail, ...(notes.length > 0 && { notes: [...notes] }) }, retryAfter: null };
  }
  if (isFull(error)) return { problem: { code: 'no_room', detail: '' }, retryAfter: null };
  return {
    problem: {
      code: 'storage',
      detail: error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 300) : String(error),
    },
    retryAfter: null,
  };
}

/**
 * Cleans up after a failed check: drops the staged records and delays the next try, longer after
 * each failure.
 */
export async function failedCheck(
  { store, clock }: Pick<UpdatePorts, 'store' | 'clock'>,
  list: string,
  before: CheckState,
  error: unknown,
): Promise<UpdateOutcome> {
  const { problem, retryAfter } = problemOf(error);
  // If the storage is broken, these writes may fail too. A held update is kept; the next update
  // that is fetched replaces it.
  const waiting = before.held && (await store.waiting(list).catch(() => null));
  if (!waiting) await store.drop(list).catch(() => undefined);
  // The user cancelled the check, so the state of the list does not change.
  if (problem.code === 'cancelled') return { result: 'failed', state: before, problem };
  const failures = before.failures + 1;
  const state: CheckState = {
    ...before,
    lastChecked: clock.now(),
    failures,
    problem,
    nextCheck: afterFailure(clock.now(), failures, retryAfter, clock.random()),
  };
  await store.setState(list, state).catch(() => undefined);
  return { result: 'failed', state, problem };
}

/** Failures of the server, the list or the disk are outcomes, not rejections. */
export async function updateList(
  ports: UpdatePorts,
  subscription: Subscription,
  options: UpdateOptions,
): Promise<UpdateOutcome> {
  const { store, clock } = ports;
  const { list } = subscription;
  let state = await store.state(list);
  try {
    const current = await store.header(list);
    const { held } = state;
    const waiting = held !== null && !held.reasons.some(isOfSignature) && (await store.waiting(list)) !== null;
    // A list that an earlier version of the extension stored is fetched again, to be written in
    // packs.
    const validators =
      current?.nextPack === undefined ? null : waiting ? held.validators : held ? null : state.validators;
    let announced: number | null = null;
    const fetched = await fetchList(ports.network, clock, {
      url: subscription.url,
      validators: validators?.etag || validators?.lastModified ? validators : null,
      wantSignature: subscription.key !== null,
      mapping: subscription.mapping,
      otherHosts: subscription.otherHosts,
      signal: options.signal,
      onProgress: (bytes) => options.onProgress?.(bytes, announced),
    });
    const checked = (expires: number): CheckState => ({
      ...state,
      lastChecked: clock.now(),
      nextCheck: afterSuccess(clock.now(), expires, clock.random()),
      failures: 0,
      problem: null,
    });
    if (!fetched) {
      state = checked(current?.expires ?? 24);
      await store.setState(list, state);
      return state.held ? { result: 'held', state, held: state.held } : { result: 'unchanged', state };
    }
    announced = fetched.announced;
    if (held) {
      // The held update is replaced by the newer one.
      state = { ...state, held: null };
      await store.setState(list, state);
    }
    const checkId = (id: string) => {
      if (isReserved(id)) throw new CheckFailed('id_taken', id);
      if (id !== list) throw new CheckFailed('other_list', id);
    };
    const update = await stageUpdate(store, fetched, {
      url: subscription.url,
      now: clock.now(),
      people: subscription.people,
      mapping: subscription.mapping,
      signal: options.signal,
      checkId,
    });
    const verdict = await verdictOf(fetched, subscription.key);
    return await decide(
      ports,
      { list, isPinned: subscription.key !== null },
      {
        current: current ?? null,
        update,
        verdict,
        validators: fetched.validators,
        checked: checked(update.staged.header.expires),
      },
    );
  } catch (error) {
    return failedCheck(ports, list, state, error);
  }
}
