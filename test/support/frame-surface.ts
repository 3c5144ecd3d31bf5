/** A surface of the extension in Firefox's own window, where WebDriver cannot reach it. */
import type { KeyInput } from 'puppeteer-core';
import * as v from 'valibot';
import { callText } from '../../lib/tools/browser/in-page.ts';
import { inFirefoxWindow, type Launched } from '../../lib/tools/browser/launch.ts';
import { onThings } from './in-surface.ts';
import { Surface } from './surface.ts';

/** A document of the extension in Firefox's own window: the popup or the sidebar. */
export class FrameSurface extends Surface {
  readonly #launched: Launched;
  readonly #path: string;
  /**
   * Milliseconds to wait for an answer. It is short before the first answer, because the empty
   * initial document is replaced without notice.
   */
  #patience = 5_000;
  constructor(launched: Launched, path: string) {
    super();
    this.#launched = launched;
    this.#path = path;
  }

  /** An expression for the surface's frame; its value is undefined if the surface is not open. */
  get #frame(): string {
    const all = `[...document.querySelectorAll('browser')]`;
    const within = `(one) => (one.isRemoteBrowser || !one.contentDocument ? [] : [...one.contentDocument.querySelectorAll('browser')])`;
    const address = JSON.stringify(`${this.#launched.origin}${this.#path}`);
    return `${all}.concat(${all}.flatMap(${within})).find((one) => one.currentURI?.spec.startsWith(${address}))`;
  }

  /**
   * Runs a script beside the document, where `content` is the document's window and `answer` ends
   * the script.
   */
  #beside(script: string, { focus = false } = {}): Promise<unknown> {
    return inFirefoxWindow(
      this.#launched.browser,
      `new Promise((resolve, reject) => {
        const frame = ${this.#frame};
        if (!frame) return reject(new Error('${this.#path} is not open'));
        if (${focus}) frame.focus();
        const key = 'tradegloss-test:' + Math.random();
        // If the document closes before it answers, the test would wait for ever.
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

  /** A picture in the size that it has in the window. */
  async picture(): Promise<Uint8Array> {
    const data = await inFirefoxWindow(
      this.#launched.browser,
      `(async () => {
        const bitmap = await ${this.#frame}.browsingContext.currentWindowGlobal.drawSnapshot(null, devicePixelRatio, 'white');
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
        canvas.getContext('2d').drawImage(bitmap, 0, 0);
        const reader = new FileReader();
        reader.readAsDataURL(await canvas.convertToBlob());
        await new Promise((resolve) => (reader.onload = resolve));
        return reader.result.split(',')[1];
      })()`,
    );
    return Buffer.from(v.parse(v.string(), data), 'base64');
  }

  async close(): Promise<void> {
    await inFirefoxWindow(
      this.#launched.browser,
      `SidebarController.hide(); document.querySelectorAll('panel').forEach((panel) => panel.hidePopup?.()); undefined`,
    );
  }

  protected async pressAt(role: string, name: string | null): Promise<boolean> {
    const pressed = await this.#beside(
      `const handling = content.windowUtils.setHandlingUserInput(true); try { const sandbox = new Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false }); return Cu.evalInSandbox(${JSON.stringify(callText(onThings, [role, name, 'click']))}, sandbox).length > 0; } finally { handling.destruct(); }`,
    );
    return pressed === true;
  }
}
