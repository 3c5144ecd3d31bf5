/** Counts the marked mentions in all frames of a tab. */
import { browser } from 'wxt/browser';
import type { PageTab } from '../../lib/messaging/answer-pages.ts';
import { askPage } from '../../lib/messaging/rpc.ts';
import { forgetFrame, forgetTab, framesOf, noteFrame, TOP } from '../../lib/sites/tab-frames.ts';

/**
 * Milliseconds after the last report of a frame until all frames are asked, because some may be
 * gone.
 */
const CHECK_DELAY_MS = 1000;

/** The counts that frames reported, by tab and frame. Lost when the background restarts. */
const reported = new Map<number, Map<number, number>>();
const checks = new Map<number, ReturnType<typeof setTimeout>>();

type Show = (count: number | null) => Promise<unknown>;

async function askCount(tab: number, frame: number): Promise<number> {
  const count = await askPage(tab, { type: 'count' }, frame);
  if (typeof count === 'number') return count;
  // A removed frame does not report it.
  if (frame !== TOP) await forgetFrame(tab, frame);
  return 0;
}

async function check(tab: number, show: Show): Promise<void> {
  checks.delete(tab);
  const counts = await Promise.all(
    (await framesOf(tab)).map(async (frame) => [frame, await askCount(tab, frame)] as const),
  );
  reported.set(tab, new Map(counts));
  await show(sumOf(counts.map(([, count]) => count)));
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, one) => sum + one, 0);

/**
 * Notes the count of a frame (null if the script ended there) and shows the tab's total. It uses
 * reported counts: asking all frames on each report would take quadratic time on pages with many
 * frames.
 */
export async function countInTab(
  { id, frame }: Pick<PageTab, 'id' | 'frame'>,
  count: number | null,
  show: Show,
): Promise<void> {
  if (frame !== TOP) await (count === null ? forgetFrame(id, frame) : noteFrame(id, frame));
  const frames = await framesOf(id);
  if (frames.every((one) => one === frame)) {
    reported.delete(id);
    await show(count);
    return;
  }
  const known = reported.get(id) ?? new Map<number, number>();
  reported.set(id, known.set(frame, count ?? 0));
  clearTimeout(checks.get(id));
  checks.set(
    id,
    setTimeout(() => void check(id, show), CHECK_DELAY_MS),
  );
  const counts = frames.map((one) => known.get(one));
  if (counts.every((one) => one !== undefined)) await show(sumOf(counts));
}

/** Forgets the counts of a tab when it closes. */
export function registerFrames(): void {
  browser.tabs.onRemoved.addListener((tab) => {
    reported.delete(tab);
    clearTimeout(checks.get(tab));
    checks.delete(tab);
    void forgetTab(tab);
  });
}
