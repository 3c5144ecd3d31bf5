/** Moves to the next or previous mention on a key, through all frames of the active tab. */
import { browser } from 'wxt/browser';
import { askPage } from '../../lib/messaging/rpc.ts';
import { framesOf, TOP } from '../../lib/sites/tab-frames.ts';

/** The frame of the mention shown last, by tab. */
const shown = new Map<number, number>();

export async function goToMention(forward: boolean): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined) return;
  const { id } = tab;
  const frames = await framesOf(id);
  if (frames.length === 1) return void (await askPage(id, { type: 'go-to-mention', forward, way: 'round' }));
  const from = Math.max(0, frames.indexOf(shown.get(id) ?? TOP));
  for (let step = 0; step <= frames.length; step++) {
    const at = (from + (forward ? step : frames.length * 2 - step)) % frames.length;
    const frame = frames[at] ?? TOP;
    const way = step === 0 ? 'go on' : 'enter';
    if ((await askPage(id, { type: 'go-to-mention', forward, way }, frame)) !== true) continue;
    shown.set(id, frame);
    return;
  }
}
