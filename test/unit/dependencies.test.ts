/** What ships with the extension: few libraries, each fixed to one version, free to pass on, and with a reason. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as v from 'valibot';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const { dependencies } = v.parse(
  v.object({ dependencies: v.record(v.string(), v.string()) }),
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
        dependencies: v.optional(v.record(v.string(), v.string()), {}),
      }),
    ),
  }),
  JSON.parse(read('package-lock.json')),
);
const FREE = ['MIT', 'ISC', 'Apache-2.0', 'MPL-2.0', 'BSD-3-Clause'];

it.each(Object.entries(dependencies))('%s %s', (name, version) => {
  expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  const locked = packages[`node_modules/${name}`];
  expect(locked?.version).toBe(version);
  expect(locked?.integrity).toMatch(/^sha512-/);
  expect(FREE).toContain(locked?.license);
  // What it brings along would ship unseen.
  expect(Object.keys(locked?.dependencies ?? {})).toEqual([]);
  expect(read('CONTRIBUTING.md')).toMatch(new RegExp(`^- \`${name.replace(/[/]/g, '\\/')}\`[^:]*: .{15,}$`, 'm'));
});

it('tells of nothing that does not ship', () => {
  const told = read('CONTRIBUTING.md').split('## What ships')[1] ?? '';
  expect([...told.matchAll(/^- `([^`]+)`/gm)].map(([, name]) => name)).toEqual(Object.keys(dependencies));
});
