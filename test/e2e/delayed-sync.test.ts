/**
 * Two real browsers, each with its `storage.sync`, joined by a relay that delivers items late, out
 * of order, or only at the end: then both have the same terms, and no edit is lost.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import * as v from 'valibot';
import { inPage } from '../../lib/tools/browser/in-page.ts';
import { closeBrowser, type Launched } from '../../lib/tools/browser/launch.ts';
import { until } from '../../lib/tools/browser/wait.ts';
import { isAlive } from '../../lib/terms/record.ts';
import { exchangeIn, logOf, recordsOf, termsOf, withBrowserName } from '../support/own-tables.ts';
import { importTable, openOwn, says } from '../support/own-terms.ts';
import { randomFrom } from '../support/random.ts';
import { SEED } from '../support/runs.ts';
import { startBrowser } from '../support/start-browser.ts';

const ROUNDS = Number(process.env['ROUNDS'] ?? 14);
const Items = v.record(v.string(), v.unknown());
type Items = v.InferOutput<typeof Items>;

/** The used part of the extension's interface; it exists in its pages only. */
declare const browser: {
  storage: {
    sync: {
      get(keys: null): Promise<object>;
      set(items: object): Promise<void>;
      remove(keys: string[]): Promise<void>;
    };
  };
};

let launched: Launched[];
let pages: Page[];

beforeAll(async () => {
  launched = [];
  pages = [];
  for (let n = 0; n < 2; n++) {
    const one = await startBrowser(inject('browser'));
    launched.push(one);
    const page = await openOwn({ launched: one }, '/options.html');
    await withBrowserName(page);
    await page.locator('#devices input[value=browser]').click();
    await says(page, 'Last sync');
    pages.push(page);
  }
});
afterAll(() => Promise.all((launched ?? []).map(({ browser: one }) => closeBrowser(one))));

const at = (n: number): Page => {
  const page = pages[n];
  if (!page) throw new RangeError('no such browser');
  return page;
};
const exchange = (n: number) => exchangeIn(at(n));
const itemsOf = async (n: number): Promise<Items> =>
  v.parse(Items, await inPage(at(n), () => browser.storage.sync.get(null)));
const put = (n: number, items: Items) => inPage(at(n), (given) => browser.storage.sync.set(given), items);
const drop = (n: number, keys: string[]) => inPage(at(n), (given) => browser.storage.sync.remove(given), keys);

const termsAt = (n: number) => termsOf(at(n));

it('two browsers end with the same terms, and no edit is lost', async () => {
  console.info(`seed ${SEED}, ${ROUNDS} rounds`);
  const random = randomFrom(SEED);
  const written = new Set<string>();
  const settled = new Set<string>();
  let edits = 0;
  const under: { to: number; key: string; value: unknown }[] = [];
  let sent: Items[] = [{}, {}];
  for (let round = 0; round < ROUNDS; round++) {
    const n = random.below(2);
    for (let k = random.below(3); k >= 0; k--) {
      const value = `note ${++edits}`;
      written.add(value);
      const here = await termsAt(n);
      const term = here.length > 0 && random.chance(0.7) ? random.pick(here) : null;
      if (term?.note) settled.add(term.note);
      await importTable(at(n), `name,note\n${term?.name ?? `Term ${edits}`},${value}\n`);
      await until(async () => (await termsAt(n)).some(({ note }) => note === value));
    }
    if (random.chance(0.7)) await exchange(n);
    // The relay: changed items set out for the other browser; some arrive, some never do.
    const now = await Promise.all([itemsOf(0), itemsOf(1)]);
    now.forEach((items, from) => {
      for (const [key, value] of Object.entries(items))
        if (JSON.stringify(value) !== JSON.stringify(sent[from]?.[key])) under.push({ to: 1 - from, key, value });
    });
    sent = now;
    for (let k = random.below(5); k > 0 && under.length > 0; k--) {
      const [parcel] = under.splice(random.below(under.length), 1);
      if (parcel && !random.chance(0.2)) await put(parcel.to, { [parcel.key]: parcel.value });
    }
  }
  // The connection is good: item by item from one area to the other and back, until nothing
  // changes.
  for (let n = 0; n < 8; n++) {
    const from = n % 2;
    await exchange(from);
    const items = await itemsOf(from);
    const gone = Object.keys(await itemsOf(1 - from)).filter((key) => !(key in items));
    if (gone.length) await drop(1 - from, gone);
    await put(1 - from, items);
    await exchange(1 - from);
  }
  const [first, second] = await Promise.all([termsAt(0), termsAt(1)]);
  expect(second, `seed ${SEED}`).toEqual(first);
  expect(first?.length).toBeGreaterThan(3);
  const logs = [...(await logOf(at(0))), ...(await logOf(at(1)))];
  const kept = new Set([...settled, ...(first ?? []).map(({ note }) => note), ...logs.map(({ value }) => value)]);
  expect(
    [...written].filter((value) => !kept.has(value)),
    `seed ${SEED}`,
  ).toEqual([]);
  expect((await recordsOf(at(0))).filter(isAlive).length).toBeGreaterThan(3);
}, 400_000);
