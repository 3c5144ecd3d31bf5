/**
 * A page of the extension as a user operates it. Elements are found by role and accessible name, in
 * the same way in both browsers.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ElementHandle, KeyInput, Page } from 'puppeteer-core';
import * as v from 'valibot';
import { callText } from '../../lib/tools/browser/in-page.ts';
import { until } from '../../lib/tools/browser/wait.ts';
import { controlNamed, onThings, runAxe } from './in-surface.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** An element that was found: its text and its state. */
export const Thing = v.object({
  name: v.string(),
  text: v.string(),
  focused: v.boolean(),
  state: v.record(v.string(), v.string()),
  value: v.string(),
  box: v.object({ x: v.number(), y: v.number(), width: v.number(), height: v.number() }),
});
export type Thing = v.InferOutput<typeof Thing>;

/** The page may be navigating, so there is no result yet. For a closed page there will be none. */
function nothingYet(error: unknown): null {
  if (/no such frame|closed|detached/i.test(String(error))) throw error;
  return null;
}

export abstract class Surface {
  /** Runs a script in the surface. The answer travels as JSON. */
  abstract evaluate(expression: string): Promise<unknown>;
  abstract key(key: KeyInput): Promise<void>;
  abstract close(): Promise<void>;
  /** A PNG picture; `size` if the surface differs from its window. */
  abstract picture(size?: { width: number; height: number }): Promise<Uint8Array>;
  /**
   * A user's click, for actions that browsers allow only in one. False if the element is missing or
   * disabled.
   */
  protected abstract pressAt(role: string, name: string | null): Promise<boolean>;

  async run<A extends unknown[], R>(call: (...args: A) => R, ...args: A): Promise<Awaited<R>> {
    return (await this.evaluate(callText(call, args))) as Awaited<R>;
  }

  protected async loadAxe(): Promise<void> {
    if (!(await this.evaluate(`'axe' in window`))) await this.evaluate(`${AXE}; null`);
  }

  /** All elements with this role and, if given, this name; a name between slashes is a pattern. */
  async all(role: string, name: string | null = null): Promise<Thing[]> {
    await this.loadAxe();
    return v.parse(v.array(Thing), await this.run(onThings, role, name));
  }

  /** Waits for the first such element. */
  async find(role: string, name: string | null = null, limit = 30_000): Promise<Thing> {
    const [first] = await until(
      () => this.all(role, name),
      ({ length }) => length > 0,
      limit,
    );
    if (!first) throw new Error(`no ${role} “${name}” in: ${(await this.text()).slice(0, 2000)}`);
    return first;
  }

  async gone(role: string, name: string | null = null, limit = 30_000): Promise<void> {
    if (!(await until(async () => (await this.all(role, name)).length === 0, Boolean, limit)))
      throw new Error(`${role} “${name}” stays`);
  }

  /** Presses an element once it is there and enabled. */
  async press(role: string, name: string | null = null): Promise<void> {
    await this.find(role, name);
    if (!(await until(() => this.pressAt(role, name)))) throw new Error(`${role} “${name}” cannot be pressed`);
  }

  /** Types into the focused field, all at once. */
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
    await this.run(onThings, role, name, 'focus');
  }

  /** Chooses an option by its label. */
  async choose(role: string, name: string, option: string): Promise<void> {
    await this.find(role, name);
    await this.run(onThings, role, name, 'choose', option);
  }

  /** From now on, keeps files that the surface saves, for `files`. */
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
    const read = () =>
      this.run(() =>
        Promise.all(
          (window as unknown as { keptFiles: { name: string; text: Promise<string> }[] }).keptFiles.map(
            async ({ name, text }) => ({ name, text: await text }),
          ),
        ),
      );
    const files = await until(read, ({ length }) => length >= many);
    if (files.length < many) throw new Error('files are missing');
    return files;
  }

  async text(): Promise<string> {
    return v.parse(v.string(), await this.run(() => document.body.innerText));
  }

  async says(words: string, limit = 30_000): Promise<void> {
    const text = await until(
      () => this.text(),
      (seen) => seen.includes(words),
      limit,
    );
    if (!text.includes(words)) throw new Error(`does not say “${words}”: ${text.slice(0, 2000)}`);
  }

  /**
   * The faults that axe-core finds, one on each line: WCAG 2.2 AA and its best practices. `within`:
   * a selector.
   */
  async faults(within = 'html'): Promise<string[]> {
    await this.loadAxe();
    return v.parse(v.array(v.string()), await this.run(runAxe, within));
  }
}

/** A page that puppeteer can drive: every surface in Chromium, tabs in Firefox. */
export class PageSurface extends Surface {
  readonly page: Page;
  constructor(page: Page) {
    super();
    this.page = page;
  }
  evaluate(expression: string): Promise<unknown> {
    return this.page.evaluate(expression);
  }
  /**
   * Waits for the control with this name inside `within`. It does not use Firefox's accessibility
   * service, which takes up to half a second.
   */
  async control(name: string, within = 'body', limit = 30_000): Promise<ElementHandle<Element>> {
    const find = async () => {
      await this.loadAxe();
      const handle = await this.page.evaluateHandle(callText(controlNamed, [name, within]));
      return handle.asElement() as ElementHandle<Element> | null;
    };
    const found = await until(() => find().catch(nothingYet), Boolean, limit);
    if (!found) throw new Error(`nothing is called ${name} in: ${(await this.text()).slice(0, 2000)}`);
    return found;
  }
  key(key: KeyInput): Promise<void> {
    return this.page.keyboard.press(key);
  }
  picture(size?: { width: number; height: number }): Promise<Uint8Array> {
    return this.page.screenshot(
      size ? { captureBeyondViewport: true, clip: { x: 0, y: 0, ...size } } : { captureBeyondViewport: false },
    );
  }
  async close(): Promise<void> {
    if (!this.page.isClosed()) await this.page.close();
  }
  /**
   * Puppeteer runs the script as in a user's click. A press that navigates can close a popup before
   * it answers.
   */
  protected async pressAt(role: string, name: string | null): Promise<boolean> {
    try {
      return (await this.run(onThings, role, name, 'click')).length > 0;
    } catch (error) {
      if (error instanceof Error && error.name === 'TargetCloseError') return true;
      throw error;
    }
  }
}
