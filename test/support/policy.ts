/**
 * Sets a real policy of the machine, which the browser reads from its own folder. It concerns a
 * copy of the build with its own id, so that other browsers on the machine ignore it. Writing it
 * requires root.
 */
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { BrowserName } from '../../lib/tools/browser/browsers.ts';
import { buildFolder } from './start-browser.ts';

const FIREFOX_ID = 'policy-test@tradegloss.invalid';
const FILES: Record<BrowserName, string> = {
  chrome: '/etc/chromium/policies/managed/tradegloss-test.json',
  firefox: '/etc/firefox/policies/policies.json',
};

/** Chromium's id of an unpacked extension: the hash of its path in letters from a to p. */
const chromeId = (path: string): string =>
  createHash('sha256')
    .update(path)
    .digest('hex')
    .slice(0, 32)
    .replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));

/** True if the folder is writable and the machine has no policy of its own there. */
export const canSetPolicy = (name: BrowserName): boolean =>
  process.platform === 'linux' && process.getuid?.() === 0 && !existsSync(FILES[name]);

interface SetPolicy {
  /** The folder of the copy. */
  extension: string;
  /** Chromium notices a change while it runs, Firefox when it starts. */
  change: (policy: object) => Promise<void>;
  end: () => Promise<void>;
}

export async function setPolicy(name: BrowserName, policy: object): Promise<SetPolicy> {
  const extension = await realpath(await mkdtemp(join(tmpdir(), 'tradegloss-policy-')));
  await cp(buildFolder(name, 'preview'), extension, { recursive: true });
  const manifest = join(extension, 'manifest.json');
  if (name === 'firefox') {
    const read = JSON.parse(await readFile(manifest, 'utf8')) as {
      browser_specific_settings: { gecko: { id: string } };
    };
    read.browser_specific_settings.gecko.id = FIREFOX_ID;
    await writeFile(manifest, JSON.stringify(read));
  }
  const file = FILES[name];
  const change = (now: object) =>
    writeFile(
      file,
      JSON.stringify(
        name === 'firefox'
          ? { policies: { '3rdparty': { Extensions: { [FIREFOX_ID]: now } } } }
          : { '3rdparty': { extensions: { [chromeId(extension)]: now } } },
      ),
    );
  await mkdir(dirname(file), { recursive: true });
  await change(policy);
  return {
    extension,
    change,
    end: async () => {
      await rm(file, { force: true });
      await rm(extension, { recursive: true, force: true });
    },
  };
}
