/**
 * Hosts that are too unreliable to be the only source of a claim. They are listed in
 * `lib/knowledge/watch/poor-hosts.yaml`.
 */
import { isIP } from 'node:net';
import { readHosts } from '../build/read-hosts.ts';

export const readPoorHosts = (): ReadonlySet<string> => new Set(readHosts('poor'));

/** True for a bare IP address, for a host of the list, and for its subdomains. */
export function isPoorHost(url: string, poor: ReadonlySet<string>): boolean {
  const { hostname } = new URL(url);
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) return true;
  const labels = hostname.split('.');
  return labels.some((_, k) => poor.has(labels.slice(k).join('.')));
}
