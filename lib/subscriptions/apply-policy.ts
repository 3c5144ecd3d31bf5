/**
 * The lists and the channel of an administrator's policy, brought into use as if the user had
 * chosen them. A list whose host does not answer yet is tried again with the next start, or once
 * the user allows the host.
 */
import type { Policy, PolicyList } from '../settings/policy.ts';
import { changeChannel, mirrorOf } from './channel/choose-channel.ts';
import { addList, cancelPreview, previewList } from './subscribe.ts';
import type { Subscriptions } from './subscription.ts';
import type { ListsPorts } from './update-lists.ts';

/** The lists of the policy that are not subscribed to yet. */
export const missingLists = ({ lists = [] }: Policy, { subscriptions }: Subscriptions): PolicyList[] =>
  lists.filter(({ address }) => !subscriptions.some(({ url }) => url === address));

/**
 * Adds one list of the policy; false where another key than the administrator's signed it, or none.
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

/** True where something changed. Never rejects for what a host may do. */
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
