/**
 * Protects memory: removed nodes are released with their marks, open shadow roots with all their
 * text, and documents of the reader once another is open.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { firstMarks } from '../../lib/tools/browser/drive.ts';
import { openExtensionPage } from '../../lib/tools/browser/extension.ts';
import { inPage } from '../../lib/tools/browser/in-page.ts';
import { inFirefoxWindow } from '../../lib/tools/browser/launch.ts';
import { until } from '../../lib/tools/browser/wait.ts';
import type { ElementHandle, Page } from 'puppeteer-core';
import { plainNotice } from '../support/pdf-files.ts';
import { useTestUser } from '../support/test-user.ts';
import { article, paragraphs, STORY } from '../support/stories.ts';

const user = useTestUser();

/** Hosts that are in the page at a time, and how often they are replaced. */
const HOSTS = 100;
const ROUNDS = 5;

const EVERYWHERE = `for (const topic of ['child-gc-request', 'child-cc-request', 'child-mmu-request']) Services.obs.notifyObservers(null, topic); Cu.forceGC(); Cu.forceCC(); 'done'`;

async function collectGarbage(page: Page): Promise<void> {
  if (inject('browser') === 'firefox') await inFirefoxWindow(user().launched.browser, EVERYWHERE);
  else await (await page.createCDPSession()).send('HeapProfiler.collectGarbage');
}

it('releases open shadow roots that left the page', async () => {
  const { page } = await user().open(article(paragraphs(STORY)));
  await inPage(page, () => Reflect.set(window, 'roots', []));
  const marked = () => inPage(page, () => CSS.highlights.get('tradegloss-chip')?.size ?? 0);
  const before = await marked();
  for (let round = 0; round < ROUNDS; round++) {
    await inPage(
      page,
      (count) => {
        const all = document.createElement('div');
        all.id = 'hosts';
        for (let n = 0; n < count; n++) {
          const host = document.createElement('div');
          const root = host.attachShadow({ mode: 'open' });
          root.innerHTML = n === 0 ? '<p>The MI308 and the A800 wait.</p>' : '<p>One line.</p>';
          (Reflect.get(window, 'roots') as WeakRef<ShadowRoot>[]).push(new WeakRef(root));
          all.append(host);
        }
        document.body.append(all);
      },
      HOSTS,
    );
    expect(await until(async () => (await marked()) > before)).toBe(true);
    await inPage(page, () => document.querySelector('#hosts')?.remove());
    expect(await until(async () => (await marked()) === before)).toBe(true);
  }
  const alive = await until(
    async () => {
      await collectGarbage(page);
      return inPage(
        page,
        () => (Reflect.get(window, 'roots') as WeakRef<ShadowRoot>[]).filter((one) => one.deref() !== undefined).length,
      );
    },
    (count) => count <= HOSTS,
    20_000,
  );
  // A browser keeps its last objects: those of one round, however many rounds there were.
  expect(alive).toBeLessThanOrEqual(HOSTS);
});

it('releases documents of the reader once another is open, also one with a password', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tradegloss-released-'));
  const page = await openExtensionPage(user().launched, '/reader.html');
  await inPage(page, () => Reflect.set(window, 'documents', []));
  const locked = { userPassword: 'tungsten', pdfVersion: '1.7' } as const;
  for (const [k, options] of [{}, locked, {}, {}].entries()) {
    const path = join(folder, `${k}.pdf`);
    writeFileSync(path, (await plainNotice(options)).bytes);
    // A handle would keep what it leads to in memory.
    const input = (await page.waitForSelector('input[type=file]')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(path);
    await input.dispose();
    if (options === locked) {
      await (await page.waitForSelector('input[type=password]'))?.dispose();
      await page.keyboard.type('tungsten');
      await page.keyboard.press('Enter');
    }
    const isNew = () =>
      inPage(page, () => {
        const documents = Reflect.get(window, 'documents') as WeakRef<Element>[];
        const shown = document.querySelector('.reader-scroller');
        const isOther = shown !== null && documents.every((one) => one.deref() !== shown);
        if (isOther) documents.push(new WeakRef(shown));
        return isOther;
      });
    expect(await until(isNew)).toBe(true);
    expect(await firstMarks(page)).not.toEqual([]);
  }
  rmSync(folder, { recursive: true });
  const kept = await until(
    async () => {
      await collectGarbage(page);
      return inPage(page, () =>
        (Reflect.get(window, 'documents') as WeakRef<Element>[]).map((one) => one.deref() !== undefined),
      );
    },
    (alive) => alive.filter(Boolean).length <= 1,
    20_000,
  );
  expect(kept).toEqual([false, false, false, true]);
  await page.close();
});

it('has thrown no error', async () => {
  expect(await user().errors()).toEqual([]);
});
