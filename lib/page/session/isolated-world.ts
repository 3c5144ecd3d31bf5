/**
 * Hands the names from the script that brings them to the page script, through the world of our
 * scripts, which pages cannot see.
 */

const KEY = Symbol.for('tradegloss.names');
const SESSION = Symbol.for('tradegloss.session');
const world = globalThis as Record<symbol, unknown>;

/** Takes a function whose comment holds the names: its source is not parsed into values. */
export const handOver = (names: () => unknown): void => {
  world[KEY] = names;
};

/** Hands the names over as one text, in a task of its own. */
export const takeOver = (): (() => string) | null => {
  const names = world[KEY];
  delete world[KEY];
  if (typeof names !== 'function') return null;
  return () => {
    const source = Function.prototype.toString.call(names);
    return source.slice(source.indexOf('/*') + 2, source.lastIndexOf('*/'));
  };
};

/**
 * Ends the session that an earlier run of the script left in this world, and keeps the new one's
 * ending.
 */
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
