/** From the script that brings the names to the one that uses them: a place in the world of our scripts, which pages can't see. */
import type { Packed } from '../match/encode.ts';

const KEY = Symbol.for('tradegloss.names');
const SESSION = Symbol.for('tradegloss.session');
const world = globalThis as Record<symbol, unknown>;

export const handOver = (names: Packed): void => {
  world[KEY] = names;
};

export const takeOver = (): Packed | null => {
  const names = world[KEY];
  delete world[KEY];
  return typeof names === 'object' ? (names as Packed | null) : null;
};

/** Ends the session that an earlier run of the script left in this world, and keeps the new one's ending. */
export function replaceSession(end: () => void): void {
  const before = world[SESSION];
  if (typeof before === 'function') {
    try {
      before();
    } catch {
      // An orphaned script can fail at anything; its marks are cleared by name all the same.
    }
  }
  world[SESSION] = end;
}
