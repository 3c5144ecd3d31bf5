/** The reader's own terms: found, counted and shown to the reader, and nothing of them to the page. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { inPage } from '../../lib/publish/in-page.ts';
import { firstMarks, pause } from '../../lib/publish/drive.ts';
import { addTerm, openOwn, says } from '../support/own-terms.ts';
import { useReader, type Reader } from '../support/reader.ts';

const reader = useReader();

const SECRET = 'Quartz lantern memorandum';
const STORY = `<!doctype html><html lang="en"><title>Magnets</title><article>
<h1>Magnet makers wait for licences</h1>
<p>Lindholm Magnetics said that Project Heron needs gallium from China.</p>
<p>The Heron programme buys gallium and germanium; Project Heron, it said, goes on.</p></article>`;

/** Listens to everything that a page can listen to. */
const SPY = `<script>
const heard = (window.heard = { highlights: new Set(), texts: new Set(), changes: [], keys: [], selections: [] });
new MutationObserver((records) => heard.changes.push(...records.map((r) => r.type + ' ' + r.target.nodeName))).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
for (const type of ['keydown', 'keyup', 'keypress', 'input', 'beforeinput']) addEventListener(type, (event) => heard.keys.push(type + ' ' + (event.key ?? event.data)), true);
document.addEventListener('selectionchange', () => heard.selections.push(String(getSelection())));
setInterval(() => {
  for (const [name, highlight] of CSS.highlights) {
    heard.highlights.add(name);
    for (const range of highlight) {
      const copy = document.createRange();
      copy.setStart(range.startContainer, range.startOffset);
      copy.setEnd(range.endContainer, range.endOffset);
      heard.texts.add(String(copy));
    }
  }
}, 20);
</script>`;

interface Heard {
  highlights: string[];
  texts: string[];
  changes: string[];
  keys: string[];
  selections: string[];
  finds: boolean;
}

const hear = (page: Page, secret: string): Promise<Heard> =>
  inPage(
    page,
    (words) => {
      type Spied = { highlights: Set<string>; texts: Set<string>; changes: string[]; keys: string[]; selections: string[] };
      const { heard } = window as unknown as { heard: Spied };
      const { find } = window as unknown as { find: (text: string) => boolean };
      const finds = find(words) || document.documentElement.outerHTML.includes(`${words.slice(0, 6)}`);
      return { highlights: [...heard.highlights], texts: [...heard.texts], changes: heard.changes, keys: heard.keys, selections: heard.selections.filter(Boolean), finds };
    },
    secret,
  );

/** What the extension's own page is told by the page in a tab. */
async function listed(own: Page, url: string): Promise<{ personal: { entry: string; text: string }[]; public: string[]; badge: string }> {
  return inPage(
    own,
    async (wanted) => {
      type Mention = { entry: string; text: string; personal: boolean };
      const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', { tabs: { query: (q: object) => Promise<{ id: number; url?: string }[]>; sendMessage: (id: number, message: object) => Promise<{ mentions: Mention[] }> }; action: { getBadgeText: (q: object) => Promise<string> } }>;
      const api = browser ?? chrome;
      const tab = (await api.tabs.query({})).find((one) => one.url === wanted);
      if (!tab) throw new Error('no such tab');
      const { mentions } = await api.tabs.sendMessage(tab.id, { type: 'mentions' });
      return { personal: mentions.filter((one) => one.personal).map(({ entry, text }) => ({ entry, text })), public: mentions.filter((one) => !one.personal).map(({ text }) => text), badge: await api.action.getBadgeText({ tabId: tab.id }) };
    },
    url,
  );
}

async function untilPersonal(own: Page, url: string, count: number): Promise<Awaited<ReturnType<typeof listed>>> {
  for (let n = 0; n < 60; n++) {
    const found = await listed(own, url);
    if (found.personal.length === count && found.badge !== '' && (count === 0 || found.badge.includes('+'))) return found;
    await pause(150);
  }
  return listed(own, url);
}

const openStory = async (r: Reader) => r.open({ body: STORY + SPY });

it('finds terms in pages that are open and counts them apart, and a spying page learns nothing of them', async () => {
  const { page, url, marks } = await openStory(reader());
  expect(marks.map(({ text }) => text)).toContain('gallium');
  await pause(300);
  const before = await hear(page, SECRET);
  await addTerm(reader(), { Name: 'Project Heron', Note: SECRET });
  await addTerm(reader(), { Name: 'Lindholm Magnetics', 'Other names': '林霍姆磁材' });
  const own = await openOwn(reader(), '/options.html');
  const found = await untilPersonal(own, url, 3);
  expect(found.personal.map(({ text }) => text)).toEqual(['Lindholm Magnetics', 'Project Heron', 'Project Heron']);
  expect(found.badge).toBe(`${found.public.length}+3`);
  await page.bringToFront();
  await pause(500);
  const after = await hear(page, SECRET);
  expect(after.texts.sort()).toEqual(before.texts.sort());
  expect(after.texts.some((text) => /heron|lindholm/i.test(text))).toBe(false);
  expect(after.highlights.sort()).toEqual(before.highlights.sort());
  expect(after).toMatchObject({ changes: before.changes, keys: [], selections: [], finds: false });
  expect(await firstMarks(page)).toEqual(marks);
  await own.close();
});

it('shows the page nothing when the reader goes to a term from the list', async () => {
  const { page, url } = await openStory(reader());
  const own = await openOwn(reader(), '/options.html');
  await untilPersonal(own, url, 3);
  await inPage(
    own,
    async (wanted) => {
      type Api = { tabs: { query: (q: object) => Promise<{ id: number; url?: string }[]>; sendMessage: (id: number, message: object) => Promise<{ mentions: { n: number; personal: boolean }[] }> } };
      const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Api>;
      const api = browser ?? chrome;
      const id = (await api.tabs.query({})).find((one) => one.url === wanted)?.id ?? -1;
      const { mentions } = await api.tabs.sendMessage(id, { type: 'mentions' });
      await api.tabs.sendMessage(id, { type: 'show', mention: mentions.find((one) => one.personal)?.n });
    },
    url,
  );
  await page.bringToFront();
  await pause(800);
  const heard = await hear(page, SECRET);
  expect(heard.highlights).not.toContain('tradegloss-open');
  expect(heard).toMatchObject({ keys: [], selections: [], finds: false });
  expect(heard.changes.filter((change) => !/SCRIPT|BODY|HTML/.test(change))).toEqual([]);
  await own.close();
});

it('previews a term on the last page while it is typed', async () => {
  const { page } = await openStory(reader());
  const own = await openOwn(reader(), '/term.html#name=Heron+programme');
  await says(own, 'Once in “Magnets”');
  await own.close();
  await page.close();
});

it('has thrown nothing meanwhile', async () => {
  expect(await reader().errors()).toEqual([]);
});
