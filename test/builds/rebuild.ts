/**
 * Checks the promise to the stores' reviewers: the package of the sources builds the same archives
 * byte for byte, including itself. Wants the packages that `npm run zip` or `build.ts` made, and
 * leaves them as they are, because other tests read the builds at the same time. `tsx
 * test/builds/rebuild.ts [--browser NAME]` exits with 1 if an archive differs; without `--browser`
 * it compares both browsers' archives.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import JSZip from 'jszip';
import { browsersNamed } from '../../lib/tools/browser/browsers.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const { version } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as { version: string };
const { values } = parseArgs({ options: { browser: { type: 'string' } } });
const browsers = browsersNamed(values.browser);
const onWindows = process.platform === 'win32';

function run(command: string, words: string[], cwd: string): void {
  const { status, stdout, stderr } = spawnSync(command, words, { cwd, encoding: 'utf8', shell: onWindows });
  if (status === 0) return;
  console.error(`${stdout}\n${stderr}\n${[command, ...words].join(' ')} failed in ${cwd}`);
  process.exit(1);
}

const archive = (root: string, name: string) =>
  readFileSync(join(root, '.output', `tradegloss-${version}-${name}.zip`));

const folder = mkdtempSync(join(tmpdir(), 'tradegloss-sources-'));
let differing = 0;
try {
  const sources = await JSZip.loadAsync(archive(ROOT, 'sources'));
  for (const file of Object.values(sources.files)) {
    if (file.dir) continue;
    mkdirSync(dirname(join(folder, file.name)), { recursive: true });
    writeFileSync(join(folder, file.name), await file.async('nodebuffer'));
  }
  run('npm', ['ci', '--no-audit', '--no-fund', '--prefer-offline'], folder);
  for (const browser of browsers) {
    run(process.execPath, [`${folder}/node_modules/wxt/bin/wxt.mjs`, 'zip', '-b', browser], folder);
  }
  for (const name of [...browsers, 'sources']) {
    const [ours, theirs] = [archive(ROOT, name), archive(folder, name)];
    const isSame = ours.equals(theirs);
    console.log(`${name}: ${ours.length} bytes, ${isSame ? 'the same' : 'not the same'}`);
    if (isSame) continue;
    differing++;
    await tellDifferences(ours, theirs);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(differing > 0 ? 1 : 0);

async function tellDifferences(ours: Buffer, theirs: Buffer): Promise<void> {
  const [a, b] = await Promise.all([JSZip.loadAsync(ours), JSZip.loadAsync(theirs)]);
  for (const name of new Set([...Object.keys(a.files), ...Object.keys(b.files)])) {
    const [one, other] = await Promise.all([a.file(name)?.async('string'), b.file(name)?.async('string')]);
    if (one !== other) console.error(`  ${name} differs`);
  }
}
