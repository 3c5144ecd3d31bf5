/**
 * Checks the subscriptions and the channel of the built-in list: those that are due, the one with
 * the oldest check first, one at a time.
 */
import type { Base } from '../store/db.ts';
import { BUILT_IN } from '../knowledge/model/ids.ts';
import { isDue, wakeAt } from './schedule.ts';
import { updateChannel, type ChannelPorts } from './channel/update-channel.ts';
import type { Subscriptions } from './subscription.ts';
import type { UpdateOutcome, UpdatePorts } from './decide-update.ts';
import { updateList, type UpdateOptions } from './update-list.ts';

/** The ports of a round of checks. */
export interface ListsPorts extends ChannelPorts {
  /**
   * Runs `work` while no other context of the extension updates lists. Null if another one does and
   * `wait` is false.
   */
  alone<T>(work: () => Promise<T>, wait: boolean): Promise<T | null>;
}

/** A list that is updated from the web, and the function that checks it once. */
interface UpdatedList {
  list: string;
  check: (options: UpdateOptions) => Promise<UpdateOutcome>;
}

function keptOf(ports: ListsPorts, { subscriptions, channel }: Subscriptions): UpdatedList[] {
  const kept = subscriptions.map((subscription) => ({
    list: subscription.list,
    check: (options: UpdateOptions) => updateList(ports, subscription, options),
  }));
  if (!channel?.isOn) return kept;
  return [...kept, { list: BUILT_IN, check: (options) => updateChannel(ports, channel, options) }];
}

async function dueOf({ store, clock }: UpdatePorts, kept: readonly UpdatedList[]): Promise<UpdatedList[]> {
  const all = await Promise.all(kept.map(async (one) => ({ one, state: await store.state(one.list) })));
  return all
    .filter(({ state }) => isDue(state, clock.now()))
    .sort((a, b) => (a.state.lastChecked ?? 0) - (b.state.lastChecked ?? 0))
    .map(({ one }) => one);
}

/** The result of one round. `outcomes`: by the id of the list. */
export interface UpdateRound {
  outcomes: Map<string, UpdateOutcome>;
  /** Lists whose entries changed. */
  changed: string[];
  /** The time of the next check; null if there is nothing to check. */
  wake: number | null;
}

/**
 * Updates the lists that are due, or the named lists even if they are not due. Null if another
 * context is updating.
 */
export async function updateLists(
  ports: ListsPorts,
  options: UpdateOptions & { lists?: readonly string[] },
): Promise<UpdateRound | null> {
  return ports.alone(async () => {
    const kept = keptOf(ports, await ports.subscriptions.read());
    const { lists } = options;
    const wanted = lists ? kept.filter(({ list }) => lists.includes(list)) : await dueOf(ports, kept);
    const outcomes = new Map<string, UpdateOutcome>();
    for (const { list, check } of wanted) {
      if (options.signal.aborted) break;
      outcomes.set(list, await check(options));
    }
    const changed = [...outcomes].filter(([, { result }]) => result === 'changed').map(([list]) => list);
    return { outcomes, changed, wake: await nextWake(ports) };
  }, options.lists !== undefined);
}

/**
 * The time of the next alarm, in milliseconds since 1970; null if no list is updated from the web.
 */
export async function nextWake(ports: ListsPorts): Promise<number | null> {
  const kept = keptOf(ports, await ports.subscriptions.read());
  const states = await Promise.all(kept.map(({ list }) => ports.store.state(list)));
  return wakeAt(states, ports.clock.now());
}

/** Removes a subscription, then all that is stored of its list. */
export async function unsubscribe(
  { subscriptions, store }: Pick<ListsPorts, 'subscriptions' | 'store'>,
  list: string,
): Promise<void> {
  await subscriptions.change((now) => ({
    ...now,
    subscriptions: now.subscriptions.filter((one) => one.list !== list),
    order: now.order.filter((id) => id !== list),
  }));
  await store.remove(list);
}

const ABANDONED_AFTER_MS = 24 * 60 * 60 * 1000;

/** Removes lists without a subscription, which an interrupted removal or preview has left. */
export async function removeOrphanedLists(
  base: Base,
  { subscriptions }: Subscriptions,
  store: Pick<UpdatePorts['store'], 'remove'>,
  now: number,
): Promise<void> {
  const wanted = new Set([BUILT_IN, ...subscriptions.map(({ list }) => list)]);
  const stored = (await base.lists.toCollection().primaryKeys()).filter((list) => !wanted.has(list));
  const previews = (await base.updates.toArray())
    .filter(({ list, at }) => !wanted.has(list) && Math.abs(now - at) > ABANDONED_AFTER_MS)
    .map(({ list }) => list);
  for (const list of new Set([...stored, ...previews])) await store.remove(list);
}
