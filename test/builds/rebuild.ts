/**
 * The packages for the stores, and the promise made to their reviewers: what the sources package builds
 * is byte for byte what the packages hold. `tsx test/builds/rebuild.ts`; exits with 1 where it is not so.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import JSZip from 'jszip';
import { BROWSERS } from '../../lib/tools/browser/browsers.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const { version } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as { version: string };
const onWindows = process.platform === 'win32';

function run(command: string, words: string[], cwd: string): void {
  const { status, stdout, stderr } = spawnSync(command, words, { cwd, encoding: 'utf8', shell: onWindows });
  if (status === 0) return;
  console.error(`${stdout}\n${stderr}\n${[command, ...words].join(' ')} failed in ${cwd}`);
  process.exit(1);
}

/** The files of a package: path to content. */
async function contentOf(name: string): Promise<Map<string, Buffer>> {
  const zip = await JSZip.loadAsync(readFileSync(`${ROOT}.output/tradegloss-${version}-${name}.zip`));
  const files = Object.values(zip.files).filter((file) => !file.dir);
  return new Map(await Promise.all(files.map(async (file) => [file.name, await file.async('nodebuffer')] as const)));
}

const wxt = (words: string[], root: string) =>
  run(process.execPath, [`${root}/node_modules/wxt/bin/wxt.mjs`, ...words], root);

for (const browser of BROWSERS) wxt(['zip', '-b', browser], ROOT.replace(/\/$/, ''));
const folder = mkdtempSync(join(tmpdir(), 'tradegloss-sources-'));
let differing = 0;
try {
  for (const [path, content] of await contentOf('sources')) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  run('npm', ['ci', '--no-audit', '--no-fund', '--prefer-offline'], folder);
  for (const browser of BROWSERS) {
    wxt(['build', '-b', browser], folder);
    const packed = await contentOf(browser);
    for (const [path, content] of packed) {
      const built = join(folder, '.output', `${browser}-mv3`, path);
      if (readFileSync(built).equals(content)) continue;
      differing++;
      console.error(`${browser}: ${path} is built otherwise from the sources package`);
    }
    console.log(`${browser}: ${packed.size} files compared`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(differing > 0 ? 1 : 0);
