/**
 * Protects the store build, which requests no site at install. The preview build is the same
 * program: only the manifests differ, in permissions that the store build asks the user for later.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { BROWSERS } from '../../lib/tools/browser/browsers.ts';

const folder = (name: string) => fileURLToPath(new URL(`../../.output/${name}`, import.meta.url));
const files = (of: string) =>
  readdirSync(of, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => `${one.parentPath.slice(of.length)}/${one.name}`)
    .sort();
const Manifest = v.record(v.string(), v.unknown());
const manifestOf = (of: string) => v.parse(Manifest, JSON.parse(readFileSync(`${of}/manifest.json`, 'utf8')));

it.each(BROWSERS)('%s: store and preview differ only in their permissions', (browser) => {
  const [store, preview] = [folder(`${browser}-mv3`), folder(`${browser}-mv3-preview`)];
  expect(files(store)).toEqual(files(preview));
  const differing = files(store).filter(
    (path) => !readFileSync(`${store}${path}`).equals(readFileSync(`${preview}${path}`)),
  );
  expect(differing).toEqual(['/manifest.json']);
  const { host_permissions: hosts, permissions: granted, ...rest } = manifestOf(preview);
  const { optional_permissions: askedFor, permissions, ...released } = manifestOf(store);
  expect(released).toEqual(rest);
  expect(askedFor).toEqual(['notifications']);
  expect(granted).toEqual([...v.parse(v.array(v.string()), permissions), 'notifications']);
  expect(released).not.toHaveProperty('host_permissions');
  expect(released['optional_host_permissions']).toEqual(['*://*/*']);
  expect(hosts).toContain('https://apnews.com/*');
  expect(hosts).toContain('http://127.0.0.1/*');
});
