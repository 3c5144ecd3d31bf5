/**
 * One check of one subscription: request, read into staging, judge, switch or hold back, log the
 * changes. May be stopped at any step; the list in use stays whole and the next check continues
 * from there.
 */
import { NotAList } from '../formats/list-format.ts';
import type { Translations } from '../i18n/translate.ts';
import { isReserved } from '../knowledge/model/ids.ts';
import type { Day } from '../knowledge/model/schema.ts';
import type { StoredChanges, StoredList } from '../store/db.ts';
import { isUnchanged, type Staged } from '../store/lists/stager.ts';
import { changeLog, MOST_LINES, ofLawAlone } from './change-log.ts';
import { fetchList } from './fetch-list.ts';
import type { ListStore } from './list-store.ts';
import type { Clock, Network } from './ports.ts';
import { CheckFailed, type Problem } from './problems.ts';
import { afterFailure, afterSuccess } from './schedule.ts';
import type { Verdict } from './minisign.ts';
import { signerOf, stageUpdate, verdictOf, type StagedUpdate } from './stage-update.ts';
import type { CheckState, Held, Subscription, Validators } from './subscription.ts';
import { isOfSignature, largestOf, reasonsToHold, rememberSize } from './trust.ts';

export interface UpdatePorts {
  network: Network;
  clock: Clock;
  store: ListStore;
  /** The user's calendar day. */
  today: () => Day;
  texts: () => Promise<Translations>;
}

export interface UpdateOptions {
  signal: AbortSignal;
  /** Bytes so far, and in all where the server says. */
  onProgress?: (bytes: number, announced: number | null) => void;
}

export type Outcome =
  | { result: 'changed' | 'unchanged'; state: CheckState }
  | { result: 'held'; state: CheckState; held: Held }
  | { result: 'failed'; state: CheckState; problem: Problem };

const MOST_NOTES_KEPT = 50;
export const notesOf = ({ notes }: Pick<StagedUpdate, 'notes'>): CheckState['notes'] => ({
  refused: notes.refused,
  clipped: notes.clipped,
  kept: notes.kept.slice(0, MOST_NOTES_KEPT),
});

/**
 * A full disk shows as an error of its own, as the reason of a transaction that was ended, or of
 * some of many writings.
 */
function isFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { inner, failures } = error as { inner?: unknown; failures?: unknown };
  return error.name === 'QuotaExceededError' || isFull(inner) || (Array.isArray(failures) && failures.some(isFull));
}

/** The action that failed, in the user's terms. */
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

/** The log of an update that is staged, against what is in use. */
export async function logOf(
  { store, today, texts }: Pick<UpdatePorts, 'store' | 'today' | 'texts'>,
  staged: Staged,
  at: number,
): Promise<StoredChanges> {
  const { header, before, added, changed, removed, law } = staged;
  const list = header.id;
  const counts = {
    list,
    at,
    from: before?.version ?? null,
    to: header.version,
    added: added.length,
    removed: removed.length,
    changed: changed.length,
  };
  if (!before) return { ...counts, lines: [] };
  const wanted = [...added, ...changed, ...removed].slice(0, 3 * MOST_LINES);
  const side = async (generation: number) => {
    const records = law.length > 0 ? await store.law(list, generation) : { controls: [], acts: [] };
    const covered = records.controls.flatMap(({ covers, text, by }) => [
      text.instrument,
      by,
      ...covers.flatMap(({ entry, list: group }) => entry ?? group ?? []),
    ]);
    return { ...records, entries: await store.entries(list, generation, [...new Set([...wanted, ...covered])]) };
  };
  const [old, now] = [await side(before.generation), await side(header.generation)];
  const lines = changeLog(
    { before: old, after: now, added, changed, removed, law },
    today(),
    await texts(),
    law.length + changed.length > 0 ? await store.builtInEntries() : [],
  );
  return {
    ...counts,
    changed: changed.length + ofLawAlone(lines, staged),
    lines,
  };
}

/** Never rejects for what a server, a list or a full disk may do: that is an outcome. */
export async function updateList(
  ports: UpdatePorts,
  subscription: Subscription,
  options: UpdateOptions,
): Promise<Outcome> {
  const { store, clock } = ports;
  const { list } = subscription;
  let state = await store.state(list);
  try {
    const current = await store.header(list);
    const { held } = state;
    const waiting = held !== null && !held.reasons.some(isOfSignature) && (await store.waiting(list)) !== null;
    const validators = !current ? null : waiting ? held.validators : held ? null : state.validators;
    let announced: number | null = null;
    const fetched = await fetchList(ports.network, clock, {
      url: subscription.url,
      validators: validators?.etag || validators?.lastModified ? validators : null,
      wantSignature: subscription.key !== null,
      mapping: subscription.mapping,
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
      // A staged update makes way for a newer one.
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
    return await decide(ports, subscription, {
      current: current ?? null,
      update,
      verdict,
      validators: fetched.validators,
      checked: checked(update.staged.header.expires),
    });
  } catch (error) {
    const { problem, retryAfter } = problemOf(error);
    if (problem.code === 'cancelled') {
      // The user's own doing: nothing is wrong with the list, and all is as it was.
      await store.drop(list).catch(() => undefined);
      return { result: 'failed', state, problem };
    }
    const failures = state.failures + 1;
    state = {
      ...state,
      lastChecked: clock.now(),
      failures,
      problem,
      nextCheck: afterFailure(clock.now(), failures, retryAfter, clock.random()),
    };
    // With the storage broken there may be nowhere to write this either.
    await store.drop(list).catch(() => undefined);
    await store.setState(list, state).catch(() => undefined);
    return { result: 'failed', state, problem };
  }
}

/** Names in a held update's list of removals. */
const MOST_LOST = 12;

/**
 * The update, beside the version in use; `checked`: the state of the list if nothing else happened.
 */
interface Arrived {
  current: StoredList | null;
  update: StagedUpdate;
  verdict: Verdict | null;
  validators: Validators;
  checked: CheckState;
}

/** Holds an update back, finds nothing new in it, or takes it. */
async function decide(
  ports: UpdatePorts,
  { list, key }: Subscription,
  { current, update, verdict, validators, checked }: Arrived,
): Promise<Outcome> {
  const { store, clock } = ports;
  const { staged } = update;
  const { header } = staged;
  /** The fields kept of an update, whether held back or applied. */
  const kept = { validators, bytes: update.bytes, signer: signerOf(verdict), notes: notesOf(update) };
  const largest = current && largestOf(current, checked.past, clock.now());
  const goneControls = staged.goneLaw.filter((id) => id.startsWith('control/')).length;
  const reasons = reasonsToHold({
    pinned: key !== null,
    verdict,
    before: current && largest && { ...current, version: update.statedVersion ? current.version : 0, largest },
    now: header,
    lost: {
      size: staged.removed.length,
      controls: goneControls,
      acts: staged.goneLaw.length - goneControls,
    },
    clock: clock.now(),
  });
  if (reasons.length > 0) {
    // The list was lost with the database, and what the server has now is not what the user
    // trusted.
    if (!current) throw new CheckFailed('not_signed', reasons.join(', '));
    const gone = await store.entries(list, current.generation, staged.removed.slice(0, MOST_LOST));
    const held: Held = {
      ...kept,
      reasons,
      at: clock.now(),
      version: header.version,
      size: header.size,
      lost: staged.removed.length,
      lostLaw: staged.goneLaw.length,
      largest: largest?.size ?? 0,
      sample: gone.map(({ name }) => name),
    };
    const state: CheckState = {
      ...checked,
      held,
      ...(reasons.some(isOfSignature) && { nextCheck: afterFailure(clock.now(), 3, null, clock.random()) }),
    };
    await store.setState(list, state);
    return { result: 'held', state, held };
  }
  const state: CheckState = { ...checked, ...kept, held: null };
  if (isUnchanged(staged) && current?.version === header.version && current.title === header.title) {
    await store.drop(list);
    await store.setState(list, state);
    return { result: 'unchanged', state };
  }
  const changes = isUnchanged(staged) ? null : await logOf(ports, staged, clock.now());
  if (!(await store.switchTo(list, changes))) throw new Error('another update of this list went first');
  const done: CheckState = {
    ...state,
    lastChanged: isUnchanged(staged) ? state.lastChanged : clock.now(),
    past: current ? [...rememberSize(state.past, current, clock.now())] : [],
  };
  await store.setState(list, done);
  await store.sweep(list);
  return { result: isUnchanged(staged) ? 'unchanged' : 'changed', state: done };
}
