/**
 * Hosts that say what a source is worth. The lists are `poor-hosts.yaml` (on whose word alone no
 * claim may rest) and `public-hosts.yaml` (public bodies) in `lib/knowledge/watch/`.
 */
import { isIP } from 'node:net';
import { readHosts } from '../build/read-hosts.ts';

type Hosts = ReadonlySet<string>;
export type SourceHosts = { poor: Hosts; publicBodies: Hosts };

/** Both lists as sets of hosts. */
export const readSourceHosts = (): SourceHosts => ({
  poor: new Set(readHosts('poor')),
  publicBodies: new Set(readHosts('public')),
});

/** True for a host of the list, and for those under it. */
export function isUnder(url: string, hosts: Hosts): boolean {
  const labels = new URL(url).hostname.split('.');
  return labels.some((_, k) => hosts.has(labels.slice(k).join('.')));
}

/** A bare IP address is a poor host by itself. */
export const isPoorHost = (url: string, poor: Hosts): boolean =>
  isIP(new URL(url).hostname.replace(/^\[|\]$/g, '')) !== 0 || isUnder(url, poor);
