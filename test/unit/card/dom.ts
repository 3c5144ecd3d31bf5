/** A document for component tests, with queries by role and name, as a screen reader sees them. */
import { parseHTML } from 'linkedom';
import { options, render, type ComponentChild } from 'preact';

const { document, window, HTMLElement, Node, Event } = parseHTML(
  '<!doctype html><html><body><div id="app"></div></body></html>',
);
const idle = { requestIdleCallback: (call: () => void) => setTimeout(call, 0), cancelIdleCallback: clearTimeout };
/**
 * Replaces `Node` in `instanceof` checks. It has no getters: code that reads the getters of `Node`
 * when it loads must not take them from here, because tests of other documents run in the same
 * worker.
 */
const NodeOfAnyRealm = {
  TEXT_NODE: 3,
  [Symbol.hasInstance]: (value: unknown) => value instanceof Node,
};
/** This document has no layout, so no box ever changes its size. */
class ResizeObserver {
  observe(): void {}
  disconnect(): void {}
}
Object.assign(globalThis, { document, window, HTMLElement, Node: NodeOfAnyRealm, ResizeObserver, ...idle });
// linkedom has no window that could lose the focus and get it back.
Object.assign(document, { hasFocus: () => true });
Object.assign(globalThis, { removeEventListener: () => undefined });
// This document has no layout, so there is nothing to scroll.
Object.assign(HTMLElement.prototype, { scrollIntoView: () => undefined });
const ROLES: Record<string, string> = {
  A: 'link',
  BUTTON: 'button',
  H1: 'heading',
  H2: 'heading',
  H3: 'heading',
  LI: 'listitem',
  OL: 'list',
  UL: 'list',
  SELECT: 'combobox',
  SUMMARY: 'button',
  SECTION: 'region',
};

function roleOf(element: Element): string | null {
  const said = element.getAttribute('role');
  if (said) return said;
  if (element.tagName === 'INPUT')
    return (
      { checkbox: 'checkbox', radio: 'radio', search: 'searchbox' }[element.getAttribute('type') ?? ''] ?? 'textbox'
    );
  return ROLES[element.tagName] ?? null;
}

/** The text that a screen reader reads, without hidden parts. */
function textOf(node: Node): string {
  if (node.nodeType === 3) return node.textContent ?? '';
  if (node.nodeType !== 1) return '';
  const element = node as Element;
  return element.getAttribute('aria-hidden') === 'true' ? '' : [...element.childNodes].map(textOf).join('');
}

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();

function nameOf(element: Element): string {
  const by = element.getAttribute('aria-labelledby');
  if (by) return tidy(textOf(document.getElementById(by) ?? element));
  return tidy(
    element.getAttribute('aria-label') ??
      (element.tagName === 'INPUT' ? textOf(element.closest('label') ?? element) : textOf(element)),
  );
}

const root = () => document.getElementById('app') as unknown as Element;

export const redraw = (content: ComponentChild): void => render(content, root());

/**
 * Draws again, and runs effects at once so that a test sees their results. It passes a new function
 * each time: Preact calls the same function only once while effects of an earlier test wait for a
 * stopped clock.
 */
export function draw(content: ComponentChild): void {
  options.requestAnimationFrame = (call) => setTimeout(call, 0);
  render(null, root());
  render(content, root());
}

/** All elements with this role and, if given, this name, in document order. */
export function all(role: string, name?: string | RegExp): Element[] {
  return [...root().querySelectorAll('*')].filter(
    (element) =>
      roleOf(element) === role &&
      (name === undefined || (typeof name === 'string' ? nameOf(element) === name : name.test(nameOf(element)))),
  );
}

export function find(role: string, name?: string | RegExp): Element {
  const [found, second] = all(role, name);
  if (!found || second)
    throw new Error(`${found ? 'several' : 'no'} ${role} ${name ?? ''} in:\n${tidy(textOf(root()))}`);
  return found;
}

export const said = (): string => tidy(textOf(root()));

/** Waits until effects and states have settled. */
export const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

export async function click(element: Element): Promise<void> {
  element.dispatchEvent(new Event('click', { bubbles: true, cancelable: true }) as never);
  await settle();
}

export async function type(element: Element, value: string): Promise<void> {
  Object.assign(element, { value });
  element.dispatchEvent(new Event('input', { bubbles: true }) as never);
  await settle();
}

export async function press(element: Element, key: string): Promise<void> {
  element.dispatchEvent(
    Object.assign(new Event('keydown', { bubbles: true, cancelable: true }), { key, isComposing: false }) as never,
  );
  await settle();
}
