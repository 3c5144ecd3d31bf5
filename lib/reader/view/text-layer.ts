/**
 * The text of a PDF in the page, with one element for each paragraph, even if the paragraph
 * continues in another line, column or page. So the annotator finds whole names. Each item of text
 * is a span. Near the viewport PDF.js positions the spans over the drawn page.
 *
 * A paragraph that continues on the next page stays one element, on the page where it begins. Its
 * later part is in a "carry", a box over the page on which that part is drawn.
 */
import { piecesOf, type PlacedPage } from '../layout/page-layout.ts';
import type { Paragraph, Piece } from '../layout/model.ts';
import { LinkLayer, type PageLink } from './link-layer.ts';

/** The size of a page as it is shown, in points. */
export interface PageSize {
  width: number;
  height: number;
  /** Degrees, clockwise. */
  rotation: number;
}

/** Where a paragraph is, so that a later one can add to it. */
interface Tail {
  element: HTMLElement;
  page: number;
}

/** The elements of a page's text. */
export interface PageText {
  /** The span of each item, by its index on the page. */
  spans: ReadonlyMap<number, HTMLElement>;
  /** The pages in whose layers this page's text is. */
  layers: ReadonlySet<number>;
  links: LinkLayer;
}

const scaled = (points: number): string => `calc(${points.toFixed(2)}px * var(--scale))`;

export class TextLayers {
  readonly #document: Document;
  readonly #sizeOf: (page: number) => PageSize;
  readonly #layerOf: (page: number) => HTMLElement;
  readonly #tails = new WeakMap<Paragraph, Tail>();

  constructor(document: Document, sizeOf: (page: number) => PageSize, layerOf: (page: number) => HTMLElement) {
    this.#document = document;
    this.#sizeOf = sizeOf;
    this.#layerOf = layerOf;
  }

  /** Adds the text of a page. Call it page by page, in order. */
  add(page: number, layout: PlacedPage, found: readonly PageLink[]): PageText {
    const links = new LinkLayer(this.#document, found);
    const spans = new Map<number, HTMLElement>();
    const layers = new Set([page]);
    const came: HTMLElement[] = [];
    for (const paragraph of layout.paragraphs) {
      const tail = paragraph.follows && this.#tails.get(paragraph.follows);
      const place = tail && this.#placeIn(tail, page);
      const element = place ?? this.#document.createElement(paragraph.role === 'heading' ? 'h2' : 'p');
      this.#fill(element, piecesOf(place ? paragraph : { ...paragraph, follows: null }), spans, links);
      if (tail && place) layers.add(tail.page);
      else came.push(element);
      this.#tails.set(paragraph, tail && place ? tail : { element, page });
    }
    this.#layerOf(page).append(...came);
    return { spans, layers, links };
  }

  #fill(element: HTMLElement, pieces: readonly Piece[], spans: Map<number, HTMLElement>, links: LinkLayer): void {
    for (const { item, before } of pieces) {
      if (before === '\n') element.append(this.#document.createElement('br'));
      else if (before) element.append(before);
      const span = this.#document.createElement('span');
      links.fill(span, item);
      if (item.isUpright) span.className = 'upright';
      spans.set(item.n, span);
      element.append(span);
    }
  }

  /**
   * The paragraph itself on its own page, and a box in it on another page. Null if one of the pages
   * is rotated.
   */
  #placeIn({ element, page: from }: Tail, page: number): HTMLElement | null {
    if (from === page) return element;
    const [own, there] = [this.#sizeOf(from), this.#sizeOf(page)];
    if (own.rotation !== 0 || there.rotation !== 0) return null;
    let above = 0;
    for (let at = from; at < page; at++) above += this.#sizeOf(at).height;
    const carry = this.#document.createElement('span');
    carry.className = 'carry';
    carry.dataset['page'] = String(page);
    carry.style.width = scaled(there.width);
    carry.style.height = scaled(there.height);
    carry.style.left = scaled((own.width - there.width) / 2);
    carry.style.top = `calc(${scaled(above)} + ${page - from} * var(--page-gap))`;
    element.append(carry);
    return carry;
  }
}
