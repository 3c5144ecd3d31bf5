/**
 * Lets frames far from the viewport be read one after another, so that a page with many frames
 * stays fast. Their mentions are then counted and listed before the user scrolls there.
 */
import { framesOf } from '../../lib/sites/tab-frames.ts';

/** Milliseconds between two frames of a tab. */
const TURN_MS = 200;
/** The most frames of a tab that are read before they are seen; each takes 2 MB. */
const MAX_UNSEEN = 20;

/** The latest turn of each tab. */
const turns = new Map<number, Promise<boolean>>();

async function nextTurn(last: Promise<unknown> | undefined, tab: number): Promise<boolean> {
  await last;
  if ((await framesOf(tab)).length > MAX_UNSEEN) return false;
  await new Promise((resolve) => setTimeout(resolve, TURN_MS));
  return true;
}

/** Resolves with true when it is the frame's turn; with false if it must wait until it is seen. */
export async function mayRunInFrame(tab: number): Promise<boolean> {
  const turn = nextTurn(turns.get(tab), tab);
  turns.set(tab, turn);
  const isGiven = await turn;
  if (turns.get(tab) === turn) turns.delete(tab);
  return isGiven;
}
