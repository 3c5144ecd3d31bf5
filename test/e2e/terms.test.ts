/**
 * The user's own terms: the user finds, counts and sees them, and the page learns nothing of them.
 */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { inPage } from '../../lib/tools/browser/in-page.ts';
import type { ListedMention } from '../../lib/messaging/protocol.ts';
import { allMentionsAt, badgeAt, mentionsAt } from '../../lib/tools/browser/extension.ts';
import { firstMarks, hoverMark, openCard, openFull } from '../../lib/tools/browser/drive.ts';
import { pause, until } from '../../lib/tools/browser/wait.ts';
import { openedPanel, openPopup } from '../support/open-surface.ts';
import { addTerm, openOwn, press, says } from '../support/own-terms.ts';
import { useTestUser, type TestUser } from '../support/test-user.ts';
import { keptSettings } from '../support/settings.ts';

const user = useTestUser();

const SECRET = 'Quartz lantern memorandum';
const STORY = `<!doctype html><html lang="en"><title>Magnets</title><article>
<h1>Magnet makers wait for licences</h1>
<p>Lindholm Magnetics said that Project Heron needs gallium from China.</p>
<p>The Heron programme buys gallium and germanium; Project Heron, it said, goes on.</p></article>`;

/** Listens to everything that a page can listen to, once it has loaded. */
const SPY = `<script>
const heard = (window.heard = { highlights: new Set(), texts: new Set(), changes: [], events: [], selections: [], scrolls: [] });
addEventListener('load', () => new MutationObserver((records) => heard.changes.push(...records.map((r) => r.type + ' ' + r.target.nodeName))).observe(document, { subtree: true, childList: true, attributes: true, characterData: true }));
for (const type of ['keydown', 'keyup', 'keypress', 'input', 'beforeinput', 'focusin', 'copy', 'beforematch', 'toggle', 'fullscreenchange']) addEventListener(type, (event) => heard.events.push(type + ' ' + (event.key ?? event.data ?? '')), true);
addEventListener('scroll', () => heard.scrolls.push(scrollY), true);
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
  events: string[];
  selections: string[];
  scrolls: number[];
  /**
   * The number of elements, style sheets and names in the window, which anything of ours would
   * increase.
   */
  size: number[];
  finds: boolean;
}

const hear = (page: Page, secret: string): Promise<Heard> =>
  inPage(
    page,
    (words) => {
      type Spied = {
        highlights: Set<string>;
        texts: Set<string>;
        changes: string[];
        events: string[];
        selections: string[];
        scrolls: number[];
      };
      const { heard } = window as unknown as { heard: Spied };
      const { find } = window as unknown as { find: (text: string) => boolean };
      const finds = find(words) || document.documentElement.outerHTML.includes(words.slice(0, 6));
      const size = [
        document.querySelectorAll('*').length,
        document.styleSheets.length + document.adoptedStyleSheets.length,
        Object.getOwnPropertyNames(window).length,
      ];
      const { changes, events, scrolls } = heard;
      return {
        highlights: [...heard.highlights].sort(),
        texts: [...heard.texts].sort(),
        changes,
        events,
        selections: heard.selections.filter(Boolean),
        scrolls,
        size,
        finds,
      };
    },
    secret,
  );

/** Sends a message to the page in a tab from a page of the extension, as the panel does. */
function tell(own: Page, url: string, message: object): Promise<unknown> {
  return inPage(
    own,
    async (wanted, given) => {
      type Api = {
        tabs: {
          query: (q: object) => Promise<{ id: number; url?: string }[]>;
          sendMessage: (id: number, message: object) => Promise<unknown>;
        };
      };
      const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Api>;
      const api = browser ?? chrome;
      const tab = (await api.tabs.query({})).find((one) => one.url === wanted);
      if (!tab) throw new Error('no such tab');
      return api.tabs.sendMessage(tab.id, given);
    },
    url,
    message,
  );
}

/** The popup's list of the page, once it has `count` private mentions. */
async function untilPersonal(url: string, count: number): Promise<Record<'personal' | 'shown', ListedMention[]>> {
  return until(
    async () => {
      const mentions = (await allMentionsAt(user().launched, url))?.mentions ?? [];
      const of = (isPersonal: boolean) => mentions.filter(({ personal }) => personal === isPersonal);
      return { personal: of(true), shown: of(false) };
    },
    ({ personal }) => personal.length === count,
  );
}

const openStory = async (r: TestUser) => r.open({ body: STORY + SPY });

it('finds terms in open pages and counts them separately, and a spying page learns nothing of them', async () => {
  const { page, url, marks } = await openStory(user());
  expect(marks.map(({ text }) => text)).toContain('gallium');
  // The page may hear of public marks, which do not change.
  await pause(300);
  const before = await hear(page, SECRET);
  await addTerm(user(), { Name: 'Project Heron', Note: SECRET });
  await addTerm(user(), { Name: 'Lindholm Magnetics', 'Other names': '林霍姆磁材' });
  await page.bringToFront();
  // Without a request, the page is searched at a random time.
  await expect.poll(() => badgeAt(user().launched, url)).toBe(`${marks.length}+3`);
  const found = await untilPersonal(url, 3);
  expect(found.personal.map(({ text }) => text)).toEqual(['Lindholm Magnetics', 'Project Heron', 'Project Heron']);
  expect(found.shown).toHaveLength(marks.length);
  // Nothing may be heard afterwards either.
  await pause(500);
  const after = await hear(page, SECRET);
  expect(after.texts.some((text) => /heron|lindholm/i.test(text))).toBe(false);
  expect(after).toEqual(before);
  expect(after).toMatchObject({ events: [], selections: [], scrolls: [], finds: false });
  expect(await firstMarks(page)).toEqual(marks);
});

/** Two terms in the fifth screenful, at different places. */
const LONG = `<!doctype html><html lang="en"><title>Long</title><article>
<p>Gallium comes first.</p><div id="space"></div>
<p>Lindholm Magnetics waits.</p><p style="margin-top: 120px">So does Project Heron.</p><div style="height: 9000px"></div></article>
<script>document.getElementById('space').style.height = 4 * (innerHeight - 120) + 'px'</script>`;

it('goes to a term from the list, and shows the page only to which screenful', async () => {
  const { page, url } = await user().open({ body: LONG + SPY });
  const own = await openOwn(user(), '/options.html');
  const { personal } = await untilPersonal(url, 2);
  expect(personal.map(({ text }) => text)).toEqual(['Lindholm Magnetics', 'Project Heron']);
  await page.bringToFront();
  const before = await hear(page, SECRET);
  const places = [];
  for (const { place } of personal) {
    await inPage(page, () => scrollTo(0, 0));
    expect(await tell(own, url, { type: 'show-place', ...place })).toBe(true);
    places.push(
      await inPage(page, () => ({
        at: scrollY,
        step: innerHeight - 120,
        tops: [...document.querySelectorAll('div + p, p + p')].map((one) =>
          Math.round(one.getBoundingClientRect().top),
        ),
        height: innerHeight,
      })),
    );
  }
  const [first, second] = places;
  expect(second).toEqual(first);
  expect((first?.at ?? 1) % (first?.step ?? 2)).toBe(0);
  for (const top of first?.tops ?? []) expect(top > 0 && top < (first?.height ?? 0)).toBe(true);
  // Nothing may be heard afterwards either.
  await pause(800);
  const after = await hear(page, SECRET);
  expect({ ...after, scrolls: [] }).toEqual({ ...before, scrolls: [] });
  await own.close();
});

/** Attack 8: each phrase is in its own scrollable box, one line high; one box is far below. */
const BOXES = `<!doctype html><html lang="en"><title>Boxes</title><article><p>Gallium comes first.</p>
${['Harbor view', 'Lindholm Magnetics', 'Project Heron', 'Project Condor'].map((words) => `<div class="box" style="height: 24px; overflow: auto"><p style="margin: 0">${words}</p><p>${'and so on '.repeat(40)}</p></div>`).join('')}
<div class="box" style="height: 300px; overflow: auto"><div style="height: 2000px"></div><p>Project Heron again.</p><div style="height: 2000px"></div></div>
</article>`;

it('going to a term scrolls no boxes, and nothing at all if the term is in view', async () => {
  const { page, url } = await user().open({ body: BOXES + SPY });
  const own = await openOwn(user(), '/options.html');
  const { personal } = await untilPersonal(url, 3);
  await page.bringToFront();
  for (const { place } of personal) expect(await tell(own, url, { type: 'show-place', ...place })).toBe(true);
  // Nothing may scroll afterwards either.
  await pause(500);
  expect((await hear(page, SECRET)).scrolls).toEqual([]);
  expect(
    await inPage(page, () => [scrollY, ...[...document.querySelectorAll('.box')].map((box) => box.scrollTop)]),
  ).toEqual(new Array(6).fill(0));
  await own.close();
});

it('lists the terms in the popup and the panel, and goes to one of them', async () => {
  const { page } = await openStory(user());
  const popup = await openPopup(user().launched, page);
  await popup.find('button', '/^Project Heron/');
  await popup.press('button', 'All mentions');
  const panel = await openedPanel(user().launched);
  await panel.find('button', '/^Lindholm Magnetics/');
  await panel.close();
  await page.close();
});

it('previews a term on the last page while the user types it', async () => {
  const { page } = await openStory(user());
  const own = await openOwn(user(), '/term.html#name=Heron+programme');
  await says(own, '1 time in “Magnets”');
  await own.close();
  await page.close();
});

/** Chooses in the settings where own terms show. */
async function showOwn(place: 'Underline' | 'Only in the panel'): Promise<void> {
  const settings = await openOwn(user(), '/options.html');
  await press(settings, place);
  const ownTerms = place === 'Underline' ? 'underline' : 'panel';
  await expect.poll(() => keptSettings(user().launched)).toMatchObject({ ownTerms });
  await settings.close();
}

const marked = async (page: Page): Promise<string[]> => (await firstMarks(page)).map(({ text }) => text);

it('underlines terms if the user says so, with the note first on the card and the built-in entry below it', async () => {
  await addTerm(user(), { Name: 'gallium and germanium', Note: 'Our own line of both' });
  await addTerm(user(), { Name: 'gallium', Note: 'Lookup of Anna' });
  await showOwn('Underline');
  const { page, url } = await openStory(user());
  const names = await until(
    () => marked(page),
    (some) => some.includes('Project Heron'),
  );
  expect(names).toEqual(expect.arrayContaining(['Lindholm Magnetics', 'Project Heron', 'gallium and germanium']));
  // No shorter name is marked inside a term of the user's own.
  expect(names.filter((name) => name === 'germanium')).toEqual([]);
  expect((await mentionsAt(user().launched, url))?.mentions.map(({ text }) => text)).toContain('Project Heron');
  await hoverMark(page, 'Project Heron');
  expect((await openCard(page, 'Project Heron'))?.text).toContain(SECRET);
  await page.keyboard.press('Escape');
  await hoverMark(page, 'gallium');
  expect((await openCard(page, 'gallium'))?.text).toContain('Lookup of Anna');
  const whole = (await openFull(page))?.text ?? '';
  expect(whole).toContain('Unknown whether');
  expect(whole.indexOf('Lookup of Anna')).toBeLessThan(whole.indexOf('Unknown whether'));
  await page.keyboard.press('Escape');
  await showOwn('Only in the panel');
  await expect.poll(() => marked(page)).not.toContain('Project Heron');
  await page.close();
});

it('has thrown no error', async () => {
  expect(await user().errors()).toEqual([]);
});
