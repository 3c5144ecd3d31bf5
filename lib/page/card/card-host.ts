/**
 * One card in the page: draws a view, places it beside its line, and holds the keyboard while it is
 * inside.
 */
import { ClickGuard } from './click-guard.ts';
import { activeIn, bodyOf, parentOf, rootOf, widthOf } from '../dom/safe-dom.ts';
import type { CardView } from './card-script.ts';
import { LayerHost } from './layer-host.ts';
import { position, type Box, type Placement, type PositionOptions, type Size } from './position.ts';

/** Between the line of the mention and the sheet below it. */
const SHEET_GAP_PX = 12;

const FOCUSABLE = 'a[href], button:not([tabindex="-1"]), summary, input, [tabindex="0"]';

export interface Drawing {
  /** Builds the style sheet, on first use. */
  css: () => string;
  /** Draws into `root`; null removes the drawing. */
  draw: (root: ShadowRoot, view: CardView | null) => void;
}

/** Everything that a view shows. Its commands follow from these. */
const partsOf = (view: CardView): unknown[] => [
  ...Object.values({ ...view, commands: null, called: null }),
  view.called.name,
  view.called.kind,
];

export class CardHost {
  readonly #document: Document;
  readonly #drawingOf: (view: CardView) => Drawing;
  /** The drawing that the root shows. */
  #drawing: Drawing | null = null;
  #layer: LayerHost | null = null;
  /** Parts of the view that the root shows. */
  #drawn: unknown[] = [];
  #focusBefore: Element | null = null;
  readonly #guard = new ClickGuard();
  /** The side of the word on which the card stands. A card that grows keeps it. */
  #side: Placement['side'] | undefined;
  #offset: number | undefined;

  /** `drawingOf`: the glance and the full card are drawn by different scripts. */
  constructor(document: Document, drawingOf: (view: CardView) => Drawing) {
    this.#document = document;
    this.#drawingOf = drawingOf;
  }

  get isOpen(): boolean {
    return this.#layer?.isOpen === true;
  }

  /** True if an event comes from the card. Outside a closed root its target is the host. */
  holds(target: EventTarget | null): boolean {
    return target !== null && target === this.#layer?.element;
  }

  /** True if the card is inside an element of the page, such as a dialog. */
  isIn(target: EventTarget | null): boolean {
    return this.#layer !== null && target !== null && parentOf(this.#layer.element) === target;
  }

  isHost = (element: Element): boolean => element === this.#layer?.element;

  /** Draws a card that may be opened next, outside the page. */
  prepare(view: CardView, textSize: number): void {
    this.#render(view, textSize);
  }

  /** Draws a card; opens it if it is not. */
  draw(view: CardView, { theme, textSize }: { theme: 'light' | 'dark' | null; textSize: number }): void {
    const had = this.hasFocus;
    const layer = this.#render(view, textSize);
    layer.theme = theme;
    if (layer.attach(view.mention.flow.container)) this.#guard.shown();
    // The element with the focus is not part of the new drawing.
    if (had && !this.hasFocus) this.#enter();
  }

  /**
   * Skips the drawing if no part of the view has changed: in Firefox, comparing the drawn elements
   * takes tens of milliseconds, as long as drawing them.
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
    // A glance that comes back by "Less" does not fade in: the user has read it already.
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

  /** Call when the page shows an element in the top layer. */
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
   * Puts the card beside `line`. Call after each drawing and whenever the line may have moved. The
   * place is written into the card's own style: a style sheet that changes has Firefox style the
   * whole card again.
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
   * Puts the card at the lower edge of the window. Returns by how much (px) it covers `line`, with
   * the gap that a card keeps.
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

  /** Called before a card for another word. */
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

  /** Puts the keyboard into the card. */
  focus(): void {
    if (!this.hasFocus) this.#focusBefore = activeIn(this.#document);
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

  /** The element that has the keyboard again once the card is closed; null where nothing had it. */
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
