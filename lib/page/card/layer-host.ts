/**
 * Our element in the page: a popover in the top layer with a closed shadow root (decision 5). It is
 * in the document only while it shows something.
 */
import { withPrivateProperties, newSecret } from './private-custom-properties.ts';
import { parentOrHost, append, createElement, nameOf, queryAll, rootOf } from '../dom/safe-dom.ts';

const LAYERS = new WeakSet<object>();

/** True for our elements in the top layer, cards and notices. */
export const isLayer = (target: unknown): boolean =>
  typeof target === 'object' && target !== null && LAYERS.has(target);

export class LayerHost {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  /** Names of our custom properties in this page. */
  readonly property: (name: string) => string;
  readonly #document: Document;
  readonly #secret = newSecret();
  readonly #sheets = new Map<string, CSSStyleSheet>();

  constructor(document: Document) {
    this.#document = document;
    this.element = createElement(document, 'div');
    this.root = this.element.attachShadow({ mode: 'closed' });
    this.property = (name) => `--${this.#secret}-${name}`;
    this.element.setAttribute('popover', 'manual');
    this.element.setAttribute('translate', 'no');
    LAYERS.add(this.element);
  }

  get isOpen(): boolean {
    return this.element.isConnected;
  }

  /** Parses the sheet again only if its text differs. */
  set css(css: string) {
    let sheet = this.#sheets.get(css);
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(withPrivateProperties(css, this.#secret));
      this.#sheets.set(css, sheet);
    }
    this.root.adoptedStyleSheets = [sheet];
  }

  set theme(theme: 'light' | 'dark' | null) {
    if (theme) this.element.setAttribute('data-theme', theme);
    else this.element.removeAttribute('data-theme');
  }

  /**
   * Puts the element into the page, on top. `near`: a node of the mention. If it is inside a modal
   * dialog, the element goes into the dialog, because nothing else is usable. Returns true if the
   * element was not shown before.
   */
  attach(near: Node | null): boolean {
    const { element } = this;
    const parent =
      (near && modalAround(near)) ?? queryAll(this.#document, 'dialog:modal').at(-1) ?? rootOf(this.#document);
    if (!parent) return false;
    if (element.parentNode !== parent) {
      if (element.isConnected) element.remove();
      append(parent, element);
    }
    if (element.matches(':popover-open')) return false;
    element.showPopover();
    return true;
  }

  /** Shows the element again, because the one shown last is on top. */
  raise(): void {
    this.element.hidePopover();
    this.element.showPopover();
  }

  remove(): void {
    this.element.remove();
  }
}

function modalAround(node: Node): Element | null {
  for (let at: Node | null = node; at; at = parentOrHost(at))
    if (nameOf(at) === 'DIALOG' && Element.prototype.matches.call(at, ':modal')) return at as Element;
  return null;
}
