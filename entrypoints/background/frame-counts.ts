/** The number of marked mentions in all frames of a tab. */
import { browser } from 'wxt/browser';
import type { PageTab } from '../../lib/messaging/rpc.ts';
import { askPage } from '../../lib/messaging/rpc.ts';
import { forgetFrame, forgetTab, framesOf, noteFrame, TOP } from '../../lib/sites/tab-frames.ts';

async function askCount(tab: number, frame: number): Promise<number> {
  const count = await askPage(tab, { type: 'count' }, frame);
  if (typeof count === 'number') return count;
  // A frame that went does not say so.
  if (frame !== TOP) await forgetFrame(tab, frame);
  return 0;
}

/** After a frame reported its count; null where nothing runs in the tab any more. */
export async function countInTab(
  { id, frame }: Pick<PageTab, 'id' | 'frame'>,
  count: number | null,
): Promise<number | null> {
  if (frame !== TOP) await (count === null ? forgetFrame(id, frame) : noteFrame(id, frame));
  const others = (await framesOf(id)).filter((one) => one !== frame);
  if (others.length === 0) return count;
  const counts = await Promise.all(others.map((one) => askCount(id, one)));
  return counts.reduce((sum, one) => sum + one, count ?? 0);
}

export function registerFrames(): void {
  browser.tabs.onRemoved.addListener((tab) => void forgetTab(tab));
}
