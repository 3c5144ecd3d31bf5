/**
 * Finds an installed Chromium, Chrome, Edge or Firefox that is new enough. If there is none,
 * fetches one: Debian's package if run as root on Debian, else the vendor's build through
 * @puppeteer/browsers.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Browser, detectBrowserPlatform, getInstalledBrowsers, install, resolveBuildId } from '@puppeteer/browsers';

/** The two engines. Edge counts as `chrome`. */
export type BrowserName = 'chrome' | 'firefox';
export const BROWSERS: readonly BrowserName[] = ['chrome', 'firefox'];

/** The browser of that name, none if the name is unknown; both browsers without a name. */
export const browsersNamed = (name: string | undefined): BrowserName[] =>
  BROWSERS.filter((browser) => name === undefined || browser === name);

/** The oldest versions that the manifests allow. */
const OLDEST: Record<BrowserName, number> = { chrome: 148, firefox: 150 };

const ON_PATH: Record<BrowserName, string[]> = {
  chrome: [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
  ],
  firefox: ['firefox', 'firefox-esr'],
};
const IN_APPLICATIONS: Record<BrowserName, string[]> = {
  chrome: [
    'Google Chrome.app/Contents/MacOS/Google Chrome',
    'Chromium.app/Contents/MacOS/Chromium',
    'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  firefox: ['Firefox.app/Contents/MacOS/firefox'],
};
const IN_PROGRAM_FILES: Record<BrowserName, string[]> = {
  chrome: [
    'Google\\Chrome\\Application\\chrome.exe',
    'Chromium\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: ['Mozilla Firefox\\firefox.exe'],
};
/** Environment variables that give the path of a browser in an unusual place. */
const VARIABLE: Record<BrowserName, string> = { chrome: 'CHROME_PATH', firefox: 'FIREFOX_PATH' };

const CACHE = join(homedir(), '.cache', 'puppeteer');
const VENDOR = { chrome: Browser.CHROME, firefox: Browser.FIREFOX } as const;
const PACKAGE: Record<BrowserName, string> = { chrome: 'chromium', firefox: 'firefox-esr' };

function candidates(name: BrowserName): string[] {
  const { env, platform } = process;
  const own = env[VARIABLE[name]];
  const first = own ? [own] : [];
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter(
      (root) => root !== undefined,
    );
    return [...first, ...roots.flatMap((root) => IN_PROGRAM_FILES[name].map((path) => join(root, path)))];
  }
  if (platform === 'darwin')
    return [
      ...first,
      ...['/Applications', join(homedir(), 'Applications')].flatMap((root) =>
        IN_APPLICATIONS[name].map((path) => join(root, path)),
      ),
    ];
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return [...first, ...ON_PATH[name].flatMap((command) => folders.map((folder) => join(folder, command)))];
}

/** The major version that a browser reports; null if it reports none (Windows). */
function majorVersion(executable: string): number | null {
  if (process.platform === 'win32') return null;
  try {
    const said = execFileSync(executable, ['--version'], {
      encoding: 'utf8',
      timeout: 30_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return Number(/(?<!\d)(\d{1,6})\.\d/.exec(said)?.[1] ?? Number.NaN) || null;
  } catch {
    return 0;
  }
}

const isNewEnough = (name: BrowserName, executable: string) => (majorVersion(executable) ?? Infinity) >= OLDEST[name];

/** The path of an installed browser that is new enough, or null. */
export async function findBrowser(name: BrowserName): Promise<string | null> {
  const installed = candidates(name).find((path) => existsSync(path) && isNewEnough(name, path));
  if (installed) return installed;
  const fetched = existsSync(CACHE) ? await getInstalledBrowsers({ cacheDir: CACHE }) : [];
  return (
    fetched
      .filter((one) => one.browser === VENDOR[name])
      .map((one) => one.executablePath)
      .find((path) => existsSync(path) && isNewEnough(name, path)) ?? null
  );
}

const isDebianRoot = () =>
  process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/etc/debian_version');

function fromDebian(name: BrowserName): void {
  const apt = (...words: string[]) =>
    spawnSync('apt-get', words, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
      .status === 0;
  // If the update fails, the package may be known already.
  apt('update');
  apt('install', '-y', '--no-install-recommends', PACKAGE[name]);
}

async function fromVendor(name: BrowserName): Promise<void> {
  const platform = detectBrowserPlatform();
  if (!platform) return;
  const buildId = await resolveBuildId(VENDOR[name], platform, 'stable');
  await install({ browser: VENDOR[name], buildId, platform, cacheDir: CACHE });
}

/**
 * Finds a browser, or fetches one. Null if neither worked; then `howToInstall` tells the user what
 * to do.
 */
export async function findOrFetchBrowser(name: BrowserName): Promise<string | null> {
  const found = await findBrowser(name);
  if (found) return found;
  console.log(
    `No ${name === 'chrome' ? 'Chromium, Chrome or Edge' : 'Firefox'} from version ${OLDEST[name]} on was found; fetching one …`,
  );
  for (const fetchFrom of isDebianRoot() ? [fromDebian, fromVendor] : [fromVendor]) {
    try {
      await fetchFrom(name);
    } catch {
      // Try the next way; if none is left, the user reads how to install one.
    }
    const fetched = await findBrowser(name);
    if (fetched) return fetched;
  }
  return null;
}

/** The advice that is printed if no browser was found and none could be fetched. */
export const howToInstall = (name: BrowserName): string =>
  name === 'chrome'
    ? `Install Chromium, Chrome or Edge ${OLDEST.chrome} or newer, or say where it is in ${VARIABLE.chrome}.`
    : `Install Firefox ${OLDEST.firefox} or newer, or say where it is in ${VARIABLE.firefox}.`;
