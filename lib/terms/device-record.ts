/** The record that holds what a device is called. */
import type { Records } from './record.ts';

export const deviceRecord = (device: string): string => `device/${device}`;

/** Empty where the device has no name. */
export function nameOfDevice(records: Records, device: string): string {
  const name = records.get(deviceRecord(device))?.fields['name']?.value;
  return typeof name === 'string' ? name : '';
}
