/** All subscriptions: those that are due, oldest check first, one at a time. */
import type { Base } from '../store/db.ts';
import { BUILT_IN } from '../knowledge/model/ids.ts';
import { isDue, wakeAt } from './schedule.ts';
import type { CheckState, Subscription, Subscriptions, SubscriptionStore } from './subscription.ts';
import type { Outcome, UpdatePorts } from './decide-update.ts';
import { updateList, type UpdateOptions } from './update-list.ts';

export interface ListsPorts extends UpdatePorts {
  subscriptions: SubscriptionStore;
  /**
   * Runs `work` alone among all contexts of the extension; null if another is at it and `wait` is
   * false.
   */
  alone<T>(work: () => Promise<T>, wait: boolean): Promise<T | null>;
}

async function dueOf(
  { store, clock }: UpdatePorts,
  subscriptions: readonly Subscription[],
): Promise<{ subscription: Subscription; state: CheckState }[]> {
  const all = await Promise.all(
    subscriptions.map(async (subscription) => ({ subscription, state: await store.state(subscription.list) })),
  );
  return all
    .filter(({ state }) => isDue(state, clock.now()))
    .sort((a, b) => (a.state.lastChecked ?? 0) - (b.state.lastChecked ?? 0));
}

export interface Round {
  outcomes: Map<string, Outcome>;
  /** Lists whose entries are others than before. */
  changed: string[];
  /** When to look again; null: never, there is no subscription. */
  wake: number | null;
}

/**
 * Updates what is due, or the lists that are named whether due or not. Null: another context is at
 * it.
 */
export async function updateLists(
  ports: ListsPorts,
  options: UpdateOptions & { lists?: readonly string[] },
): Promise<Round | null> {
  return ports.alone(async () => {
    const { subscriptions } = await ports.subscriptions.read();
    const { lists } = options;
    const wanted = lists
      ? subscriptions.filter(({ list }) => lists.includes(list))
      : (await dueOf(ports, subscriptions)).map(({ subscription }) => subscription);
    const outcomes = new Map<string, Outcome>();
    for (const subscription of wanted) {
      if (options.signal.aborted) break;
      outcomes.set(subscription.list, await updateList(ports, subscription, options));
    }
    const changed = [...outcomes].filter(([, { result }]) => result === 'changed').map(([list]) => list);
    return { outcomes, changed, wake: await nextWake(ports) };
  }, options.lists !== undefined);
}

export async function nextWake(ports: Pick<ListsPorts, 'subscriptions' | 'store' | 'clock'>): Promise<number | null> {
  const { subscriptions } = await ports.subscriptions.read();
  const states = await Promise.all(subscriptions.map(({ list }) => ports.store.state(list)));
  return wakeAt(states, ports.clock.now());
}

/** Takes a subscription away, then all that is stored of it. */
export async function unsubscribe(
  { subscriptions, store }: Pick<ListsPorts, 'subscriptions' | 'store'>,
  list: string,
): Promise<void> {
  await subscriptions.change((now) => ({
    subscriptions: now.subscriptions.filter((one) => one.list !== list),
    order: now.order.filter((id) => id !== list),
  }));
  await store.remove(list);
}

const ABANDONED = 24 * 60 * 60 * 1000;

/** Removes lists that nobody subscribes to: their removal, or a preview of them, was broken off. */
export async function tidy(
  base: Base,
  { subscriptions }: Subscriptions,
  store: Pick<UpdatePorts['store'], 'remove'>,
  now: number,
): Promise<void> {
  const wanted = new Set([BUILT_IN, ...subscriptions.map(({ list }) => list)]);
  const stored = (await base.lists.toCollection().primaryKeys()).filter((list) => !wanted.has(list));
  const previews = (await base.updates.toArray())
    .filter(({ list, at }) => !wanted.has(list) && Math.abs(now - at) > ABANDONED)
    .map(({ list }) => list);
  for (const list of new Set([...stored, ...previews])) await store.remove(list);
}
