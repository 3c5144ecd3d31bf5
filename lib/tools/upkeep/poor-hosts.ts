/**
 * Hosts on whose word alone no claim may rest. The list is `lib/knowledge/watch/poor-hosts.yaml`.
 */
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import * as v from 'valibot';
import { readYaml } from '../build/read-yaml.ts';

const PoorHosts = v.strictObject({ hosts: v.array(v.string()) });
const FILE = new URL('../../knowledge/watch/poor-hosts.yaml', import.meta.url);

export const readPoorHosts = (): ReadonlySet<string> =>
  new Set(v.parse(PoorHosts, readYaml(readFileSync(FILE, 'utf8'))).hosts);

/** True for a bare IP address, for a host of the list, and for its subdomains. */
export function isPoorHost(url: string, poor: ReadonlySet<string>): boolean {
  const { hostname } = new URL(url);
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) return true;
  const labels = hostname.split('.');
  return labels.some((_, k) => poor.has(labels.slice(k).join('.')));
}
