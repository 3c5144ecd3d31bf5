/** A browser with the built extension, and the pages that it shows. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { BrowserName } from '../../lib/tools/browser/browsers.ts';
import type { Launched } from '../../lib/tools/browser/launch.ts';
import { pause } from '../../lib/tools/browser/wait.ts';
import { ELSEWHERE } from '../support/test-user.ts';
import { startBrowser } from '../support/start-browser.ts';
import { startStandIn, type StandIn } from '../support/stand-in.ts';

/** Measured pages are shown without their scripts, so that two visits are the same. */
const STILL = { 'content-security-policy': "script-src 'none'; default-src data: 'unsafe-inline'; connect-src 'self'" };

export interface BenchPage {
  name: string;
  html: string;
}

export function savedPages(folder: string): BenchPage[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.html'))
    .map((file) => ({ name: basename(file, '.html'), html: readFileSync(join(folder, file), 'utf8') }));
}

export class Lab {
  readonly name: BrowserName;
  readonly launched: Launched;
  readonly site: StandIn;
  #served = 0;

  constructor(name: BrowserName, launched: Launched, site: StandIn) {
    this.name = name;
    this.launched = launched;
    this.site = site;
  }

  url(path: string, host: string): string {
    return `https://${host}${this.name === 'firefox' ? `:${this.site.port}` : ''}${path}`;
  }

  /** Serves a text under its own address. `still` prevents a page's scripts from running. */
  serve(body: string, { still = false, type }: { still?: boolean; type?: string } = {}): string {
    const path = `/bench-${++this.#served}`;
    this.site.serve(path, { body, type, headers: still ? STILL : undefined });
    return path;
  }

  async tab(path: string, host = ELSEWHERE): Promise<Page> {
    const page = await this.launched.browser.newPage();
    await page.setViewport({ width: 1180, height: 900 });
    await page.goto(this.url(path, host), { timeout: 120_000 });
    return page;
  }

  /** A tab with the script of the bench, once the page is idle. */
  async benchTab(path: string, script: string): Promise<Page> {
    const page = await this.tab(path);
    await pause(300);
    await page.evaluate(script);
    return page;
  }

  version(): Promise<string> {
    return this.launched.browser.version();
  }

  async end(): Promise<void> {
    await this.launched.browser.close();
    await this.site.close();
  }
}

/** `extension`: another extension than the preview build. */
export async function openLab(name: BrowserName, more: { extension?: string } = {}): Promise<Lab> {
  const site = await startStandIn();
  // By default Firefox rounds its clock to a millisecond, and stops its background after 30
  // seconds.
  const prefs = { 'privacy.reduceTimerPrecision': false, 'extensions.background.idle.timeout': 1500 };
  const launched = await startBrowser(name, { standInPort: site.port, prefs, ...more });
  return new Lab(name, launched, site);
}
