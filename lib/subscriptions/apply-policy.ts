/**
 * Subscribes to the lists of an administrator's policy and sets its channel, as if the user had
 * chosen them. A list whose host does not answer is tried again at the next start of the browser,
 * or as soon as the user allows the host.
 */
import type { Policy, PolicyList } from '../settings/policy.ts';
import { changeChannel, mirrorOf } from './channel/choose-channel.ts';
import { addList, cancelPreview, previewList } from './subscribe.ts';
import type { Subscriptions } from './subscription.ts';
import type { ListsPorts } from './update-lists.ts';

/** The lists of the policy to which the user is not yet subscribed. */
export const missingLists = ({ lists = [] }: Policy, { subscriptions }: Subscriptions): PolicyList[] =>
  lists.filter(({ address }) => !subscriptions.some(({ url }) => url === address));

/**
 * Adds one list of the policy. False if the list is not signed by the key that the policy states.
 * Rejects with CheckFailed or NotAList.
 */
export async function addPolicyList(ports: ListsPorts, list: PolicyList, signal: AbortSignal): Promise<boolean> {
  const preview = await previewList(ports, list.address, { signal });
  const key = list.key ?? null;
  if (key !== null && (await preview.verify(key))?.ok !== true) {
    await cancelPreview(ports, preview);
    return false;
  }
  return addList(ports, preview, { key, private: list.private === true });
}

/** True if the lists or the channel changed. Never rejects because of an answer of a host. */
export async function applyPolicy(ports: ListsPorts, policy: Policy, signal: AbortSignal): Promise<boolean> {
  let isChanged = false;
  const saved = await ports.subscriptions.read();
  const mirror = policy.channel ? mirrorOf(policy.channel.address, policy.channel.rootKey) : null;
  const { channel } = saved;
  if (mirror && !(channel?.isOn && channel.mirror?.url === mirror.url && channel.mirror.rootKey === mirror.rootKey)) {
    await changeChannel(ports, { isOn: true, mirror });
    isChanged = true;
  }
  for (const list of missingLists(policy, saved)) {
    const isAdded = await addPolicyList(ports, list, signal).catch(() => false);
    isChanged ||= isAdded;
  }
  return isChanged;
}
