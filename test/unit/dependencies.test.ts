/**
 * Protects the libraries that ship with the extension: they are few, fixed to one version, under a
 * free licence, and explained.
 */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as v from 'valibot';
import { readYaml } from '../../lib/tools/build/read-yaml.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const { dependencies, allowScripts } = v.parse(
  v.object({ dependencies: v.record(v.string(), v.string()), allowScripts: v.record(v.string(), v.boolean()) }),
  JSON.parse(read('package.json')),
);
const { packages } = v.parse(
  v.object({
    packages: v.record(
      v.string(),
      v.looseObject({
        version: v.optional(v.string()),
        license: v.optional(v.string()),
        integrity: v.optional(v.string()),
        hasInstallScript: v.optional(v.boolean(), false),
        resolved: v.optional(v.string()),
        dependencies: v.optional(v.record(v.string(), v.string()), {}),
      }),
    ),
  }),
  JSON.parse(read('package-lock.json')),
);
const FREE = ['MIT', 'ISC', 'Apache-2.0', 'MPL-2.0', 'BSD-3-Clause', 'BlueOak-1.0.0'];

it.each(Object.entries(dependencies))('fixes and explains %s %s', (name, version) => {
  expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  const locked = packages[`node_modules/${name}`];
  expect(locked?.version).toBe(version);
  expect(locked?.integrity).toMatch(/^sha512-/);
  expect(FREE).toContain(locked?.license);
  // A library's own dependencies would ship unnoticed.
  expect(Object.keys(locked?.dependencies ?? {})).toEqual([]);
  expect(read('CONTRIBUTING.md')).toMatch(new RegExp(`^- \`${name.replace(/[/]/g, '\\/')}\`[^:]*: .{15,}$`, 'm'));
});

it('CONTRIBUTING.md explains no library that does not ship', () => {
  const told = read('CONTRIBUTING.md').split('## What ships')[1] ?? '';
  expect([...told.matchAll(/^- `([^`]+)`/gm)].map(([, name]) => name)).toEqual(Object.keys(dependencies));
});

it('no package runs code during installation, and each that tries to is listed', () => {
  const npmrc = read('.npmrc');
  expect(npmrc).toMatch(/^ignore-scripts=true$/m);
  const would = Object.entries(packages).flatMap(([path, { hasInstallScript }]) =>
    path !== '' && hasInstallScript ? [path.split('node_modules/').at(-1)] : [],
  );
  expect(Object.keys(allowScripts).toSorted()).toEqual([...new Set(would)].toSorted());
  expect(Object.values(allowScripts)).not.toContain(true);
});

it('updates wait a week, whether by hand or by Dependabot', () => {
  expect(read('.npmrc')).toMatch(/^min-release-age=7$/m);
  const { updates } = v.parse(
    v.object({ updates: v.array(v.object({ cooldown: v.object({ 'default-days': v.number() }) })) }),
    readYaml(read('.github/dependabot.yml')),
  );
  expect(updates.map(({ cooldown }) => cooldown['default-days'])).toEqual([7, 7]);
});

it('all packages come from the npm registry, with a checksum', () => {
  for (const [path, { resolved, integrity }] of Object.entries(packages)) {
    if (path === '') continue;
    // npm records an address for packages from elsewhere or from the registry. Ours records none.
    expect(resolved ?? 'https://registry.npmjs.org/', path).toMatch(/^https:\/\/registry\.npmjs\.org\//);
    expect(integrity, path).toMatch(/^sha512-/);
  }
});
