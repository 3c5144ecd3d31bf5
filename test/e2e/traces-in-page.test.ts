/**
 * The traces of the extension that a page can see while it is used: the names of highlights, and
 * nothing else.
 */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { boxOfMark, hoverMark, noCard, openCard, openCardRoot } from '../../lib/tools/browser/drive.ts';
import { inPage } from '../../lib/tools/browser/in-page.ts';
import { pause } from '../../lib/tools/browser/wait.ts';
import { ELSEWHERE, NEWS, useTestUser } from '../support/test-user.ts';
import { article, paragraphs, STORY } from '../support/stories.ts';

const user = useTestUser();

/** Listens to everything that a page can hear, before our scripts run. */
const SPY = `<script>
const heard = (window.heard = []);
const hear = (what, more) => heard.push(what + ' ' + String(more).slice(0, 300));
for (const type of ['message', 'error', 'unhandledrejection', 'storage', 'hashchange', 'popstate', 'securitypolicyviolation', 'messageerror']) { addEventListener(type, (event) => hear(type, event.data ?? event.message ?? event.reason ?? ''), true); document.addEventListener(type, (event) => hear('document ' + type, ''), true); }
for (const name of Object.keys(console)) { const real = console[name]; if (typeof real === 'function') console[name] = (...words) => { hear('console.' + name, words); real.apply(console, words); }; }
const dispatch = EventTarget.prototype.dispatchEvent; EventTarget.prototype.dispatchEvent = function (event) { hear('dispatched', event.type); return dispatch.call(this, event); };
const post = window.postMessage; window.postMessage = (...words) => { hear('posted', JSON.stringify(words)); post(...words); };
new MutationObserver((records) => { for (const { type, target, attributeName, addedNodes, removedNodes } of records) for (const node of [...addedNodes, ...removedNodes, ...(type === 'childList' ? [] : [target])]) if (!(node instanceof Element && node.hasAttribute('popover'))) hear('changed', type + ' ' + target.nodeName + ' ' + node.nodeName + ' ' + attributeName); }).observe(document.documentElement, { subtree: true, attributes: true, characterData: true });
new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (['mark', 'measure', 'layout-shift'].includes(entry.entryType) || /extension:/.test(JSON.stringify(entry))) hear('performance', JSON.stringify(entry)); }).observe({ entryTypes: PerformanceObserver.supportedEntryTypes });
for (const worker of ['caches', 'indexedDB', 'localStorage', 'sessionStorage', 'cookieStore']) try { window[worker]; } catch {}
</script>`;

const STORY_PAGE = article(paragraphs(STORY), { head: SPY });

/** The state of the page at one moment. */
const stateOf = (page: Page) =>
  inPage(page, () => ({
    html: document.documentElement.outerHTML,
    globals: Object.getOwnPropertyNames(window)
      .filter((name) => !/^\d+$/.test(name))
      .sort(),
    symbols: Object.getOwnPropertySymbols(window).map(String),
    sheets: [document.styleSheets.length, document.adoptedStyleSheets.length],
    stored: [localStorage.length, sessionStorage.length, document.cookie],
    resources: performance
      .getEntries()
      .filter(({ name, entryType }) => entryType === 'resource' && !name.includes('favicon'))
      .map(({ name }) => name),
    scroll: [scrollX, scrollY, document.documentElement.scrollWidth, document.documentElement.scrollHeight],
    boxes: [...document.querySelectorAll('p')].map((p) => JSON.stringify(p.getBoundingClientRect())),
  }));
const heardBy = (page: Page): Promise<string[]> => inPage(page, () => (window as unknown as { heard: string[] }).heard);

async function use(page: Page): Promise<void> {
  await hoverMark(page, 'gallium');
  expect(await openCard(page, 'Gallium')).not.toBeNull();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  expect(await noCard(page)).toBe(true);
  await page.mouse.move(5, 5);
}

it('a page that listens to every event learns nothing, and looks as it does without us', async () => {
  const asked = user().site.requests.length;
  const { page } = await user().open(STORY_PAGE);
  const bare = await user().open(STORY_PAGE, { host: ELSEWHERE });
  await bare.page.mouse.move(5, 5);
  await page.bringToFront();
  await use(page);
  // Nothing may be heard afterwards either.
  await pause(500);
  expect(await heardBy(page)).toEqual(await heardBy(bare.page));
  expect(await heardBy(page)).toEqual([]);
  const path = new URL(page.url()).host;
  expect(JSON.parse(JSON.stringify(await stateOf(page)).replaceAll(path, ''))).toEqual(
    JSON.parse(JSON.stringify(await stateOf(bare.page)).replaceAll(new URL(bare.page.url()).host, '')),
  );
  const theirs = user()
    .site.requests.slice(asked)
    .filter(({ host }) => host === NEWS || host === ELSEWHERE);
  expect(theirs.filter((one) => !one.path.startsWith('/story-') && one.path !== '/favicon.ico')).toEqual([]);
});

/**
 * A page that uses our names: registered properties, and fonts that would reveal which letters a
 * card has.
 */
const RESTYLED = `<script>
const names = ['ink', 'ink-2', 'paper', 'scale', 'card-w', 'card-room', 'card-left', 'card-top', 'sans', 't-body', 't-title', 's-5', 'r-3', 'edge', 'line', 'accent'];
const take = (name) => { try { CSS.registerProperty({ name, syntax: '<angle>', inherits: false, initialValue: '1deg' }); } catch {} };
for (const name of names) take('--' + name);
setInterval(() => { for (const host of document.querySelectorAll(':root > [popover]')) { for (const name of Object.keys(host.style)) if (name.startsWith('--')) take(name); for (const [name] of host.computedStyleMap?.() ?? []) if (name.startsWith('--')) take(name); for (const name of getComputedStyle(host)) if (name.startsWith('--')) take(name); } }, 20);
</script><style>
${['Segoe UI', 'Segoe UI Variable Text', 'Roboto', 'Ubuntu', 'Cantarell', 'Noto Sans', 'Liberation Sans', 'PingFang SC', 'Microsoft YaHei', '-apple-system', 'system-ui', 'ui-monospace', 'sans-serif', 'monospace'].map((family) => `@font-face{font-family:"${family}";src:url(/leak-${family.replaceAll(' ', '-')}.woff2)}`).join('\n')}
:root > [popover]::before, :root > [popover]::after { content: 'theirs'; position: fixed; inset: 0; background: red }
</style>`;

/** The look of the open card: its box and its picture. */
async function lookOf(page: Page): Promise<unknown> {
  await boxOfMark(page, 'gallium');
  await hoverMark(page, 'gallium');
  expect(await openCard(page, 'Gallium')).not.toBeNull();
  const selector = await openCardRoot(page);
  await inPage(
    page,
    async (host) => {
      const root = document.querySelector(host)?.shadowRoot;
      await Promise.all(root?.getAnimations().map((one) => one.finished) ?? []);
    },
    selector,
  );
  return inPage(
    page,
    (host) => {
      const root = document.querySelector(host)?.shadowRoot;
      const card = root?.querySelector('.card');
      if (!card) return null;
      const looks = [...card.querySelectorAll('*')]
        .filter((one) => one instanceof HTMLElement)
        .map((one) => {
          const { color, backgroundColor, fontFamily, fontSize, fontWeight } = getComputedStyle(one);
          const { width, height } = one.getBoundingClientRect();
          return [
            one.className,
            color,
            backgroundColor,
            fontFamily,
            fontSize,
            fontWeight,
            Math.round(width),
            Math.round(height),
          ].join(' ');
        });
      const { x, y, width, height } = card.getBoundingClientRect();
      const around = ['::before', '::after'].map(
        (part) => getComputedStyle(document.querySelector(host) as Element, part).content,
      );
      return { box: [x, y, width, height].map(Math.round), looks, around };
    },
    selector,
  );
}

it('a page cannot restyle the card by registering its properties, nor learn its letters through fonts', async () => {
  const plain = await user().open(article(paragraphs(STORY)));
  const before = await lookOf(plain.page);
  await plain.page.close();
  const { page } = await user().open(article(paragraphs(STORY), { head: RESTYLED }));
  const after = await lookOf(page);
  expect(before).not.toBeNull();
  expect(after).toEqual(before);
  expect(user().site.requests.filter(({ path }) => path.startsWith('/leak-'))).toEqual([]);
});

it('has thrown no error', async () => {
  expect(await user().errors()).toEqual([]);
});
