/**
 * Acts as a user in a test: a browser with the extension, and a server that stands in for every
 * news host.
 */
import { AssertionError } from 'node:assert';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, inject } from 'vitest';
import * as v from 'valibot';
import type { BrowserName } from '../../lib/tools/browser/browsers.ts';
import { firstMarks, settledMarks, type PageMark } from '../../lib/tools/browser/drive.ts';
import { inPage } from '../../lib/tools/browser/in-page.ts';
import { closeBrowser, inFirefoxWindow, type Launched } from '../../lib/tools/browser/launch.ts';
import { pause } from '../../lib/tools/browser/wait.ts';
import { settleSettings } from './settings.ts';
import { buildFolder, startBrowser, type More } from './start-browser.ts';
import { startStandIn, type Served, type StandIn } from './stand-in.ts';

/** A host of the suggested list, which the preview may read, and one which it may not. */
export const NEWS = 'apnews.com';
export const ELSEWHERE = 'unlisted.example';

export class TestUser {
  readonly name: BrowserName;
  readonly launched: Launched;
  readonly site: StandIn;
  readonly #errors: string[] = [];
  #served = 0;

  private constructor(name: BrowserName, launched: Launched, site: StandIn) {
    this.name = name;
    this.launched = launched;
    this.site = site;
  }

  static async start(name: BrowserName, more: More = {}): Promise<TestUser> {
    const site = await startStandIn();
    const launched = await startBrowser(name, { standInPort: site.port, ...more });
    // An extension that is not ours has no settings.
    if (existsSync(join(more.extension ?? buildFolder(name, 'preview'), 'welcome.html')))
      await settleSettings(launched);
    return new TestUser(name, launched, site);
  }

  /** The address of a path on a host in the form that this browser needs. */
  url(path: string, host = NEWS): string {
    return `https://${host}${this.name === 'firefox' ? `:${this.site.port}` : ''}${path}`;
  }

  /** Serves a page under its own path, and returns the path. */
  serve(page: Served | string, path = `/story-${++this.#served}.html`): string {
    this.site.serve(path, page);
    return path;
  }

  /** An empty tab whose errors are recorded. */
  async tab(): Promise<Page> {
    const page = await this.launched.browser.newPage();
    page.setDefaultTimeout(60_000);
    await page.setViewport({ width: 1180, height: 900 });
    const note = (text: string) => text.includes(this.launched.origin) && this.#errors.push(text);
    page.on('pageerror', (error) => note(error instanceof Error ? `${error.message}\n${error.stack}` : String(error)));
    page.on(
      'console',
      (message) =>
        message.type() === 'error' &&
        note(
          `${message.text()} ${message.location().url ?? ''} ${message
            .stackTrace()
            .map(({ url }) => url)
            .join(' ')}`,
        ),
    );
    return page;
  }

  /** Opens a page; `marks` are its marks at rest. */
  async open(
    page: Served | string,
    { host = NEWS, path }: { host?: string; path?: string } = {},
  ): Promise<{ page: Page; marks: PageMark[]; url: string }> {
    const tab = await this.tab();
    const url = this.url(this.serve(page, path), host);
    await tab.goto(url);
    return { page: tab, url, marks: host === NEWS ? await firstMarks(tab) : [] };
  }

  /**
   * The errors in the extension's own files so far. Firefox itself logs some if a page closes,
   * enters the back-forward cache, or the background ends before an answer comes, and if a closed
   * window requests another turn.
   */
  async errors(): Promise<string[]> {
    if (this.name === 'chrome') return this.#errors;
    const script = `JSON.stringify(Services.console.getMessageArray().filter((one) => one instanceof Ci.nsIScriptError && !(one.flags & 1) && !/^Promise (?:rejected|resolved) (?:after context unloaded|while context is inactive)|^NS_ERROR_(?:NOT_INITIALIZED|UNEXPECTED):? *$/.test(one.errorMessage) && one.sourceName.startsWith(${JSON.stringify(this.launched.origin)})).map((one) => one.errorMessage + ' ' + one.sourceName + ':' + one.lineNumber + ':' + one.columnNumber))`;
    return v.parse(
      v.pipe(v.string(), v.parseJson(), v.array(v.string())),
      await inFirefoxWindow(this.launched.browser, script),
    );
  }

  /**
   * Checks that the marks at rest are those of a fresh load of the same DOM, and returns them. It
   * polls, because on a busy machine two equal results do not yet mean rest.
   */
  async expectFresh(page: Page): Promise<PageMark[]> {
    for (const until = Date.now() + 20_000; ;) {
      const marks = await settledMarks(page);
      const fresh = await this.#freshMarks(page, marks.length === 0);
      if (isDeepStrictEqual(marks, fresh)) return marks;
      if (Date.now() > until) throw new AssertionError({ actual: marks, expected: fresh, operator: 'deepStrictEqual' });
    }
  }

  /** Reads the marks of a copy in which the page's scripts do not run. */
  async #freshMarks(page: Page, none: boolean): Promise<PageMark[]> {
    const [html, scroll] = await inPage(page, () => {
      const roots: ShadowRoot[] = [];
      const walk = (root: ParentNode) => {
        for (const element of root.querySelectorAll('*')) {
          if (!element.shadowRoot) continue;
          roots.push(element.shadowRoot);
          walk(element.shadowRoot);
        }
      };
      walk(document);
      const { documentElement: root } = document;
      const start = root.cloneNode(false);
      const tag = start instanceof Element ? start.outerHTML.replace(/<\/html>$/, '') : '<html>';
      const text = `<!doctype html>${tag}${root.getHTML({ shadowRoots: roots })}</html>`;
      return [text.replace(/<script(?![^>]*ld\+json)/gi, '<script type="text/plain"'), scrollY] as const;
    });
    const copy = await this.tab();
    await copy.goto(this.url(this.serve(html)));
    if (scroll) await inPage(copy, (y) => window.scrollTo(0, y), scroll);
    const marks = await firstMarks(copy, none ? 5000 : undefined);
    await copy.close();
    await page.bringToFront();
    return marks;
  }

  async end(): Promise<void> {
    await closeBrowser(this.launched.browser);
    await this.site.close();
  }
}

/** Starts the browser of this test project. */
export const startTestUser = (more: More = {}): Promise<TestUser> => TestUser.start(inject('browser'), more);

/**
 * The user of a test file, from before its tests until after them. Waits until the extension works.
 */
export function useTestUser(more: More = {}): () => TestUser {
  let user: TestUser | null = null;
  beforeAll(async () => {
    user = await startTestUser(more);
    const { page, marks } = await user.open(
      '<!doctype html><title>First</title><p>Exports of gallium and germanium need a licence.</p>',
    );
    if (marks.length === 0) throw new Error('the extension marks nothing');
    // The installation can start the page script twice: as a registered script, and in open tabs.
    await pause(500);
    await page.close();
  });
  afterAll(() => user?.end());
  return () => {
    if (!user) throw new Error('the browser has not started');
    return user;
  };
}
