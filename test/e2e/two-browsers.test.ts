/**
 * A Chromium and a Firefox that sync over one real WebDAV server, both between reading and writing
 * in each round: no edit of either is lost. Chromium's project uses nginx, which keeps devices
 * apart by locks; Firefox's uses Apache, which does by conditions.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { BROWSERS } from '../../lib/tools/browser/browsers.ts';
import { closeBrowser, type Launched } from '../../lib/tools/browser/launch.ts';
import { pause, until } from '../../lib/tools/browser/wait.ts';
import { apacheHere, startApache } from '../support/apache.ts';
import { OTHER_SERVERS } from '../support/other-servers.ts';
import { exchangeIn, logOf, termsOf, withBrowserName } from '../support/own-tables.ts';
import { fill, importTable, openOwn, press, says } from '../support/own-terms.ts';
import { startBrowser } from '../support/start-browser.ts';
import { ACCOUNT, withFaults, type DavServer, type WebdavServer } from '../support/webdav-server.ts';

const ROUNDS = 6;
/** Milliseconds after which a request no longer waits for the other browser's. */
const RACE_LIMIT_MS = 10_000;

const nginx = OTHER_SERVERS.find(({ name }) => name === 'nginx');
/** `writes`: the method with which a device begins to write. */
const SERVER =
  inject('browser') === 'chrome'
    ? { guard: 'locks', writes: 'LOCK', program: nginx?.program, start: nginx?.start }
    : { guard: 'conditions', writes: 'PUT', program: apacheHere(), start: startApache };

/** Holds the first of two writes until the second arrives, so that both have read before. */
class Starter {
  races = 0;
  #waiting: (() => void) | null = null;

  async wait(): Promise<void> {
    if (this.#waiting) {
      this.#waiting();
      this.#waiting = null;
      this.races++;
      return;
    }
    const other = Promise.withResolvers<void>();
    this.#waiting = other.resolve;
    await Promise.race([other.promise, pause(RACE_LIMIT_MS)]);
    if (this.#waiting === other.resolve) this.#waiting = null;
  }
}

describe.skipIf(!SERVER.program)(`sync over ${inject('browser') === 'chrome' ? 'nginx' : 'Apache'}`, () => {
  let server: WebdavServer;
  const launched: Launched[] = [];
  const pages: Page[] = [];
  const starter = new Starter();

  beforeAll(async () => {
    const begin: ((program: string) => Promise<DavServer>) | undefined = SERVER.start;
    if (!begin) throw new Error('no such server');
    server = await withFaults(await begin(SERVER.program ?? ''), SERVER.guard === 'locks' ? 'locks' : 'conditions');
    for (const name of BROWSERS) {
      const one = await startBrowser(name, { prefs: { 'extensions.webextOptionalPermissionPrompts': false } });
      launched.push(one);
      const page = await openOwn({ launched: one }, '/options.html');
      await withBrowserName(page);
      // Two browsers start at once here; on a busy machine the first page takes its time.
      await says(page, 'A WebDAV server', 90_000);
      await press(page, 'A WebDAV server');
      await fill(page, 'Address', server.url);
      await fill(page, 'Name', ACCOUNT.user);
      await fill(page, 'Password', ACCOUNT.password);
      await press(page, 'Connect');
      await says(page, 'Last sync');
      pages.push(page);
    }
  }, 300_000);
  afterAll(async () => {
    await Promise.all(launched.map(({ browser }) => closeBrowser(browser)));
    await server.close();
  });

  it('no edit is lost in races that both enter', async () => {
    const written: string[] = [];
    /** Notes that a device replaced after it had seen them. */
    const settled = new Set<string>();
    server.fault(async (method) => {
      if (method === SERVER.writes) await starter.wait();
      return null;
    });
    for (let round = 1; round <= ROUNDS; round++) {
      // Each has one term of its own, and both write in a third.
      await Promise.all(
        pages.map(async (page, n) => {
          const [own, shared] = [`own ${n} of round ${round}`, `shared ${n} of round ${round}`];
          written.push(own, shared);
          const before = new Map((await termsOf(page)).map(({ id, note }) => [id, note]));
          await importTable(page, `name,note\nTerm ${n} ${round},${own}\nShared,${shared}\n`);
          const after = await until(
            () => termsOf(page),
            (terms) => terms.some(({ note }) => note === shared),
          );
          const replaced = before.get(after.find(({ note }) => note === shared)?.id ?? '');
          if (replaced) settled.add(replaced);
        }),
      );
      await Promise.all(pages.map(exchangeIn));
    }
    server.fault(() => null);
    for (let k = 0; k < 4; k++) for (const page of pages) await exchangeIn(page);
    const [first = [], second] = await Promise.all(pages.map(termsOf));
    expect(second).toEqual(first);
    expect(first.filter(({ name }) => name !== 'Shared')).toHaveLength(2 * ROUNDS);
    const logs = (await Promise.all(pages.map(logOf))).flat();
    const kept = new Set([...settled, ...first.map(({ note }) => note), ...logs.map(({ value }) => value)]);
    expect(written.filter((note) => !kept.has(note))).toEqual([]);
    expect(starter.races, 'rounds in which both had read before either wrote').toBeGreaterThanOrEqual(ROUNDS - 1);
  }, 300_000);
});
