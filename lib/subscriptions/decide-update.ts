/**
 * Decides about a staged update: holds it back, drops it as unchanged, or puts it into use and logs
 * its changes. Subscribed lists and the built-in list share this.
 */
import type { Translations } from '../i18n/translate.ts';
import type { Day } from '../knowledge/model/schema.ts';
import { phrasesIn, type StoredChanges, type StoredList } from '../store/db.ts';
import { isUnchanged, type Staged } from '../store/lists/staged.ts';
import { changeLog, MAX_LINES, countLawOnly } from './change-log.ts';
import type { ListStore } from './list-store.ts';
import type { Verdict } from './minisign.ts';
import type { Clock, Network } from './ports.ts';
import { CheckFailed, type Problem } from './problems.ts';
import { afterFailure } from './schedule.ts';
import { signerOf, type StagedUpdate } from './stage-update.ts';
import type { CheckState, HeldUpdate, Validators } from './subscription.ts';
import { isOfSignature, largestOf, reasonsToHold, rememberSize } from './trust.ts';

/** All that an update of a list gets from outside; tests pass others. */
export interface UpdatePorts {
  network: Network;
  clock: Clock;
  store: ListStore;
  /** The user's calendar day. */
  today: () => Day;
  texts: () => Promise<Translations>;
}

/** The result of one check of one list. `state` is stored. */
export type UpdateOutcome =
  | { result: 'changed' | 'unchanged'; state: CheckState }
  | { result: 'held'; state: CheckState; held: HeldUpdate }
  | { result: 'failed'; state: CheckState; problem: Problem };

const MAX_NOTES_KEPT = 50;
/** The notes as they are stored: both counts, and the first notes. */
export const notesOf = ({ notes }: Pick<StagedUpdate, 'notes'>): CheckState['notes'] => ({
  refused: notes.refused,
  clipped: notes.clipped,
  kept: notes.kept.slice(0, MAX_NOTES_KEPT),
});

/** The log of a staged update, compared with the version in use. */
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
    added: added.count,
    removed: removed.count,
    changed: changed.count,
  };
  if (!before) return { ...counts, lines: [] };
  const ids = { added: added.ids, changed: changed.ids, removed: removed.ids };
  const wanted = Object.values(ids).flatMap((some) => some.slice(0, MAX_LINES));
  const side = async (of: StoredList) => {
    const { generation } = of;
    const records = law.length > 0 ? await store.law(list, generation) : { controls: [], acts: [] };
    const covered = records.controls.flatMap(({ covers, text, by }) => [
      text.instrument,
      by,
      ...covers.flatMap(({ entry, list: group }) => entry ?? group ?? []),
    ]);
    const phrases = phrasesIn(of);
    return {
      ...records,
      phrases,
      entries: await store.entries(list, generation, [...new Set([...wanted, ...covered])]),
    };
  };
  const [old, now] = [await side(before), await side(header)];
  const lines = changeLog(
    { before: old, after: now, ...ids, law },
    today(),
    await texts(),
    law.length + changed.count > 0 ? await store.builtInEntries() : [],
  );
  return {
    ...counts,
    changed: changed.count + countLawOnly(lines, ids),
    lines,
  };
}

/** The most names that a held update keeps of the entries it would remove. */
const MAX_LOST_NAMES = 12;

/**
 * A staged update and the version in use. `checked`: the state of the list if only the check itself
 * is recorded.
 */
export interface UpdateToDecide {
  current: StoredList | null;
  update: StagedUpdate;
  verdict: Verdict | null;
  validators: Validators;
  checked: CheckState;
}

/** `isPinned`: an update needs a good signature of a known key, or the user's consent. */
interface Pinned {
  list: string;
  isPinned: boolean;
}

/** Holds an update back, drops it as unchanged, or puts it into use. */
export async function decide(
  ports: UpdatePorts,
  { list, isPinned }: Pinned,
  { current, update, verdict, validators, checked }: UpdateToDecide,
): Promise<UpdateOutcome> {
  const { store, clock } = ports;
  const { staged } = update;
  const { header } = staged;
  /** The fields that are kept of an update, whether it is held back or put into use. */
  const kept = { validators, bytes: update.bytes, signer: signerOf(verdict), notes: notesOf(update) };
  const largest = current && largestOf(current, checked.past, clock.now());
  const goneControls = staged.goneLaw.filter((id) => id.startsWith('control/')).length;
  const reasons = reasonsToHold({
    pinned: isPinned,
    verdict,
    before: current && largest && { ...current, version: update.statedVersion ? current.version : 0, largest },
    now: header,
    lost: {
      size: staged.removed.count,
      controls: goneControls,
      acts: staged.goneLaw.length - goneControls,
    },
    clock: clock.now(),
  });
  if (reasons.length > 0) {
    // The database was lost, and with it the list. The user never trusted the version that the
    // server has now.
    if (!current) throw new CheckFailed('not_signed', reasons.join(', '));
    const gone = await store.entries(list, current.generation, staged.removed.ids.slice(0, MAX_LOST_NAMES));
    const held: HeldUpdate = {
      ...kept,
      reasons,
      at: clock.now(),
      version: header.version,
      size: header.size,
      lost: staged.removed.count,
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
  // A list that an earlier version of the extension stored is written again in packs.
  const isStoredAlike = current?.nextPack !== undefined;
  if (isUnchanged(staged) && isStoredAlike && current.version === header.version && current.title === header.title) {
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
