/** Describes the faults of an exchange in sentences for the user. */
import type { ReplicaFault } from '../../lib/sync/remote.ts';
import type { MessageKey, Translate } from '../../lib/i18n/translate.ts';

/** A fault, with the HTTP status if there was one. */
export interface FaultWithStatus {
  fault: ReplicaFault;
  status: number | null;
}

/** `left`: the number of terms that did not fit. `status`: the HTTP status, if any. */
export function faultWords(
  t: Translate,
  fault: ReplicaFault,
  { left = 0, status = null }: { left?: number; status?: number | null } = {},
): string {
  if (fault === 'full' && left === 0) return t('devices_fault_no_room');
  // A server may also fail without an HTTP status.
  if (fault === 'server' && status === null) return t('devices_fault_server_silent');
  return t(`devices_fault_${fault.replace(/-/g, '_')}` as MessageKey, fault === 'full' ? left : (status ?? ''));
}
