/** The day of a page's article, for its frames: one that states none is of the same day. */
import type { PageTab } from '../../lib/messaging/answer-pages.ts';
import { askPage } from '../../lib/messaging/rpc.ts';
import { framesOf, TOP } from '../../lib/sites/tab-frames.ts';

/** By tab, as its frames know it. A background that starts again tells them once more. */
const known = new Map<number, string | null>();

async function dayOf(tab: number): Promise<string | null> {
  const day = await askPage(tab, { type: 'day' });
  return typeof day === 'string' ? day : null;
}

/** Null in the top frame, and where the page has no day yet. */
export async function dayAround({ id, frame }: Pick<PageTab, 'id' | 'frame'>): Promise<string | null> {
  if (frame === TOP) return null;
  const day = await dayOf(id);
  known.set(id, day);
  return day;
}

/** After the page in the top frame was read: its day may have come later than the frames. */
export async function tellFramesDay({ id, frame }: Pick<PageTab, 'id' | 'frame'>): Promise<void> {
  if (frame !== TOP) return;
  const others = (await framesOf(id)).filter((one) => one !== TOP);
  if (others.length === 0) return void known.delete(id);
  const day = await dayOf(id);
  if (known.get(id) === day) return;
  known.set(id, day);
  await Promise.all(others.map((one) => askPage(id, { type: 'settings-changed' }, one)));
}
