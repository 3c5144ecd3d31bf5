/** Which lists have an update that was held back and waits for the user. */
import { BUILT_IN } from '../knowledge/model/ids.ts';
import type { Base } from '../store/db.ts';
import { parseState, type Subscriptions } from './subscription.ts';

/** Their ids and titles, in the order in which they were subscribed to; the built-in one first. */
export async function heldTitles(
  base: Base,
  { subscriptions }: Subscriptions,
): Promise<{ id: string; title: string }[]> {
  const all = [{ id: BUILT_IN, title: '' }, ...subscriptions.map(({ list, title }) => ({ id: list, title }))];
  const states = await base.states.bulkGet(all.map(({ id }) => id));
  return all.filter((_, i) => parseState(states[i]?.state).held !== null);
}
