/** Compares the present states of followed measures with those that the user saw. */
import type { SeenState, SeenStates } from './follow-record.ts';

/** The present state of a measure. */
export interface StateNow {
  id: string;
  state: SeenState;
  /** Controls that this one continues. */
  continues: readonly string[];
  /** The measure has ended or never began. */
  isOver: boolean;
}

/** A change of one measure. `from`: null if it is new; `to`: null if it is gone. */
export interface StateChange<T extends StateNow> {
  id: string;
  from: SeenState | null;
  to: T | null;
}

/** The seen state of a measure, under its own id or the id of a measure that it continues. */
function seenOf(seen: SeenStates, { id, continues }: StateNow): { id: string; state: SeenState } | null {
  const known = [id, ...continues].find((one) => Object.hasOwn(seen, one));
  const state = known === undefined ? undefined : seen[known];
  return known !== undefined && state ? { id: known, state } : null;
}

/**
 * The measures that changed in law, are new or were removed. A new id for the same measure is no
 * change. A measure that began and ended before the user saw it is left out.
 */
export function compareStates<T extends StateNow>(seen: SeenStates, now: readonly T[]): StateChange<T>[] {
  const met = new Set<string>();
  const changed: StateChange<T>[] = [];
  const fresh: T[] = [];
  for (const one of now) {
    const before = seenOf(seen, one);
    for (const id of [one.id, ...one.continues]) met.add(id);
    if (!before) fresh.push(one);
    else if (before.state.key !== one.state.key) changed.push({ id: one.id, from: before.state, to: one });
  }
  const gone = Object.entries(seen).filter(([id]) => !met.has(id));
  for (const one of fresh) {
    const renamed = gone.findIndex(([, { key }]) => key === one.state.key);
    if (renamed >= 0) gone.splice(renamed, 1);
    else if (!one.isOver) changed.push({ id: one.id, from: null, to: one });
  }
  return [...changed, ...gone.map(([id, from]) => ({ id, from, to: null }))];
}

/** The seen states after the user looked at some of the changes; the others stay unseen. */
export function seenAfter<T extends StateNow>(
  now: readonly T[],
  changes: readonly StateChange<T>[],
  isSeen: (change: StateChange<T>) => boolean,
): SeenStates {
  const after: SeenStates = Object.fromEntries(now.map(({ id, state }) => [id, state]));
  for (const change of changes) {
    if (isSeen(change)) continue;
    if (change.from) after[change.id] = change.from;
    else delete after[change.id];
  }
  return after;
}
