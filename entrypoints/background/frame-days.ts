/** Gives frames the day of the page's article, for frames that state none. */
import type { PageTab } from '../../lib/messaging/answer-pages.ts';
import { askPage } from '../../lib/messaging/rpc.ts';
import { framesOf, TOP } from '../../lib/sites/tab-frames.ts';

/**
 * The day that the frames of each tab were last told. After a restart of the background they are
 * told again.
 */
const known = new Map<number, string | null>();

async function dayOf(tab: number): Promise<string | null> {
  const day = await askPage(tab, { type: 'day' });
  return typeof day === 'string' ? day : null;
}

/** The day of the top page; null in the top frame itself or if the page has no day yet. */
export async function dayAround({ id, frame }: Pick<PageTab, 'id' | 'frame'>): Promise<string | null> {
  if (frame === TOP) return null;
  const day = await dayOf(id);
  known.set(id, day);
  return day;
}

/** Called after the top page was read, because its day may be known later than the frames are. */
export async function tellFramesDay({ id, frame }: Pick<PageTab, 'id' | 'frame'>): Promise<void> {
  if (frame !== TOP) return;
  const others = (await framesOf(id)).filter((one) => one !== TOP);
  if (others.length === 0) return void known.delete(id);
  const day = await dayOf(id);
  if (known.get(id) === day) return;
  known.set(id, day);
  await Promise.all(others.map((one) => askPage(id, { type: 'settings-changed' }, one)));
}
