/** Names the lists with an update that is held back until the user decides. */
import { BUILT_IN } from '../knowledge/model/ids.ts';
import type { Base } from '../store/db.ts';
import { parseState, type Subscriptions } from './subscription.ts';

/** Their ids and titles: the built-in list first, then in the order of subscription. */
export async function heldTitles(
  base: Base,
  { subscriptions }: Subscriptions,
): Promise<{ id: string; title: string }[]> {
  const all = [{ id: BUILT_IN, title: '' }, ...subscriptions.map(({ list, title }) => ({ id: list, title }))];
  const states = await base.states.bulkGet(all.map(({ id }) => id));
  return all.filter((_, i) => parseState(states[i]?.state).held !== null);
}
