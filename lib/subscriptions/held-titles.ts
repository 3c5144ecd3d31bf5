/** Which lists have an update that was held back and waits for the user. */
import type { Base } from '../store/db.ts';
import { parseState, type Subscriptions } from './subscription.ts';

/** Their titles, in the order in which they were subscribed to. */
export async function heldTitles(base: Base, { subscriptions }: Subscriptions): Promise<string[]> {
  const states = await base.states.bulkGet(subscriptions.map(({ list }) => list));
  return subscriptions.filter((_, i) => parseState(states[i]?.state).held !== null).map(({ title }) => title);
}
