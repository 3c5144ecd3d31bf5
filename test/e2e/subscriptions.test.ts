/**
 * A signed list, from a link on a page to its updates: what the user sees before it is added, what
 * is held back and why, in plain words, and what the user can do. The minisign program itself signs
 * it.
 */
import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { readMarks } from '../../lib/tools/browser/drive.ts';
import { marked, marksThat } from '../support/lists.ts';
import { openOwn, press } from '../support/own-terms.ts';
import { ELSEWHERE, useTestUser } from '../support/test-user.ts';
import { openPopup } from '../support/open-surface.ts';
import { PageSurface } from '../support/surface.ts';
import { chooseInMenu, endBackground, openedTab } from '../support/toolbar.ts';

const user = useTestUser();
const PATH = '/lists/desk.json';
const signed = (name: string) => readFileSync(new URL(`../lists/signed/${name}`, import.meta.url));
const [comment = '', KEY = ''] = signed('publisher.pub').toString('utf8').split('\n');
const KEY_ID = comment.split(' ').at(-1) ?? '';
let settings: PageSurface;
/** The button that makes the browser ask about the host, which takes a real click. */
const FETCH = () => `Fetch from ${new URL(user().url('/')).host}`;

/** Puts a list at its address, and its signature beside it; null: no signature. */
function serve(list: Buffer, signature: string | null, tag: string): void {
  user().serve({ body: list, type: 'application/json', headers: { etag: `"${tag}"` } }, PATH);
  user().serve(
    signature === null
      ? { body: 'no such file', type: 'text/plain', status: 404 }
      : { body: signed(signature), type: 'text/plain' },
    `${PATH}.minisig`,
  );
}

/** Checks the list now, and waits until the check is over. */
async function check(): Promise<void> {
  const before = user().site.requests.length;
  await settings.press('button', 'Check now');
  await settings.find('button', 'Check now');
  await expect
    .poll(async () => user().site.requests.length > before && (await settings.all('button', 'Checking')).length === 0)
    .toBe(true);
}

beforeAll(async () => {
  settings = new PageSurface(await openOwn(user(), '/options.html#lists'));
});

it("the user's only list shows no controls for the order", async () => {
  await settings.says('Tradegloss built-in list');
  expect(await settings.all('button', '/^Move (?:up|down)/')).toEqual([]);
});

it('a link leads to a page that names the host; before the list is used it says whose it is, what it covers, who signed it, and what it would mark', async () => {
  serve(signed('list.json'), 'hashed.minisig', 'v3');
  const { page } = await user().open(
    '<!doctype html><title>Magnets</title><p>Lindholm Magnetics and Ostrava Tungsten buy gallium. <a href="/lists/desk.json">Our list</a></p>',
  );
  await chooseInMenu(user().launched, page, 'subscribe', {
    linkUrl: `${user().url(PATH)}#minisign=${encodeURIComponent(KEY)}`,
  });
  const look = new PageSurface(await openedTab(user().launched, '/subscribe.html'));
  await look.says(`Tradegloss will fetch this list from ${new URL(user().url('/')).host}`);
  expect(user().site.requests.filter(({ path }) => path === PATH)).toEqual([]);
  await press(look.page, FETCH());
  await look.says('Nothing is in use until you add it.');
  await look.says('1 mention on “Magnets”: Lindholm Magnetics');
  await look.says('The signature is good: harbour-desk version 3');
  for (const words of [
    'Harbour desk',
    'Harbour Ledger',
    'CC0',
    'looked for every 24 hours',
    `Signed by key ${KEY_ID}`,
    'Public: marked on pages',
    'Private: in the panel only',
  ])
    await look.says(words);
  expect(await look.faults()).toEqual([]);
  expect(marked(await readMarks(page))).toEqual(['mineral: gallium']);
  await look.press('button', 'Add this list');
  await look.says('Harbour desk is added.');
  await look.close();
  await page.bringToFront();
  expect(marked(await marksThat(page, ({ length }) => length === 2))).toEqual([
    'company: Lindholm Magnetics',
    'mineral: gallium',
  ]);
  await page.close();
  await settings.page.bringToFront();
  await settings.says(`Signed by key ${KEY_ID}`);
});

it('a key that does not fit the signature cannot be pinned', async () => {
  const look = new PageSurface(await openOwn(user(), `/subscribe.html#${encodeURIComponent(user().url(PATH))}`));
  await look.says('You subscribe to this list already.');
  await press(look.page, FETCH());
  await look.focus('textbox', '/^Public key/');
  await look.fill(signed('other.pub').toString('utf8').split('\n')[1] ?? '');
  await look.says('The list is signed by another key than this one.');
  expect(
    await look.run(
      () =>
        [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Add this list')?.disabled,
    ),
  ).toBe(true);
  await look.press('button', 'Cancel');
  await look.find('button', FETCH());
  await look.close();
  await settings.page.bringToFront();
});

it('sends the tag that it knows, so that an unchanged list is not sent again', async () => {
  await check();
  expect(user().site.requests.findLast(({ path }) => path === PATH)?.status).toBe(304);
  await settings.says('1 entry · version 3');
});

it('a background that starts requests no list, because it starts for many reasons', async () => {
  const asked = () => user().site.requests.filter(({ path }) => path.startsWith(PATH)).length;
  const before = asked();
  await endBackground(user().launched);
  const { page, marks } = await user().open('<!doctype html><title>Plain</title><p>Antimony needs a licence.</p>');
  expect(marked(marks)).toEqual(['mineral: Antimony']);
  await page.close();
  expect(asked()).toBe(before);
  await settings.page.bringToFront();
});

it('applies the next version with its signature, and says what changed', async () => {
  serve(signed('next.json'), 'next.minisig', 'v4');
  await check();
  await settings.says('2 entries · version 4');
  await press(settings.page, 'What changed', '[data-list="harbour-desk"]');
  await settings.says('Ostrava Tungsten: new on the list');
});

it.each([
  ['without a signature', null, 'This list is normally signed; the new copy is not.'],
  ['with the signature of another version', 'hashed.minisig', 'The signature does not match the content'],
  [
    'signed by another key',
    'other-key.minisig',
    'It is signed by another key than the one pinned when you subscribed.',
  ],
])('holds back a version that comes %s, and continues with the old copy', async (_, signature, why) => {
  serve(
    Buffer.from(signed('next.json').toString('utf8').replace('"version":4', '"version":5')),
    signature,
    `v5 ${signature}`,
  );
  await check();
  await settings.says(why);
  await settings.find('group', '/needs your approval/');
  await settings.says('2 entries · version 4');
  await settings.press('button', 'Keep the old copy');
  await settings.gone('group', '/needs your approval/');
});

it('holds back an older version despite a good signature, and applies it when the user agrees', async () => {
  serve(signed('list.json'), 'hashed.minisig', 'v3 again');
  await check();
  await settings.says('Its version, 3, is lower than the one in use, 4.');
  await settings.says('1 of 2 entries would vanish.');
  expect(await settings.faults()).toEqual([]);
  // Called with the user's address of the settings.
  const popup = await openPopup(user().launched, settings.page);
  await popup.says('needs your approval. The old copy is still in use.');
  await popup.find('button', 'Review it');
  expect(await popup.faults()).toEqual([]);
  await popup.close();
  await settings.page.bringToFront();
  await settings.press('button', 'Use the new copy');
  await settings.says('1 entry · version 3');
  await settings.says(`Signed by key ${KEY_ID}`);
  await settings.gone('group', '/needs your approval/');
});

it("trusts a publisher's new key once the user enters it, and no other key", async () => {
  const [about = '', other = ''] = signed('other.pub').toString('utf8').split('\n');
  const trust = async (key: string) => {
    await settings.focus('textbox', 'The publisher’s new public key');
    await settings.fill(key);
    await settings.press('button', 'Trust only this key from now on');
  };
  serve(signed('list.json'), 'other-key.minisig', 'v3 by another');
  await check();
  await settings.says('From then on only this key is trusted for the list');
  expect(await settings.faults()).toEqual([]);
  await trust(KEY);
  await settings.says('The update is not signed by this key');
  await trust(other);
  await settings.gone('group', '/needs your approval/');
  await settings.says(`Signed by key ${about.split(' ').at(-1)}`);
});

it.each([
  [404, 'there is no file at this address (404).'],
  [410, 'the publisher took the list away for good (410).'],
  [429, 'the host is busy (429).'],
  [500, 'the host has a fault (500).'],
  [302, `the address redirects to another host, ${ELSEWHERE}. Nothing was requested there.`],
])('explains an answer of %i in plain words, and keeps the copy', async (status, words) => {
  user().serve(
    {
      body: 'no',
      type: 'text/plain',
      status,
      headers: { 'retry-after': '3600', location: user().url(PATH, ELSEWHERE) },
    },
    PATH,
  );
  await check();
  await settings.says(`No update: ${words}`);
  await settings.says('1 entry · version 3');
  expect(user().site.requests.filter(({ host }) => host === ELSEWHERE)).toEqual([]);
});

it("keeps the user's order of lists", async () => {
  const order = async (on: PageSurface) =>
    (await on.all('heading')).flatMap(({ text }) => /^(?:Harbour desk|Tradegloss built-in list)/.exec(text)?.[0] ?? []);
  await settings.press('button', 'Move down: Harbour desk');
  await expect.poll(() => order(settings)).toEqual(['Tradegloss built-in list', 'Harbour desk']);
  const anew = new PageSurface(await openOwn(user(), '/options.html#lists'));
  await anew.says('Harbour desk');
  expect(await order(anew)).toEqual(['Tradegloss built-in list', 'Harbour desk']);
  await anew.close();
  expect(await user().errors()).toEqual([]);
});
