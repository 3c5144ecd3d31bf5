/**
 * The first step of `npm start` and `npm test` on a fresh clone: plain Node without dependencies.
 * Installs what package-lock.json names when that is missing or older, then hands over to a script:
 * `node lib/tools/browser/bootstrap.mjs SCRIPT [ARGUMENTS]`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const onWindows = process.platform === 'win32';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node 20.19 or newer is needed; this is ${process.versions.node}.`);
  process.exit(1);
}

/** npm writes this file last, so it is there only after an installation that came to its end. */
const installed = `${root}node_modules/.package-lock.json`;
const wanted = ['package-lock.json', 'package.json'].map((name) => `${root}${name}`);
const isCurrent =
  existsSync(installed) && wanted.every((file) => statSync(file).mtimeMs <= statSync(installed).mtimeMs);

/** The same lock file checked out anew is newer on disk but nothing has to be installed for it. */
const hasAll = () =>
  spawnSync('npm', ['ls', '--all', '--silent'], { cwd: root, stdio: 'ignore', shell: onWindows }).status === 0;

if (!isCurrent && !(existsSync(installed) && hasAll())) {
  console.log('Installing what package-lock.json names …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: onWindows,
  });
  if (status !== 0) {
    console.error('npm ci failed: is the npm registry within reach?');
    process.exit(status ?? 1);
  }
}

const { status, signal } = spawnSync(process.execPath, ['--import', 'tsx', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(signal ? 1 : (status ?? 1));
