/**
 * Lets the user trust a publisher's new key. A signature only states the id of its key, so the user
 * must enter the key itself.
 */
import { parsePublicKey } from './minisign.ts';
import { isOfSignature } from './trust.ts';
import { updateList, type UpdateOptions } from './update-list.ts';
import type { ListsPorts } from './update-lists.ts';

/**
 * Pins the key in place of the earlier one, if it signed the list that the publisher serves now.
 */
export async function trustKey(
  ports: ListsPorts,
  list: string,
  text: string,
  options: UpdateOptions,
): Promise<boolean> {
  const key = parsePublicKey(text)?.text;
  if (!key) return false;
  const done = await ports.alone(async () => {
    const { subscriptions } = await ports.subscriptions.read();
    const subscription = subscriptions.find((one) => one.list === list);
    // Only a list held back for its key is fetched whole again: otherwise an answer "not changed"
    // would pass for a good signature.
    if (!subscription || !(await ports.store.state(list)).held?.reasons.includes('other_key')) return false;
    const outcome = await updateList(ports, { ...subscription, key }, options);
    if (outcome.result === 'failed' || (outcome.result === 'held' && outcome.held.reasons.some(isOfSignature)))
      return false;
    await ports.subscriptions.change((now) => ({
      ...now,
      subscriptions: now.subscriptions.map((one) => (one.list === list ? { ...one, key } : one)),
    }));
    return true;
  }, true);
  return done === true;
}
