/** Adds the subscriptions of a backup file to those of this device. Pure. */
import * as v from 'valibot';
import { listUrl } from './request.ts';
import { parsePublicKey } from './minisign.ts';
import { Subscription, type Subscriptions } from './subscription.ts';

const InFile = v.object({ subscriptions: v.array(v.unknown()), order: v.optional(v.array(v.string()), []) });

const isUsable = (one: unknown): one is Subscription =>
  v.is(Subscription, one) && listUrl(one.url) !== null && (one.key === null || parsePublicKey(one.key) !== null);

/**
 * Existing subscriptions stay unchanged, and a pinned key is never replaced or lost. The channel
 * stays too, since each device must ask permission for its host. `added`: ids of lists that are new
 * here.
 */
export function withRestored(now: Subscriptions, file: unknown): { all: Subscriptions; added: string[] } {
  const parsed = v.safeParse(InFile, file);
  if (!parsed.success) return { all: now, added: [] };
  const restored = new Map(
    parsed.output.subscriptions.filter(isUsable).map((one) => [one.list, v.parse(Subscription, one)]),
  );
  const here = now.subscriptions.map((one) => ({ ...one, key: one.key ?? restored.get(one.list)?.key ?? null }));
  const held = new Set(here.map(({ list }) => list));
  const fresh = [...restored.values()].filter(({ list }) => !held.has(list));
  const added = fresh.map(({ list }) => list);
  // A device whose user has not ordered the lists takes the order of the file.
  const order =
    now.subscriptions.length === 0
      ? parsed.output.order
      : [...now.order, ...added.filter((list) => !now.order.includes(list))];
  return { all: { ...now, subscriptions: [...here, ...fresh], order }, added };
}
