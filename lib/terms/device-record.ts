/** The record with the name of a device. */
import type { Records } from './record.ts';

export const deviceRecord = (device: string): string => `device/${device}`;

/** Empty if the device has no name. */
export function nameOfDevice(records: Records, device: string): string {
  const name = records.get(deviceRecord(device))?.fields['name']?.value;
  return typeof name === 'string' ? name : '';
}
