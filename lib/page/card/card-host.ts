/**
 * Hosts one card in the page: draws a view, places it next to its line, and manages the keyboard
 * focus inside.
 */
import { ClickGuard } from './click-guard.ts';
import { activeElementOf, bodyOf, parentOf, rootOf, widthOf } from '../dom/safe-dom.ts';
import type { CardView } from './card-script.ts';
import { LayerHost } from './layer-host.ts';
import type { Box, Size } from '../dom/box.ts';
import { position, type Placement, type PositionOptions } from './position.ts';

/** Gap between the line of the mention and a sheet below it. */
const SHEET_GAP_PX = 12;

const FOCUSABLE = 'a[href], button:not([tabindex="-1"]), summary, input, [tabindex="0"]';

/** Draws a card of one size in its shadow root. */
export interface Drawing {
  /** Returns the style sheet; built on first use. */
  css: () => string;
  /** Draws into `root`; null removes the drawing. */
  draw: (root: ShadowRoot, view: CardView | null) => void;
}

/** The parts of a view that its drawing depends on. The commands follow from these. */
const partsOf = (view: CardView): unknown[] => [
  ...Object.values({ ...view, commands: null, called: null }),
  view.called.name,
  view.called.kind,
];

export class CardHost {
  readonly #document: Document;
  readonly #drawingOf: (view: CardView) => Drawing;
  /** The drawing that is in the root. */
  #drawing: Drawing | null = null;
  #layer: LayerHost | null = null;
  /** The parts of the view that was drawn last. */
  #drawn: unknown[] = [];
  #focusBefore: Element | null = null;
  readonly #guard = new ClickGuard();
  /** The side of the word on which the card is. A card that grows keeps it. */
  #side: Placement['side'] | undefined;
  #offset: number | undefined;

  /**
   * `drawingOf`: returns the drawing of the glance or of the full card, which come from different
   * scripts.
   */
  constructor(document: Document, drawingOf: (view: CardView) => Drawing) {
    this.#document = document;
    this.#drawingOf = drawingOf;
  }

  get isOpen(): boolean {
    return this.#layer?.isOpen === true;
  }

  /**
   * True if an event comes from the card. Outside the closed shadow root its target is the host.
   */
  holds(target: EventTarget | null): boolean {
    return target !== null && target === this.#layer?.element;
  }

  /** True if the card is inside an element of the page, such as a dialog. */
  isIn(target: EventTarget | null): boolean {
    return this.#layer !== null && target !== null && parentOf(this.#layer.element) === target;
  }

  isHost = (element: Element): boolean => element === this.#layer?.element;

  /** Draws a card that may be opened next, while it is not in the page. */
  prepare(view: CardView, textSize: number): void {
    this.#render(view, textSize);
  }

  /** Draws a card, and opens it if it is closed. */
  draw(view: CardView, { theme, textSize }: { theme: 'light' | 'dark' | null; textSize: number }): void {
    const had = this.hasFocus;
    const layer = this.#render(view, textSize);
    layer.theme = theme;
    if (layer.attach(view.mention.flow.container)) this.#guard.shown();
    // The focused element is not part of the new drawing.
    if (had && !this.hasFocus) this.#enter();
  }

  /**
   * Draws only if a part of the view has changed. In Firefox comparing the elements takes tens of
   * milliseconds, as long as drawing them.
   */
  #render(view: CardView, textSize: number): LayerHost {
    const layer = (this.#layer ??= this.#made());
    const parts = [textSize, ...partsOf(view)];
    if (parts.length === this.#drawn.length && parts.every((part, n) => part === this.#drawn[n])) return layer;
    const drawing = this.#drawingOf(view);
    const replaces = drawing !== this.#drawing;
    if (replaces) {
      this.#drawing?.draw(layer.root, null);
      layer.css = drawing.css();
      this.#drawing = drawing;
    }
    drawing.draw(layer.root, view);
    this.#drawn = parts;
    const card = this.#card();
    card?.style.setProperty(layer.property('scale'), String(textSize));
    // A glance that returns after "Less" does not fade in, because the user has already read it.
    if (replaces && this.isOpen && card?.matches('.glance')) card.style.animation = 'none';
    return layer;
  }

  #made(): LayerHost {
    const layer = new LayerHost(this.#document);
    layer.root.addEventListener('click', this.#guard.filter, { capture: true });
    return layer;
  }

  /**
   * True if a click on the card may change a setting. A card that the page covers closes instead.
   */
  allowsChange(close: () => void): boolean {
    const judged = this.#layer ? this.#guard.judge(this.#layer.element) : 'covered';
    if (judged === 'covered') close();
    return judged === 'allowed';
  }

  /** Call when the page puts an element into the top layer. */
  coveredBy(target: EventTarget | null, close: () => void): void {
    if (!this.isOpen || this.isIn(target)) return;
    const raise = () => {
      this.#layer?.raise();
      this.#guard.shown();
    };
    this.#guard.covered({ raise, close });
  }

  get viewport(): Size {
    return { width: widthOf(rootOf(this.#document)) || window.innerWidth, height: window.innerHeight };
  }

  /**
   * Places the card next to `line`. Call after each drawing and whenever the line may have moved.
   * The position is set in the card's own style, because a changed style sheet makes Firefox
   * restyle the whole card.
   */
  place(line: Box, options: Omit<PositionOptions, 'kept' | 'offset'>): void {
    const card = this.#card();
    if (!card || !this.#layer) return;
    const { style } = card;
    style.maxHeight = '';
    const { width, height } = card.getBoundingClientRect();
    const at = position(line, { width, height }, this.viewport, {
      ...options,
      kept: this.#side,
      offset: this.#offset,
    });
    this.#side = at.side;
    this.#offset ??= at.left - line.left;
    style.left = `${Math.round(at.left)}px`;
    style.top = `${Math.round(at.top)}px`;
    style.maxHeight = `min(var(${this.#layer.property('card-max-h')}), ${Math.floor(at.maxHeight)}px)`;
    this.#guard.placed(card, [style.left, style.top, Math.round(width), Math.round(height)].join(' '));
  }

  /**
   * Places the card at the lower edge of the window. Returns the pixels by which it covers `line`
   * and the gap below.
   */
  placeSheet(line: Box): number {
    const card = this.#card();
    if (!card || !this.#layer) return 0;
    const { style } = card;
    style.maxHeight = `var(${this.#layer.property('card-max-h')})`;
    const { width, height } = card.getBoundingClientRect();
    const { viewport } = this;
    style.left = `${Math.max(0, Math.round((viewport.width - width) / 2))}px`;
    style.top = `${Math.max(0, Math.round(viewport.height - height))}px`;
    this.#guard.placed(card, [style.left, style.top, Math.round(width), Math.round(height)].join(' '));
    return Math.min(line.bottom + SHEET_GAP_PX - (viewport.height - height), line.top);
  }

  /** Call before a card for another word. */
  forgetPlace(): void {
    this.#side = this.#offset = undefined;
  }

  #card(): HTMLElement | null {
    return this.#layer?.root.querySelector<HTMLElement>('.card') ?? null;
  }

  /** The card's box in the viewport. */
  box(): Box | null {
    const rect = this.isOpen ? this.#card()?.getBoundingClientRect() : null;
    return rect ? { left: rect.left, top: rect.top, right: rect.right, bottom: rect.bottom } : null;
  }

  get #active(): Element | null {
    return this.#layer?.root.activeElement ?? null;
  }

  get hasFocus(): boolean {
    return this.#active !== null;
  }

  /** Moves the keyboard focus into the card. */
  focus(): void {
    if (!this.hasFocus) this.#focusBefore = activeElementOf(this.#document);
    this.#enter();
  }

  #enter(): void {
    this.#card()?.focus({ preventScroll: true });
  }

  /** True if Tab would leave the card from the element with the focus. */
  isAtEdge(backwards: boolean): boolean {
    const all = [...(this.#layer?.root.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])].filter((element) =>
      element.checkVisibility(),
    );
    const active = this.#active;
    return backwards ? active === all[0] || active === this.#card() : active === all.at(-1);
  }

  /** Closes the card's menu, if it is open. */
  closeMenu(): boolean {
    const button = this.#layer?.root.querySelector<HTMLElement>('.menu-of > [aria-expanded="true"]');
    button?.click();
    return button != null;
  }

  /** The element that gets the focus back when the card closes; null if nothing had it. */
  get cameFrom(): HTMLElement | null {
    const before = this.#focusBefore;
    return before instanceof HTMLElement && before.isConnected && before !== bodyOf(this.#document) ? before : null;
  }

  #giveFocusBack(): void {
    const before = this.cameFrom;
    this.#focusBefore = null;
    if (before) before.focus({ preventScroll: true });
    else (this.#active as HTMLElement | null)?.blur();
  }

  close(): void {
    if (this.hasFocus) this.#giveFocusBack();
    if (this.#layer) this.#drawing?.draw(this.#layer.root, null);
    this.#drawn = [];
    this.#layer?.remove();
    this.#guard.closed();
    this.forgetPlace();
  }
}
