/** Reads the packages of package-lock.json: those that ship, and those that build it. */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';

const Lock = v.object({
  packages: v.record(
    v.string(),
    v.looseObject({
      version: v.optional(v.string()),
      resolved: v.optional(v.string()),
      integrity: v.optional(v.string()),
      license: v.optional(v.string()),
      dev: v.optional(v.boolean(), false),
      hasInstallScript: v.optional(v.boolean(), false),
    }),
  ),
});
const Manifest = v.object({
  name: v.string(),
  version: v.string(),
  dependencies: v.record(v.string(), v.string()),
});

/** An installed package. `resolved`: the address that npm fetched it from. */
export interface LockedPackage {
  /** Its folder, such as `node_modules/dexie`. */
  path: string;
  name: string;
  version: string;
  resolved: string;
  /** In npm's form: `sha512-` and base64. */
  integrity: string;
  license: string;
  hasInstallScript: boolean;
}

/** package-lock.json, as the bill of materials and the list of licences read it. */
export interface Lockfile {
  name: string;
  version: string;
  /** The packages that ship in the extension. */
  shipped: LockedPackage[];
  /** All packages that an installation of the sources installs, by path. */
  all: LockedPackage[];
}

export function readLocked(root: string): Lockfile {
  const { name, version, dependencies } = v.parse(
    Manifest,
    JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as unknown,
  );
  const { packages } = v.parse(Lock, JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8')) as unknown);
  const all = Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, one]) => ({
      path,
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: one.version ?? '',
      resolved: one.resolved ?? '',
      integrity: one.integrity ?? '',
      license: one.license ?? '',
      hasInstallScript: one.hasInstallScript,
    }));
  // A library that ships has no dependencies of its own: test/unit/dependencies.test.ts holds that.
  const shipped = all.filter(({ path }) => Object.keys(dependencies).some((one) => path === `node_modules/${one}`));
  return { name, version, shipped, all };
}
