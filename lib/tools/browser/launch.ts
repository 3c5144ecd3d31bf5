/** Starts a browser with a built extension loaded, for `npm start` and the tests. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GECKO_ID } from '../build/gecko-id.ts';
import { launch, type Browser } from 'puppeteer-core';
import * as v from 'valibot';
import type { BrowserName } from './browsers.ts';

/**
 * The part of the address of the extension's own pages that Firefox chooses at random. Chosen here,
 * so that tests know it.
 */
const FIREFOX_UUID = '6d3f7a52-9c1e-4a0b-8f5d-2b7e91c4d8a6';

/**
 * `executable`: the path of the browser. `prefs`: preferences of Firefox. `args`: flags of the
 * command line.
 */
export interface LaunchOptions {
  name: BrowserName;
  executable: string;
  /** Folder of a build. */
  extension: string;
  headless: boolean;
  /**
   * Directs every host name to this port of this machine. In Firefox addresses must name the port
   * too.
   */
  standInPort?: number | undefined;
  prefs?: Record<string, string | number | boolean> | undefined;
  args?: string[] | undefined;
  /** The folder of a profile to keep. Without it each start has a new profile. */
  profile?: string | undefined;
}

/** A busy machine takes long to start a browser. */
const START_LIMIT_MS = 90_000;

/** The running browser, and the extension in it. */
export interface Launched {
  browser: Browser;
  /** The origin of the extension's pages, without a slash at the end. */
  origin: string;
  extensionId: string;
}

const QUIET = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-sync',
  '--disable-component-update',
  '--disable-features=Translate,OptimizationHints,MediaRouter',
];

async function launchChrome({
  executable,
  extension,
  headless,
  standInPort,
  args = [],
  profile,
}: LaunchOptions): Promise<Launched> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const standIn = standInPort === undefined ? [] : [`--host-resolver-rules=MAP * 127.0.0.1:${standInPort}`];
  const browser = await launch({
    executablePath: executable,
    headless,
    timeout: START_LIMIT_MS,
    pipe: true,
    acceptInsecureCerts: standInPort !== undefined,
    enableExtensions: [extension],
    // As for users: the back/forward cache is on.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    defaultViewport: null,
    ...(profile ? { userDataDir: profile } : {}),
    args: [...QUIET, ...asRoot, ...standIn, ...(headless ? ['--disable-gpu'] : []), ...args],
  });
  const target = await browser.waitForTarget((one) => one.url().startsWith('chrome-extension://'), {
    timeout: START_LIMIT_MS,
  });
  const { origin, host } = new URL(target.url());
  return { browser, origin: origin === 'null' ? `chrome-extension://${host}` : origin, extensionId: host };
}

const GeckoManifest = v.object({ browser_specific_settings: v.object({ gecko: v.object({ id: v.string() }) }) });

/** A build of ours under another id, as a policy of its own needs it, keeps that id. */
async function geckoIdOf(extension: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8').catch(() => '{}'));
  const read = v.safeParse(GeckoManifest, manifest);
  return read.success ? read.output.browser_specific_settings.gecko.id : GECKO_ID;
}

async function launchFirefox({
  executable,
  extension,
  headless,
  standInPort,
  prefs,
  args = [],
  profile,
}: LaunchOptions): Promise<Launched> {
  const id = await geckoIdOf(extension);
  const browser = await launch({
    browser: 'firefox',
    executablePath: executable,
    headless,
    timeout: START_LIMIT_MS,
    acceptInsecureCerts: standInPort !== undefined,
    defaultViewport: null,
    ...(profile ? { userDataDir: profile } : {}),
    args: ['--remote-allow-system-access', ...args],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [id]: FIREFOX_UUID }),
      'datareporting.policy.dataSubmissionEnabled': false,
      'browser.translations.enable': false,
      ...(standInPort === undefined ? {} : { 'network.dns.forceResolve': '127.0.0.1' }),
      ...prefs,
    },
  });
  await browser.installExtension(extension);
  return { browser, origin: `moz-extension://${FIREFOX_UUID}`, extensionId: id };
}

/** Rejects if the browser does not start or refuses the extension. */
export function launchWithExtension(options: LaunchOptions): Promise<Launched> {
  return options.name === 'chrome' ? launchChrome(options) : launchFirefox(options);
}

/** Ends a browser, by force if it does not end by itself. */
export async function closeBrowser(browser: Browser): Promise<void> {
  const child = browser.process();
  const force = setTimeout(() => child?.kill('SIGKILL'), 10_000);
  await browser.close().catch(() => undefined);
  clearTimeout(force);
}

type Bidi = { send(method: string, params: object): Promise<{ result: unknown }> };
const hasBidi = (browser: Browser): browser is Browser & { connection: Bidi } => 'connection' in browser;

/** Sends a command of WebDriver BiDi (Firefox) that puppeteer does not offer. */
export async function bidi(browser: Browser, method: string, params: object): Promise<unknown> {
  if (!hasBidi(browser)) throw new Error('not driven by WebDriver BiDi');
  return (await browser.connection.send(method, params)).result;
}

const Windows = v.object({ contexts: v.array(v.object({ context: v.string(), url: v.string() })) });
const Answer = v.object({
  type: v.string(),
  result: v.optional(v.object({ value: v.optional(v.unknown()) })),
  exceptionDetails: v.optional(v.object({ text: v.string() })),
});

/** Runs privileged script in Firefox's own window. */
export async function inFirefoxWindow(browser: Browser, expression: string): Promise<unknown> {
  const { contexts } = v.parse(Windows, await bidi(browser, 'browsingContext.getTree', { 'moz:scope': 'chrome' }));
  const window = contexts.find(({ url }) => url === 'chrome://browser/content/browser.xhtml');
  if (!window) throw new Error('Firefox has no window');
  const answer = v.parse(
    Answer,
    await bidi(browser, 'script.evaluate', {
      expression,
      target: { context: window.context },
      awaitPromise: true,
      userActivation: true,
    }),
  );
  if (answer.type !== 'success') throw new Error(answer.exceptionDetails?.text ?? "script failed in Firefox's window");
  return answer.result?.value;
}
