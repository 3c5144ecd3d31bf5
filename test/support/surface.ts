/**
 * The popup and the panel as the browser itself opens them, and any page of the extension: things are found
 * by role and accessible name, as axe-core computes them, in the same way in both browsers.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { KeyInput, Page } from 'puppeteer-core';
import * as v from 'valibot';
import { pause } from '../../lib/publish/drive.ts';
import { callText } from '../../lib/publish/in-page.ts';
import { inFirefoxWindow, type Launched } from '../../lib/publish/launch.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What is used of axe-core in a page. */
interface Axe {
  setup(root: Document): void;
  teardown(): void;
  utils: { getNodeFromTree(element: Element): unknown };
  commons: {
    aria: { getRole(node: unknown): string | null };
    text: { accessibleTextVirtual(node: unknown): string };
    dom: { isVisibleToScreenReaders(node: unknown): boolean };
  };
  run(
    context: unknown,
    options: object,
  ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
}

/** Something that was found: its text, and what it says of its state. */
export const Thing = v.object({
  name: v.string(),
  text: v.string(),
  focused: v.boolean(),
  state: v.record(v.string(), v.string()),
  value: v.string(),
  box: v.object({ x: v.number(), y: v.number(), width: v.number(), height: v.number() }),
});
export type Thing = v.InferOutput<typeof Thing>;

// Runs in the surface, so it stands alone.
const findThings = (role: string, name: string | null, click: number) => {
  const axe = (window as unknown as { axe: Axe }).axe;
  const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();
  axe.setup(document);
  const found: { element: Element; name: string }[] = [];
  for (const element of document.body.querySelectorAll('*')) {
    const node = axe.utils.getNodeFromTree(element);
    if (!node || axe.commons.aria.getRole(node) !== role || !axe.commons.dom.isVisibleToScreenReaders(node)) continue;
    const own = tidy(axe.commons.text.accessibleTextVirtual(node));
    if (name === null || own === name || (name.startsWith('/') && new RegExp(name.slice(1, -1)).test(own)))
      found.push({ element, name: own });
  }
  axe.teardown();
  const target = found[click]?.element;
  if (target instanceof HTMLElement) target.click();
  return found.map(({ element, name: own }) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const state = Object.fromEntries(
      [...element.attributes]
        .filter(({ name: key }) => /^aria-(?:pressed|checked|expanded|selected|current)$/.test(key))
        .map((one) => [one.name.slice(5), one.value]),
    );
    if ('checked' in element) state['checked'] = String(element.checked);
    return {
      name: own,
      text: element instanceof HTMLElement ? tidy(element.innerText) : '',
      focused: document.activeElement === element,
      state,
      value: 'value' in element ? String(element.value) : '',
      box: { x, y, width, height },
    };
  });
};

export abstract class Surface {
  /** Runs script in the surface; the answer goes as JSON. */
  abstract evaluate(expression: string): Promise<unknown>;
  abstract key(key: KeyInput): Promise<void>;
  abstract close(): Promise<void>;
  /** A click of the reader, for what browsers allow only then. */
  protected abstract pressAt(role: string, name: string | null): Promise<void>;

  async run<A extends unknown[], R>(call: (...args: A) => R, ...args: A): Promise<Awaited<R>> {
    return (await this.evaluate(callText(call, args))) as Awaited<R>;
  }

  async #axe(): Promise<void> {
    if (!(await this.evaluate(`'axe' in window`))) await this.evaluate(`${AXE}; null`);
  }

  /** All things with this role and, where given, this name; a name between slashes is a pattern. */
  async all(role: string, name: string | null = null): Promise<Thing[]> {
    await this.#axe();
    return v.parse(v.array(Thing), await this.run(findThings, role, name, -1));
  }

  /** The first of them, waited for. */
  async find(role: string, name: string | null = null, limit = 30_000): Promise<Thing> {
    for (const until = Date.now() + limit; ; await pause(60)) {
      const [first] = await this.all(role, name);
      if (first) return first;
      if (Date.now() > until) throw new Error(`no ${role} “${name}” in: ${(await this.text()).slice(0, 2000)}`);
    }
  }

  async gone(role: string, name: string | null = null, limit = 30_000): Promise<void> {
    for (const until = Date.now() + limit; (await this.all(role, name)).length > 0; await pause(60))
      if (Date.now() > until) throw new Error(`${role} “${name}” stays`);
  }

  async press(role: string, name: string | null = null): Promise<void> {
    await this.find(role, name);
    await this.pressAt(role, name);
  }

  /** Types into the field that has the keyboard, all at once. */
  async fill(text: string): Promise<void> {
    await this.run((value) => {
      const field = document.activeElement;
      if (!(field instanceof HTMLInputElement)) throw new Error('no field has the keyboard');
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, text);
  }

  async focus(role: string, name: string | null = null): Promise<void> {
    await this.find(role, name);
    await this.run(actOnThing, 'focus', role, name, '');
  }

  /** Picks an option by its words. */
  async choose(role: string, name: string, option: string): Promise<void> {
    await this.find(role, name);
    await this.run(actOnThing, 'choose', role, name, option);
  }

  /** From here on, files that the surface saves are kept for `files` too. */
  async noteFiles(): Promise<void> {
    await this.run(() => {
      const kept: { name: string; text: Promise<string> }[] = ((window as unknown as { keptFiles: unknown }).keptFiles =
        []);
      const blobs = new Map<string, Blob>();
      const create = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (blob: Blob) => {
        const url = create(blob);
        blobs.set(url, blob);
        return url;
      };
      HTMLAnchorElement.prototype.click = function () {
        const blob = blobs.get(this.href);
        if (blob) kept.push({ name: this.download, text: blob.text() });
      };
    });
  }

  async files(many: number): Promise<{ name: string; text: string }[]> {
    for (const until = Date.now() + 30_000; Date.now() < until; await pause(60)) {
      const files = await this.run(() =>
        Promise.all(
          (window as unknown as { keptFiles: { name: string; text: Promise<string> }[] }).keptFiles.map(
            async ({ name, text }) => ({ name, text: await text }),
          ),
        ),
      );
      if (files.length >= many) return files;
    }
    throw new Error('files are missing');
  }

  async text(): Promise<string> {
    return v.parse(v.string(), await this.run(() => document.body.innerText));
  }

  async says(words: string, limit = 30_000): Promise<void> {
    for (const until = Date.now() + limit; !(await this.text()).includes(words); await pause(60))
      if (Date.now() > until) throw new Error(`does not say “${words}”: ${(await this.text()).slice(0, 2000)}`);
  }

  /** What axe-core finds wrong, a line each: WCAG 2.2 AA and its best practices. `within`: a selector. */
  async faults(within = 'html'): Promise<string[]> {
    await this.#axe();
    return v.parse(v.array(v.string()), await this.run(runAxe, within));
  }
}

// Runs in the surface, so it stands alone.
const runAxe = async (within: string) => {
  const { violations } = await (window as unknown as { axe: Axe }).axe.run(document.querySelector(within), {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    resultTypes: ['violations'],
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  );
};

/** A page that puppeteer has: everything in Chromium, tabs in Firefox. */
export class PageSurface extends Surface {
  readonly page: Page;
  constructor(page: Page) {
    super();
    this.page = page;
  }
  evaluate(expression: string): Promise<unknown> {
    return this.page.evaluate(expression);
  }
  key(key: KeyInput): Promise<void> {
    return this.page.keyboard.press(key);
  }
  async close(): Promise<void> {
    if (!this.page.isClosed()) await this.page.close();
  }
  /** Puppeteer runs script as in a click of the reader. A press that leads elsewhere can close a popup before it answers. */
  protected async pressAt(role: string, name: string | null): Promise<void> {
    await this.run(findThings, role, name, 0).catch((error: unknown) => {
      if (!(error instanceof Error && error.name === 'TargetCloseError')) throw error;
    });
  }
}

// Runs in the surface, so it stands alone.
const actOnThing = (act: 'focus' | 'choose', role: string, name: string | null, option: string) => {
  const axe = (window as unknown as { axe: Axe }).axe;
  axe.setup(document);
  const target = [...document.body.querySelectorAll('*')].find((element) => {
    const node = axe.utils.getNodeFromTree(element);
    if (!node || axe.commons.aria.getRole(node) !== role || !axe.commons.dom.isVisibleToScreenReaders(node))
      return false;
    const own = axe.commons.text.accessibleTextVirtual(node).replace(/\s+/g, ' ').trim();
    return name === null || own === name || (name.startsWith('/') && new RegExp(name.slice(1, -1)).test(own));
  });
  axe.teardown();
  if (target instanceof HTMLSelectElement && act === 'choose') {
    const value = [...target.options].find(({ text }) => text === option)?.value;
    if (value === undefined)
      throw new Error(`no option ${option} among ${[...target.options].map(({ text }) => text).join(', ')}`);
    target.value = value;
    target.dispatchEvent(new Event('change', { bubbles: true }));
  } else if (target instanceof HTMLElement) target.focus();
};

/** A document of the extension in Firefox's own window, out of WebDriver's reach: the popup, the sidebar. */
class FrameSurface extends Surface {
  readonly #launched: Launched;
  readonly #path: string;
  /** How long an answer is waited for: not long before the first one, since the empty document that it starts with goes without a word. */
  #patience = 5_000;
  constructor(launched: Launched, path: string) {
    super();
    this.#launched = launched;
    this.#path = path;
  }

  /** Runs a script beside the document, with `content` its window and `answer` to end with. */
  #beside(script: string, { focus = false } = {}): Promise<unknown> {
    return inFirefoxWindow(
      this.#launched.browser,
      `new Promise((resolve, reject) => {
        const inside = [...document.querySelectorAll('browser')].concat([...document.querySelectorAll('browser')].flatMap((one) => (one.isRemoteBrowser || !one.contentDocument ? [] : [...one.contentDocument.querySelectorAll('browser')])));
        const frame = inside.find((one) => one.currentURI?.spec.startsWith(${JSON.stringify(`${this.#launched.origin}${this.#path}`)}));
        if (!frame) return reject(new Error('${this.#path} is not open'));
        if (${focus}) frame.focus();
        const key = 'tradegloss-test:' + Math.random();
        // A document that closes between the question and its answer would leave the test waiting for ever.
        const limit = setTimeout(() => reject(new Error('${this.#path} gives no answer')), ${this.#patience});
        frame.messageManager.addMessageListener(key, function heard({ data }) {
          clearTimeout(limit);
          frame.messageManager.removeMessageListener(key, heard);
          if (data.fault) reject(new Error(data.fault));
          else resolve(data.answer);
        });
        frame.messageManager.loadFrameScript('data:;charset=utf-8,' + encodeURIComponent('{ const answer = (value) => sendAsyncMessage("' + key + '", value); (async () => { try { answer({ answer: await (async () => { ' + ${JSON.stringify(script)} + ' })() }); } catch (error) { answer({ fault: String(error) }); } })(); }'), false);
      })`,
    );
  }

  async evaluate(expression: string): Promise<unknown> {
    const answer = await this.#beside(
      `const sandbox = new Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false }); const value = await Cu.evalInSandbox(${JSON.stringify(`(async () => JSON.stringify({ value: await eval(${JSON.stringify(expression)}) }))()`)}, sandbox); return value;`,
    );
    this.#patience = 20_000;
    return v.parse(v.pipe(v.string(), v.parseJson(), v.object({ value: v.optional(v.unknown(), null) })), answer).value;
  }

  async key(key: KeyInput): Promise<void> {
    await this.#beside(
      `const tip = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor); tip.beginInputTransactionForTests(content); const event = new content.KeyboardEvent('', { key: ${JSON.stringify(key)}, keyCode: content.KeyboardEvent['DOM_VK_' + ({ ArrowDown: 'DOWN', ArrowUp: 'UP', Enter: 'RETURN', Escape: 'ESCAPE', Tab: 'TAB' })[${JSON.stringify(key)}]] }); tip.keydown(event); tip.keyup(event);`,
      { focus: true },
    );
  }

  async close(): Promise<void> {
    await inFirefoxWindow(
      this.#launched.browser,
      `SidebarController.hide(); document.querySelectorAll('panel').forEach((panel) => panel.hidePopup?.()); undefined`,
    );
  }

  protected async pressAt(role: string, name: string | null): Promise<void> {
    await this.#beside(
      `const handling = content.windowUtils.setHandlingUserInput(true); try { const sandbox = new Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false }); Cu.evalInSandbox(${JSON.stringify(callText(findThings, [role, name, 0]))}, sandbox); } finally { handling.destruct(); }`,
    );
  }
}

const ofExtension = (id: string) =>
  `(ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs').ExtensionParent)`.concat(
    `.GlobalManager.getExtension(${JSON.stringify(id)})`,
  );

async function inChrome({ browser, origin }: Launched, path: string): Promise<PageSurface> {
  const target = await browser.waitForTarget((one) => one.url().startsWith(`${origin}${path}`), { timeout: 30_000 });
  return new PageSurface(await target.asPage());
}

/** A click on the extension's button in the toolbar, with `page` in front. */
export async function openPopup(launched: Launched, page: Page): Promise<Surface> {
  const { browser, extensionId } = launched;
  await page.bringToFront();
  if ('connection' in browser) {
    await inFirefoxWindow(
      browser,
      `ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs').ExtensionParent.apiManager.global.browserActionFor(${ofExtension(extensionId)}).triggerAction(window)`,
    );
    return openedPopup(launched);
  }
  const session = await browser.target().createCDPSession();
  const { targetInfos } = await session.send('Target.getTargets', {
    filter: [{ type: 'tab', exclude: false }, { exclude: true }],
  });
  const tab = targetInfos.find(({ url }) => url === page.url());
  if (!tab) throw new Error(`no tab of ${page.url()}`);
  await (session.send as (method: string, params: object) => Promise<unknown>)('Extensions.triggerAction', {
    id: extensionId,
    targetId: tab.targetId,
  });
  return openedPopup(launched);
}

/** The side panel, as the popup's button opens it. */
export async function openPanel(launched: Launched, page: Page, button = 'All mentions'): Promise<Surface> {
  const popup = await openPopup(launched, page);
  await popup.press('button', button);
  return openedPanel(launched);
}

/** The popup that something else opened. */
export const openedPopup = async (launched: Launched): Promise<Surface> =>
  shown(
    'connection' in launched.browser
      ? new FrameSurface(launched, '/popup.html')
      : await inChrome(launched, '/popup.html'),
  );

/** The side panel that something else opened. */
export const openedPanel = async (launched: Launched): Promise<Surface> =>
  shown(
    'connection' in launched.browser
      ? new FrameSurface(launched, '/sidepanel.html')
      : await inChrome(launched, '/sidepanel.html'),
  );

async function shown(surface: Surface): Promise<Surface> {
  for (const until = Date.now() + 30_000; Date.now() < until; await pause(60))
    if (await surface.run(() => (document.getElementById('app')?.childElementCount ?? 0) > 0).catch(() => false))
      return surface;
  throw new Error('nothing is drawn');
}
