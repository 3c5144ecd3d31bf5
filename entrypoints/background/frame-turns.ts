/**
 * Frames that are far from the window are read one after the other, so that a page with many of
 * them stays quick: they count, and the panel lists their mentions, before the user scrolls there.
 */
import { framesOf } from '../../lib/sites/tab-frames.ts';

/** Milliseconds from one frame of a tab to the next. */
const TURN_MS = 200;
/** A tab with so many frames that are read has no more of them read unseen: each takes 2 MB. */
const MAX_UNSEEN = 20;

/** By tab, the turn that was given last. */
const turns = new Map<number, Promise<boolean>>();

async function after(last: Promise<unknown> | undefined, tab: number): Promise<boolean> {
  await last;
  if ((await framesOf(tab)).length > MAX_UNSEEN) return false;
  await new Promise((resolve) => setTimeout(resolve, TURN_MS));
  return true;
}

/** True when it is the turn of a frame in a tab; false where it has to wait to be seen. */
export async function turnOf(tab: number): Promise<boolean> {
  const turn = after(turns.get(tab), tab);
  turns.set(tab, turn);
  const isGiven = await turn;
  if (turns.get(tab) === turn) turns.delete(tab);
  return isGiven;
}
