/**
 * Reads the lists of hosts in `lib/knowledge/watch/`: `poor-hosts.yaml`, `public-hosts.yaml` and
 * `refusing-hosts.yaml`.
 */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { readYaml } from './read-yaml.ts';

const HostsFile = v.strictObject({ hosts: v.array(v.string()) });

/** Throws if the file has another shape. */
export const readHosts = (list: 'poor' | 'public' | 'refusing'): string[] =>
  v.parse(
    HostsFile,
    readYaml(readFileSync(new URL(`../../knowledge/watch/${list}-hosts.yaml`, import.meta.url), 'utf8')),
  ).hosts;
