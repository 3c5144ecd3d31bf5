/** Passes data between our scripts through the isolated world, which pages cannot see. */
import { isOfTopOrigin } from '../dom/frame-place.ts';

const KEY = Symbol.for('tradegloss.names');
const SHARED = Symbol.for('tradegloss.names-source');
const SESSION = Symbol.for('tradegloss.session');
const world = globalThis as Record<symbol, unknown>;

/**
 * Stores a function whose comment contains the names, so that the engine need not parse them as
 * values.
 */
export const storeNames = (names: () => unknown): void => {
  world[KEY] = names;
};

/**
 * Returns and removes the stored names, as a function that returns their text; null if there are
 * none.
 */
export const takeStoredNames = (): (() => string) | null => {
  const names = world[KEY];
  delete world[KEY];
  if (typeof names !== 'function') return null;
  return () => {
    const source = Function.prototype.toString.call(names);
    return source.slice(source.indexOf('/*') + 2, source.lastIndexOf('*/'));
  };
};

/** Stores the names for the frames of this page; null if there are none of this version yet. */
export const shareNames = (names: object | null): void => {
  world[SHARED] = names;
};

/** True if this frame can use the names of the top frame: same origin, not in Firefox. */
export const canShareNames = (): boolean => !import.meta.env.FIREFOX && isOfTopOrigin();

/**
 * The names of the script in the top frame; null if there are none. Chromium lets our scripts
 * access our isolated worlds in same-origin frames. In Firefox a content script's globals are not
 * on the window (https://bugzilla.mozilla.org/show_bug.cgi?id=1208775), so there each frame has its
 * own.
 */
export function namesOfTop(): object | null {
  try {
    const names = window === window.top || !canShareNames() ? null : (window.top as unknown as typeof world)[SHARED];
    return typeof names === 'object' ? names : null;
  } catch {
    // The top frame has another origin.
    return null;
  }
}

/**
 * Ends the session of an earlier run of the script in this world, and stores how to end the new
 * one.
 */
export function replaceSession(end: () => void): void {
  const before = world[SESSION];
  if (typeof before === 'function') {
    try {
      before();
    } catch {
      // An orphaned script can fail anywhere; its marks are then cleared by name.
    }
  }
  world[SESSION] = end;
}
