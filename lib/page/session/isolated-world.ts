/**
 * Hands data from one script of ours to another, through the world of our scripts, which pages
 * cannot see.
 */
import { isOfTopOrigin } from '../dom/frame-place.ts';

const KEY = Symbol.for('tradegloss.names');
const SHARED = Symbol.for('tradegloss.shared-names');
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

/** Keeps decoded names for the frames of this page; null: there are none of this version yet. */
export const shareNames = (names: object | null): void => {
  world[SHARED] = names;
};

/** The top frame is of the same origin, in a browser in which that is enough. */
export const sharesNames = (): boolean => !import.meta.env.FIREFOX && isOfTopOrigin();

/**
 * The names that the script in the top frame decoded. Chromium gives a script of ours the worlds of
 * ours in frames of the same origin; Firefox does not, and there each frame decodes its own.
 */
export function namesOfTop(): object | null {
  try {
    const names = window === window.top || !sharesNames() ? null : (window.top as unknown as typeof world)[SHARED];
    return typeof names === 'object' ? names : null;
  } catch {
    // Another origin.
    return null;
  }
}

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
