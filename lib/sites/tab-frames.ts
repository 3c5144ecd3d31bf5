/**
 * Remembers in which frames of each tab the page script runs. The top frame is not stored, since
 * every tab has one. Session storage keeps the rest while the browser has stopped the background:
 * https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/lifecycle.
 */
import { browser } from 'wxt/browser';
import * as v from 'valibot';

/** Frames that are kept for one tab, besides the top frame. */
const MAX_FRAMES = 100;
const KEY = 'frames';
/** The browser's number of the top frame. */
export const TOP = 0;

const FramesByTab = v.fallback(v.record(v.string(), v.array(v.number())), {});
type FramesByTab = v.InferOutput<typeof FramesByTab>;

/** A copy in the background, which is the only writer. */
let held: FramesByTab | null = null;

async function read(): Promise<FramesByTab> {
  return held ?? v.parse(FramesByTab, (await browser.storage.session.get(KEY))[KEY]);
}

let writing: Promise<unknown> = Promise.resolve();

function change(tab: number, changed: (frames: readonly number[]) => readonly number[]): Promise<void> {
  const next = writing.then(async () => {
    held = await read();
    const before = held[tab] ?? [];
    const after = changed(before);
    if (after.length === before.length) return;
    const { [tab]: _, ...others } = held;
    held = after.length > 0 ? { ...others, [tab]: [...after] } : others;
    await browser.storage.session.set({ [KEY]: held });
  });
  writing = next.catch(() => undefined);
  return next;
}

/** Adds a frame, up to MAX_FRAMES in a tab. */
export const noteFrame = (tab: number, frame: number): Promise<void> =>
  change(tab, (frames) => (frames.includes(frame) || frames.length >= MAX_FRAMES ? frames : [...frames, frame]));

/** Removes a frame that the page removed. */
export const forgetFrame = (tab: number, frame: number): Promise<void> =>
  change(tab, (frames) => frames.filter((one) => one !== frame));

/** Removes a closed tab. */
export const forgetTab = (tab: number): Promise<void> => change(tab, () => []);

/** The frames of a tab: the top frame, even if no script runs there, then those with a script. */
export async function framesOf(tab: number): Promise<number[]> {
  const known = await read().catch((): FramesByTab => ({}));
  return [TOP, ...(known[tab] ?? [])];
}
