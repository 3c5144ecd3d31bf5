/** Drives a page as a user would: reads its marks, points at words, opens cards. */
import type { ElementHandle, Page } from 'puppeteer-core';
import * as v from 'valibot';
import { inPage } from './in-page.ts';
import { bidi } from './launch.ts';
import { pause, until } from './wait.ts';

/** A range of `CSS.highlights` in the order of the page. */
export interface PageMark {
  /** The name of the highlight without `tradegloss-`. */
  name: string;
  text: string;
  /** Offset of its start in the page's text, without scripts and styles. */
  at: number;
}

/** In CSS pixels of the viewport. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A part of the card, found by role and name: the dialog itself, or something in it. */
export interface Part {
  text: string;
  box: Box;
  focused: boolean;
}

/** The marks of the page in reading order, without the word under the pointer. */
export function readMarks(page: Page): Promise<PageMark[]> {
  return inPage(page, () => {
    const starts = new Map<Node, number>();
    const roots: ShadowRoot[] = [];
    let length = 0;
    const walk = (node: Node) => {
      if (node.nodeType === Node.TEXT_NODE || node.nodeType === Node.CDATA_SECTION_NODE) {
        starts.set(node, length);
        length += node.nodeValue?.length ?? 0;
        return;
      }
      const element = node instanceof Element ? node : null;
      if (element && ['SCRIPT', 'STYLE'].includes(element.nodeName.toUpperCase())) return;
      if (element?.shadowRoot) {
        roots.push(element.shadowRoot);
        element.shadowRoot.childNodes.forEach(walk);
      }
      node.childNodes.forEach(walk);
    };
    walk(document.body ?? document.documentElement);
    const marks: { name: string; text: string; at: number }[] = [];
    // One range for all marks: until it is collected, each range slows the page's own changes down.
    const live = document.createRange();
    for (const [name, highlight] of CSS.highlights) {
      if (!name.startsWith('tradegloss-') || name === 'tradegloss-open') continue;
      for (const range of highlight) {
        const { startContainer, startOffset, endContainer, endOffset } = range;
        const start = starts.get(startContainer);
        let text = '(not in the page)';
        if (
          start !== undefined &&
          starts.has(endContainer) &&
          startOffset <= (startContainer.nodeValue?.length ?? 0) &&
          endOffset <= (endContainer.nodeValue?.length ?? 0)
        ) {
          live.setStart(startContainer, startOffset);
          live.setEnd(endContainer, endOffset);
          text = live.toString();
        }
        marks.push({ name: name.slice('tradegloss-'.length), text, at: (start ?? -1) + startOffset });
      }
    }
    return marks.sort((a, b) => a.at - b.at || a.text.length - b.text.length);
  });
}

/**
 * Milliseconds after which marks are at rest. A page that changes is read again after 400 ms at
 * most; on a new page all marks appear at once.
 */
const REST_MS = 700;
const REST_OF_FIRST_MS = 300;

/**
 * Returns the marks once they have not changed for `rest` milliseconds; after `limit`, the last
 * ones seen.
 */
export async function settledMarks(
  page: Page,
  { rest = REST_MS, limit = 30_000 }: { rest?: number; limit?: number } = {},
): Promise<PageMark[]> {
  const end = Date.now() + limit;
  let last = '';
  for (let since = Date.now(); ;) {
    const marks = await readMarks(page);
    const now = JSON.stringify(marks);
    if (now !== last) {
      last = now;
      since = Date.now();
    } else if (Date.now() - since >= rest) return marks;
    if (Date.now() > end) return marks;
    await pause(60);
  }
}

/**
 * Returns the marks of a new page once they are at rest; none if there are none within `limit`
 * milliseconds.
 */
export async function firstMarks(page: Page, limit = 30_000): Promise<PageMark[]> {
  const marks = await until(
    () => readMarks(page),
    ({ length }) => length > 0,
    limit,
  );
  return marks.length > 0 ? settledMarks(page, { rest: REST_OF_FIRST_MS }) : marks;
}

/** Scrolls a marked word into the window and returns the box of its first line. */
export async function boxOfMark(page: Page, text: string): Promise<Box> {
  const box = await inPage(
    page,
    (wanted) => {
      for (const [name, highlight] of CSS.highlights) {
        if (!name.startsWith('tradegloss-') || name === 'tradegloss-open') continue;
        for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
          const live = document.createRange();
          live.setStart(startContainer, startOffset);
          live.setEnd(endContainer, endOffset);
          if (live.toString() !== wanted) continue;
          const { top, bottom } = live.getBoundingClientRect();
          if (top < 0 || bottom > innerHeight)
            startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
          const line = live.getClientRects()[0];
          return line ? { x: line.x, y: line.y, width: line.width, height: line.height } : null;
        }
      }
      return null;
    },
    text,
  );
  if (!box) throw new Error(`"${text}" is not marked`);
  return box;
}

/** Moves the pointer onto a marked word and leaves it there. Returns the word's box. */
export async function hoverMark(page: Page, text: string): Promise<Box> {
  const box = await boxOfMark(page, text);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(Math.max(1, x - 40), Math.max(1, y - box.height * 1.4));
  await page.mouse.move(x, y, { steps: 4 });
  return box;
}

// Runs in the page, so it can use nothing from outside.
const readPart = (element: Element) => {
  const { x, y, width, height } = element.getBoundingClientRect();
  const root = element.getRootNode();
  const active = root instanceof ShadowRoot ? root.activeElement : document.activeElement;
  const text = element instanceof HTMLElement ? element.innerText : (element.textContent ?? '');
  return JSON.stringify({
    text,
    box: { x, y, width, height },
    focused: active === element || (active !== null && element.contains(active)),
  });
};
const PartText = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    text: v.string(),
    box: v.object({ x: v.number(), y: v.number(), width: v.number(), height: v.number() }),
    focused: v.boolean(),
  }),
);

async function partsInChrome(page: Page, role: string, name: string): Promise<Part[]> {
  const found: ElementHandle<Element>[] = await page.$$(`aria/${name}[role="${role}"]`);
  const parts: Part[] = [];
  for (const handle of found) {
    parts.push(v.parse(PartText, await handle.evaluate(readPart)));
    await handle.dispose();
  }
  return parts;
}

const HostsAnswer = v.object({
  result: v.object({
    value: v.array(v.object({ value: v.object({ shadowRoot: v.object({ sharedId: v.string() }) }) })),
  }),
});
const Nodes = v.object({ nodes: v.array(v.object({ sharedId: v.string() })) });
const Text = v.object({ result: v.object({ value: v.string() }) });

/** The BiDi context of a page, which puppeteer does not expose. */
const contextOf = (page: Page): string => v.parse(v.object({ _id: v.string() }), page.mainFrame())._id;

const CARD_HOST = ':root > [popover="manual"][translate="no"], dialog > [popover="manual"][translate="no"]';

/** The parts of every open card, the pinned cards first. */
async function cardRootsInFirefox(page: Page): Promise<{ sharedId: string }[]> {
  const hosts = v.safeParse(
    HostsAnswer,
    await bidi(page.browser(), 'script.evaluate', {
      expression: `[...document.querySelectorAll('${CARD_HOST}')]`,
      target: { context: contextOf(page) },
      awaitPromise: false,
      serializationOptions: { includeShadowTree: 'all', maxDomDepth: 1 },
    }),
  );
  if (!hosts.success) return [];
  return hosts.output.result.value.map(({ value }) => ({ sharedId: value.shadowRoot.sharedId }));
}

/**
 * Gives scripts that a test runs in the page access to the open card's closed root. Returns a
 * selector of its host.
 */
export async function openCardRoot(page: Page): Promise<string> {
  // Both functions run in the page, so they can use nothing from outside.
  const show = (inside: Node) => {
    const root = inside instanceof ShadowRoot ? inside : (inside.getRootNode() as ShadowRoot);
    Object.defineProperty(root.host, 'shadowRoot', { value: root, configurable: true });
  };
  if ('connection' in page.browser())
    await bidi(page.browser(), 'script.callFunction', {
      functionDeclaration: `(root) => ((__name) => (${show})(root))((one) => one)`,
      arguments: (await cardRootsInFirefox(page)).slice(0, 1),
      target: { context: contextOf(page) },
      awaitPromise: false,
    });
  else await (await page.$('aria/[role="dialog"]'))?.evaluate(show);
  return CARD_HOST;
}

/** Elements of the card that can have this role, by attribute or tag; dialogs also by name. */
const candidates = (role: string, name: string): string =>
  `[role=${JSON.stringify(role)}]${role === 'dialog' && name ? `[aria-label=${JSON.stringify(name)}]` : ''}${role === 'button' ? ', button' : ''}`;

/**
 * Only these elements are looked up in Firefox's accessibility service, and no dialogs: looking up
 * a whole card takes half a second, and on very large pages it can crash.
 */
async function partsInFirefox(page: Page, role: string, name: string): Promise<Part[]> {
  const browser = page.browser();
  const context = contextOf(page);
  const roots = await cardRootsInFirefox(page);
  const locate = async (locator: object, startNodes: object[]) =>
    startNodes.length === 0
      ? []
      : v
          .parse(Nodes, await bidi(browser, 'browsingContext.locateNodes', { context, locator, startNodes }))
          .nodes.map(({ sharedId }) => ({ sharedId }));
  const parts: Part[] = [];
  try {
    let found = await locate({ type: 'css', value: candidates(role, name) }, roots);
    if (role !== 'dialog')
      found = await locate({ type: 'accessibility', value: { role, ...(name ? { name } : {}) } }, found);
    for (const node of found) {
      const answer = await bidi(browser, 'script.callFunction', {
        functionDeclaration: `(element) => ((__name) => (${readPart})(element))((one) => one)`,
        arguments: [node],
        target: { context },
        awaitPromise: false,
      });
      parts.push(v.parse(PartText, v.parse(Text, answer).result.value));
    }
  } catch {
    // The card has closed meanwhile.
  }
  return parts;
}

/** The parts of the card with a role and a name; any name if `name` is empty. */
export const cardParts = (page: Page, role: string, name = ''): Promise<Part[]> =>
  'connection' in page.browser() ? partsInFirefox(page, role, name) : partsInChrome(page, role, name);

/** Waits for the open card of an entry; null if it does not open within `limit` milliseconds. */
export async function openCard(page: Page, name: string, limit = 15_000): Promise<Part | null> {
  const ask = async () => (await cardParts(page, 'dialog', name)).find(({ box }) => box.width > 0) ?? null;
  return until(ask, Boolean, limit);
}

/** Longer than a card must be at rest and in sight before it accepts a click. */
const CARD_RESTS_MS = 700;

/** Waits for a button of the card and presses it; false if the button does not appear. */
export async function pressOnCard(page: Page, name: string, limit = 10_000): Promise<boolean> {
  const [button] = await until(
    () => cardParts(page, 'button', name),
    ({ length }) => length > 0,
    limit,
  );
  if (!button) return false;
  // A user looks at a card before pressing anything, and it accepts no earlier click
  // (lib/page/card/click-guard.ts).
  await pause(CARD_RESTS_MS);
  const [now = button] = await cardParts(page, 'button', name);
  await page.mouse.click(now.box.x + now.box.width / 2, now.box.y + now.box.height / 2);
  return true;
}

/** Opens the full card from the open glance, and waits until it is drawn. */
export async function openFull(page: Page, more = 'More', less = 'Less'): Promise<Part | null> {
  if (!(await pressOnCard(page, more))) return null;
  await until(
    () => cardParts(page, 'button', less),
    ({ length }) => length > 0,
  );
  return (await cardParts(page, 'dialog'))[0] ?? null;
}

/**
 * Rests the pointer on a marked word again and again until its card opens, as a user does who sees
 * none.
 */
export async function cardOver(page: Page, text: string, name: string): Promise<Part | null> {
  for (let tries = 0; tries < 4; tries++) {
    await hoverMark(page, text);
    const card = await openCard(page, name, 5000);
    if (card) return card;
  }
  return null;
}

/** True once no card is open; false if one is still open after `limit` milliseconds. */
export async function noCard(page: Page, limit = 10_000): Promise<boolean> {
  return until(async () => (await cardParts(page, 'dialog')).length === 0, Boolean, limit);
}
