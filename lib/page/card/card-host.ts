/**
 * The element in the page that shows a card: a popover in the top layer with a closed shadow root. It is
 * in the document only while a card is open, so the page looks as it would without us.
 */
import { ClickGuard } from './click-guard.ts';
import { closedCss, newSecret } from './private-custom-properties.ts';
import {
  above,
  activeIn,
  append,
  bodyOf,
  create,
  nameOf,
  parentOf,
  queryAll,
  rootOf,
  widthOf,
} from '../dom/safe-dom.ts';
import type { CardView } from './card-script.ts';
import { place, type Box, type Placement, type Size } from './position.ts';

const FOCUSABLE = 'a[href], button, summary, [tabindex="0"]';

export interface Drawing {
  /** Put together when it is asked for, once in most pages. */
  css: () => string;
  /** Draws into `root`; null takes away what was drawn. */
  draw: (root: ShadowRoot, view: CardView | null) => void;
}

/** All that a view shows. What its commands do follows from these. */
const partsOf = (view: CardView): unknown[] => [
  ...Object.values({ ...view, commands: null, called: null, words: null }),
  view.called.name,
  view.called.kind,
  ...view.words,
];

export class CardHost {
  readonly #document: Document;
  readonly #drawing: Drawing;
  #host: HTMLElement | null = null;
  #root: ShadowRoot | null = null;
  /** What is drawn in the root. */
  #drawn: unknown[] = [];
  #focusBefore: Element | null = null;
  readonly #guard = new ClickGuard();

  constructor(document: Document, drawing: Drawing) {
    this.#document = document;
    this.#drawing = drawing;
  }

  get isOpen(): boolean {
    return this.#host?.isConnected === true;
  }

  /** Whether an event comes from the card. The page sees the host only; so do we, from outside. */
  holds(target: EventTarget | null): boolean {
    return target !== null && target === this.#host;
  }

  /** Whether it stands in an element of the page. */
  isIn(target: EventTarget | null): boolean {
    return this.#host !== null && target !== null && parentOf(this.#host) === target;
  }

  isHost = (element: Element): boolean => element === this.#host;

  /** Draws a card that may be opened next; nothing of it comes into the page. */
  prepare(view: CardView, textSize: number): void {
    this.#render(this.#ensure().root, view, textSize);
  }

  /** Draws a card; opens it if it is not. */
  draw(view: CardView, { theme, textSize }: { theme: 'light' | 'dark' | null; textSize: number }): void {
    const { host, root } = this.#ensure();
    if (theme) host.setAttribute('data-theme', theme);
    else host.removeAttribute('data-theme');
    this.#partly = view.card === 'loading' || view.card === 'late';
    const had = this.hasFocus;
    this.#render(root, view, textSize);
    this.#attach(host, view.mention.flow.container);
    // The keyboard was on something that another card, or the card that was waited for, does not have.
    if (had && !this.hasFocus) this.#enter();
  }

  /** To compare what is drawn takes as long as to draw it, in Firefox tens of milliseconds: not where all is as it was. */
  #render(root: ShadowRoot, view: CardView, textSize: number): void {
    const parts = [textSize, ...partsOf(view)];
    if (parts.length === this.#drawn.length && parts.every((part, n) => part === this.#drawn[n])) return;
    this.#drawing.draw(root, view);
    this.#drawn = parts;
    this.#card()?.style.setProperty(this.#name('scale'), String(textSize));
  }

  /** Names of custom properties in this page. */
  #name = (property: string): string => property;
  /** Where it stands; a card that is drawn anew, longer or shorter, does not jump to the other side of its word. */
  #side: Placement['side'] | undefined;
  #partly = false;

  #ensure(): { host: HTMLElement; root: ShadowRoot } {
    if (this.#host && this.#root) return { host: this.#host, root: this.#root };
    const host = create(this.#document, 'div');
    const root = host.attachShadow({ mode: 'closed' });
    const sheet = new CSSStyleSheet();
    const { css, name } = closedCss(this.#drawing.css(), newSecret());
    sheet.replaceSync(css);
    this.#name = name;
    root.adoptedStyleSheets = [sheet];
    root.addEventListener('click', this.#guard.filter, { capture: true });
    host.setAttribute('popover', 'manual');
    host.setAttribute('translate', 'no');
    [this.#host, this.#root] = [host, root];
    return { host, root };
  }

  /** Into the page, above all else; inside an open modal dialog, where alone it can be used: the one that holds the mention. */
  #attach(host: HTMLElement, container: Node) {
    const parent = modalAround(container) ?? queryAll(this.#document, 'dialog:modal').at(-1) ?? rootOf(this.#document);
    if (!parent) return;
    if (host.parentNode !== parent) {
      if (host.isConnected) host.remove();
      append(parent, host);
    }
    if (host.matches(':popover-open')) return;
    host.showPopover();
    this.#guard.shown();
  }

  /** What is shown last is above all else in the top layer. */
  #raise(): void {
    if (!this.isOpen || !this.#host) return;
    this.#host.hidePopover();
    this.#host.showPopover();
    this.#guard.shown();
  }

  /** True if a click on the card may change a setting. A card that the page covers closes instead. */
  allowsChange(close: () => void): boolean {
    const judged = this.#host ? this.#guard.judge(this.#host) : 'covered';
    if (judged === 'covered') close();
    return judged === 'allowed';
  }

  /** Call when the page shows an element in the top layer. */
  coveredBy(target: EventTarget | null, close: () => void): void {
    if (this.isOpen && !this.holds(target) && !this.isIn(target))
      this.#guard.covered({ raise: () => this.#raise(), close });
  }

  /**
   * Puts the card beside `line`. Call after each drawing and when the page scrolls. By the card's own style:
   * a sheet that changes has Firefox style all of the card anew.
   */
  place(line: Box, rtl: boolean): void {
    const card = this.#card();
    if (!card) return;
    const viewport: Size = { width: widthOf(rootOf(this.#document)) || window.innerWidth, height: window.innerHeight };
    const { style } = card;
    style.maxHeight = '';
    const { width, height } = card.getBoundingClientRect();
    const { left, top, maxHeight, side } = place(line, { width, height }, viewport, {
      rtl,
      kept: this.#side,
      partly: this.#partly,
    });
    this.#side = side;
    style.left = `${Math.round(left)}px`;
    style.top = `${Math.round(top)}px`;
    style.maxHeight = `min(var(${this.#name('card-max-h')}), ${Math.floor(maxHeight)}px)`;
    this.#guard.placed(card, [style.left, style.top, Math.round(width), Math.round(height)].join(' '));
  }

  /** The next card is another word's. */
  forgetSide(): void {
    this.#side = undefined;
  }

  #card(): HTMLElement | null {
    return this.#root?.querySelector<HTMLElement>('.card') ?? null;
  }

  /** The card's box in the viewport. */
  box(): Box | null {
    const rect = this.isOpen ? this.#card()?.getBoundingClientRect() : null;
    return rect ? { left: rect.left, top: rect.top, right: rect.right, bottom: rect.bottom } : null;
  }

  get hasFocus(): boolean {
    return this.#root?.activeElement != null;
  }

  /** Puts the keyboard into the card. */
  focus(): void {
    if (!this.hasFocus) this.#focusBefore = activeIn(this.#document);
    this.#enter();
  }

  #enter(): void {
    this.#root?.querySelector<HTMLElement>('.card-body')?.focus({ preventScroll: true });
  }

  /** Whether Tab leads out of the card from here. */
  isAtEdge(backwards: boolean): boolean {
    const all = [...(this.#root?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])].filter((element) =>
      element.checkVisibility(),
    );
    return this.#root?.activeElement === (backwards ? all[0] : all.at(-1));
  }

  /** The element that has the keyboard again once the card is closed; null where nothing had it. */
  get cameFrom(): HTMLElement | null {
    const before = this.#focusBefore;
    return before instanceof HTMLElement && before.isConnected && before !== bodyOf(this.#document) ? before : null;
  }

  #giveFocusBack(): void {
    const before = this.cameFrom;
    this.#focusBefore = null;
    if (before) before.focus({ preventScroll: true });
    else (this.#root?.activeElement as HTMLElement | null)?.blur();
  }

  close(): void {
    if (this.hasFocus) this.#giveFocusBack();
    if (this.#root) this.#drawing.draw(this.#root, null);
    this.#drawn = [];
    this.#host?.remove();
    this.#guard.closed();
    this.forgetSide();
  }
}

function modalAround(node: Node): Element | null {
  for (let at: Node | null = node; at; at = above(at))
    if (nameOf(at) === 'DIALOG' && Element.prototype.matches.call(at, ':modal')) return at as Element;
  return null;
}
