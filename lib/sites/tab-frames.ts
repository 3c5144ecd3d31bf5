/**
 * The frames of each tab in which the page script runs. The top one is asked whether it is known or
 * not. Kept for the session of the browser, since the background is ended in between.
 */
import { browser } from 'wxt/browser';
import * as v from 'valibot';

/** More of one tab are not kept: nobody reads as many. */
const MAX_FRAMES = 100;
const KEY = 'frames';
export const TOP = 0;

const Known = v.fallback(v.record(v.string(), v.array(v.number())), {});

async function read(): Promise<v.InferOutput<typeof Known>> {
  return v.parse(Known, (await browser.storage.session.get(KEY))[KEY]);
}

let writing: Promise<unknown> = Promise.resolve();

function change(tab: number, changed: (frames: readonly number[]) => readonly number[]): Promise<void> {
  const next = writing.then(async () => {
    const known = await read();
    const before = known[tab] ?? [];
    const after = changed(before);
    if (after.length === before.length) return;
    const { [tab]: _, ...others } = known;
    await browser.storage.session.set({ [KEY]: after.length > 0 ? { ...others, [tab]: [...after] } : others });
  });
  writing = next.catch(() => undefined);
  return next;
}

export const noteFrame = (tab: number, frame: number): Promise<void> =>
  change(tab, (frames) => (frames.includes(frame) || frames.length >= MAX_FRAMES ? frames : [...frames, frame]));

export const forgetFrame = (tab: number, frame: number): Promise<void> =>
  change(tab, (frames) => frames.filter((one) => one !== frame));

export const forgetTab = (tab: number): Promise<void> => change(tab, () => []);

/** The top frame first. */
export async function framesOf(tab: number): Promise<number[]> {
  const known = await read().catch(() => ({}) as Record<string, number[]>);
  return [TOP, ...(known[tab] ?? [])];
}
