/**
 * Examines a page from a world that its scripts cannot reach, where prototypes that they changed do
 * not count.
 */
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { type Box } from '../../lib/tools/browser/drive.ts';
import { callText } from '../../lib/tools/browser/in-page.ts';
import { bidi } from '../../lib/tools/browser/launch.ts';
import { until } from '../../lib/tools/browser/wait.ts';

interface Realm {
  evaluate(script: string): Promise<unknown>;
}
const hasRealm = (frame: unknown): frame is { isolatedRealm(): Realm } =>
  frame !== null && typeof frame === 'object' && 'isolatedRealm' in frame;

/**
 * Runs a function in a world of our own in the page. Named elements still shadow properties there;
 * changed prototypes do not.
 */
export async function apart<A extends unknown[], R>(
  page: Page,
  run: (...args: A) => R,
  ...args: A
): Promise<Awaited<R>> {
  const frame: unknown = page.mainFrame();
  if (!hasRealm(frame)) throw new Error('puppeteer has no world of its own in this page');
  return (await frame.isolatedRealm().evaluate(callText(run, args))) as Awaited<R>;
}

/** Scrolls a word of the page's text into the window and returns the box of its first line. */
export async function boxOfWord(page: Page, word: string): Promise<Box | null> {
  return apart(
    page,
    (wanted) => {
      const walk = (node: Node): Text | null => {
        if (Object.getOwnPropertyDescriptor(Node.prototype, 'nodeType')?.get?.call(node) === 3)
          return (node as Text).data.includes(wanted) ? (node as Text) : null;
        const name: unknown = Object.getOwnPropertyDescriptor(Node.prototype, 'nodeName')?.get?.call(node);
        if (/^(?:script|style|title)$/i.test(String(name))) return null;
        for (
          let child: Node | null = Object.getOwnPropertyDescriptor(Node.prototype, 'firstChild')?.get?.call(node);
          child;
          child = Object.getOwnPropertyDescriptor(Node.prototype, 'nextSibling')?.get?.call(child) as Node | null
        ) {
          const found = walk(child);
          if (found) return found;
        }
        return null;
      };
      const root: Node | null = Object.getOwnPropertyDescriptor(Document.prototype, 'documentElement')?.get?.call(
        document,
      );
      const text = root && walk(root);
      if (!text) return null;
      const range = new Range();
      range.setStart(text, text.data.indexOf(wanted));
      range.setEnd(text, text.data.indexOf(wanted) + wanted.length);
      const { top, bottom } = range.getBoundingClientRect();
      if ((top < 0 || bottom > innerHeight) && text.parentElement)
        Element.prototype.scrollIntoView.call(text.parentElement, { block: 'center', behavior: 'instant' });
      const line = range.getClientRects()[0];
      return line ? { x: line.x, y: line.y, width: line.width, height: line.height } : null;
    },
    word,
  );
}

/** Moves the pointer onto a word as a user does. */
export async function pointAtWord(page: Page, word: string): Promise<Box> {
  const box = await boxOfWord(page, word);
  if (!box) throw new Error(`the page does not show “${word}”`);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(Math.max(1, x - 40), Math.max(1, y - box.height * 1.4));
  await page.mouse.move(x, y, { steps: 4 });
  return box;
}

const Tree = v.object({
  nodes: v.array(
    v.looseObject({
      ignored: v.optional(v.boolean()),
      role: v.optional(v.looseObject({ value: v.optional(v.unknown()) })),
      name: v.optional(v.looseObject({ value: v.optional(v.unknown()) })),
    }),
  ),
});
const Host = v.object({ result: v.object({ value: v.object({ shadowRoot: v.object({ sharedId: v.string() }) }) }) });
const Found = v.object({ nodes: v.array(v.unknown()) });

async function dialogsInFirefox(page: Page, name: string): Promise<number> {
  const browser = page.browser();
  const context = v.parse(v.object({ _id: v.string() }), page.mainFrame())._id;
  const target = { context, sandbox: 'apart' };
  const expression = `Document.prototype.querySelector.call(document, ':root > [popover="manual"][translate="no"], dialog > [popover="manual"][translate="no"]')`;
  const host = v.safeParse(
    Host,
    await bidi(browser, 'script.evaluate', {
      expression,
      target,
      awaitPromise: false,
      serializationOptions: { includeShadowTree: 'all', maxDomDepth: 1 },
    }),
  );
  if (!host.success) return 0;
  const locator = { type: 'css', value: `[role=dialog]${name ? `[aria-label=${JSON.stringify(name)}]` : ''}` };
  const found = await bidi(browser, 'browsingContext.locateNodes', {
    context,
    locator,
    startNodes: [{ sharedId: host.output.result.value.shadowRoot.sharedId }],
  }).catch(() => ({ nodes: [] }));
  return v.parse(Found, found).nodes.length;
}

async function dialogsInChrome(page: Page, name: string): Promise<number> {
  const session = await page.createCDPSession();
  try {
    const { nodes } = v.parse(Tree, await session.send('Accessibility.getFullAXTree'));
    return nodes.filter(
      (node) => node.ignored !== true && node.role?.value === 'dialog' && (name === '' || node.name?.value === name),
    ).length;
  } finally {
    await session.detach();
  }
}

/**
 * True if the card of an entry is open (of any entry if the name is empty), as reported by the
 * browser, not the page.
 */
export const hasCard = async (page: Page, name = ''): Promise<boolean> =>
  (await ('connection' in page.browser() ? dialogsInFirefox(page, name) : dialogsInChrome(page, name))) > 0;

export const untilCard = (page: Page, name: string, limit = 15_000): Promise<boolean> =>
  until(() => hasCard(page, name), Boolean, limit);
