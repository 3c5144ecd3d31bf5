/** The obstacles to an exchange, in the user's words. */
import type { ReplicaFault } from '../../lib/sync/remote.ts';
import type { MessageKey, Translate } from '../../lib/i18n/translate.ts';

/** A fault with the status of the server's answer. */
export interface FaultTold {
  fault: ReplicaFault;
  status: number | null;
}

/** `left`: terms for which there was no room. `status`: what the server answered. */
export function faultWords(
  t: Translate,
  fault: ReplicaFault,
  { left = 0, status = null }: { left?: number; status?: number | null } = {},
): string {
  if (fault === 'full' && left === 0) return t('devices_fault_no_room');
  // A server may fail without an answer that has a number.
  if (fault === 'server' && status === null) return t('devices_fault_server_silent');
  return t(`devices_fault_${fault.replace(/-/g, '_')}` as MessageKey, fault === 'full' ? left : (status ?? ''));
}
