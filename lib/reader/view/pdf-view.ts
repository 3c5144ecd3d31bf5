/**
 * Shows a PDF as a column of pages. Text is read page by page from the first to the last and stays
 * in the document. Pictures are drawn when pages come near the viewport, and freed when they are
 * far.
 */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { RawText } from '../layout/model.ts';
import { joinPages, layoutPage, type PlacedPage } from '../layout/page-layout.ts';
import { pageOfDestination } from '../pdf/outline.ts';
import { copyCleanly } from './copied-text.ts';
import { followLinks, linksOf, type PageLink } from './link-layer.ts';
import { PageView } from './page-view.ts';
import { TextLayers, type PageSize } from './text-layer.ts';

/** Distance from the viewport within which a page is near, in heights of the viewport. */
const NEAR = '100% 0px';
/**
 * Milliseconds without another page coming near, after which text is laid out. That of pages that
 * fly past would leave Chromium hundreds of megabytes to collect.
 */
const REST_MS = 200;
/** Milliseconds of reading after which the text is added to the page. */
const BATCH_MS = 250;
const MIN_SCALE = 0.25;
const MAX_SCALE = 5;
/** CSS pixels in a point. */
export const UNIT = 96 / 72;

/** Pages are counted from 1. `labelOf`: the label of a page for screen readers. */
export interface PdfViewOptions {
  pdf: PDFDocumentProxy;
  scroller: HTMLElement;
  /** The element that contains the pages. */
  container: HTMLElement;
  labelOf: (page: number) => string;
  /** The address of a page of this document. */
  hrefOf: (page: number) => string;
  /** Called with the page that fills most of the viewport. */
  onPage: (page: number) => void;
  /** Called with the number of pages whose text was read. */
  onRead: (pages: number) => void;
  onFault: (page: number, error: unknown) => void;
  signal: AbortSignal;
}

const sizeOf = (page: PDFPageProxy): PageSize => {
  const { width, height, rotation } = page.getViewport({ scale: 1 });
  return { width, height, rotation };
};

/**
 * Keeps the middle of the view in place while pages become wider, by zoom or because a wider page
 * was read.
 */
function keptInMiddle(scroller: HTMLElement, container: HTMLElement): ResizeObserver {
  let beyond = 0;
  const sized = new ResizeObserver(() => {
    const now = scroller.scrollWidth - scroller.clientWidth;
    scroller.scrollLeft += (now - beyond) / 2;
    beyond = now;
  });
  sized.observe(container);
  return sized;
}

interface ReadPage {
  layout: PlacedPage;
  links: readonly PageLink[];
}

export class PdfView {
  readonly #options: PdfViewOptions;
  readonly #views: PageView[] = [];
  readonly #layers: TextLayers;
  readonly #near = new Set<number>();
  /** Observes how much of each near page is visible. */
  readonly #seenObserver: IntersectionObserver;
  readonly #shares = new Map<number, number>();
  readonly #withoutText = new Set<number>();
  readonly #unreadable = new Set<number>();
  /** Pages that could not be drawn. */
  readonly #faulty = new Set<number>();
  #before: PlacedPage[] = [];
  #read = 0;
  #reading = Promise.resolve();
  #isStopped = false;
  #scale: number;
  #drawing: Promise<void> | null = null;
  #placing: ReturnType<typeof setTimeout> | undefined;

  constructor(options: PdfViewOptions, first: PDFPageProxy, scale: number) {
    this.#options = options;
    this.#scale = scale;
    const { pdf, container, scroller, labelOf, signal } = options;
    const size = sizeOf(first);
    for (let n = 1; n <= pdf.numPages; n++) this.#views.push(new PageView(document, n, labelOf(n), size));
    container.append(...this.#views.map(({ element }) => element));
    this.#layers = new TextLayers(
      document,
      (page) => this.#view(page).size,
      (page) => this.#view(page).layer,
    );
    this.#applyScale();
    const near = new IntersectionObserver((changes) => this.#moved(changes), { root: scroller, rootMargin: NEAR });
    const seen = new IntersectionObserver((changes) => this.#seen(changes), {
      root: scroller,
      threshold: [0, 0.25, 0.5, 0.75, 1],
    });
    this.#seenObserver = seen;
    for (const { element } of this.#views) near.observe(element);
    const middle = keptInMiddle(scroller, container);
    followLinks(container, (page) => this.goTo(page), signal);
    copyCleanly(container, signal);
    signal.addEventListener('abort', () => {
      middle.disconnect();
      near.disconnect();
      seen.disconnect();
      clearTimeout(this.#placing);
      this.stop();
      for (const view of this.#views) view.release();
      container.replaceChildren();
    });
  }

  get pages(): number {
    return this.#views.length;
  }

  /** The number of pages whose text was read, counted from the first. */
  get read(): number {
    return this.#read;
  }

  /** Pages that were read and contain only pictures. */
  get withoutText(): readonly number[] {
    return [...this.#withoutText];
  }

  /** Pages with text whose letters the file does not identify. */
  get unreadable(): readonly number[] {
    return [...this.#unreadable];
  }

  /** Pages that could not be drawn or read. */
  get faulty(): readonly number[] {
    return [...this.#faulty];
  }

  get scale(): number {
    return this.#scale;
  }

  set scale(scale: number) {
    this.#scale = Math.min(MAX_SCALE, Math.max(MIN_SCALE, scale));
    const { scroller } = this.#options;
    // Keeps the content at the top of the viewport in place.
    const share = scroller.scrollTop / Math.max(1, scroller.scrollHeight);
    this.#applyScale();
    scroller.scrollTop = share * scroller.scrollHeight;
    void this.#draw();
  }

  /** The scale at which a page fills the available width. */
  fitWidth(room: number): number {
    return room / (this.#view(1).size.width * UNIT);
  }

  #applyScale(): void {
    this.#options.container.style.setProperty('--scale', String(this.#scale * UNIT));
    this.#options.container.style.setProperty('--total-scale-factor', String(this.#scale * UNIT));
  }

  #view(page: number): PageView {
    const view = this.#views[page - 1];
    if (!view) throw new RangeError(`no page ${page}`);
    return view;
  }

  goTo(page: number): void {
    this.#view(Math.min(this.pages, Math.max(1, page))).element.scrollIntoView({ block: 'start', behavior: 'instant' });
  }

  /** Lays out the text of a page, so that a place on it can be scrolled to. */
  async reveal(page: number): Promise<void> {
    this.#setNear(page, true);
    await this.#place(page);
  }

  /** Reads the text of the remaining pages. */
  readOn(): Promise<void> {
    this.#isStopped = false;
    // A reading that was stopped finishes its batch first.
    this.#reading = this.#reading.then(() => this.#readRest());
    return this.#reading;
  }

  async #readRest(): Promise<void> {
    const isGoing = () => !this.#isStopped && !this.#options.signal.aborted;
    // The first page is added alone, the others a few at a time, since each change of the page
    // costs time, however small it is.
    for (let batchMs = 0; this.#read < this.pages && isGoing(); batchMs = BATCH_MS) {
      const until = performance.now() + batchMs;
      const pages: ReadPage[] = [];
      do pages.push(await this.#readPage(this.#read + pages.length + 1));
      while (performance.now() < until && this.#read + pages.length < this.pages && isGoing());
      if (this.#options.signal.aborted) return;
      for (const page of pages) await this.#showText(++this.#read, page);
      this.#options.onRead(this.#read);
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  }

  /** Stops the reading; the remaining pages stay unread. */
  stop(): void {
    this.#isStopped = true;
  }

  /** Returns a page without text if the text cannot be read. */
  async #readPage(n: number): Promise<ReadPage> {
    try {
      const page = await this.#options.pdf.getPage(n);
      const view = this.#view(n);
      view.size = sizeOf(page);
      const viewport = page.getViewport({ scale: 1 });
      const text = (await page.getTextContent()) as RawText;
      const links = await linksOf(page, viewport);
      const layout = layoutPage(text, viewport.transform, viewport, this.#before[0]);
      joinPages(layout, this.#before);
      this.#before = [layout, ...this.#before].slice(0, 2);
      if (!this.#near.has(n)) page.cleanup();
      return { layout, links };
    } catch (error) {
      this.#faulty.add(n);
      this.#options.onFault(n, error);
      return { layout: { width: 0, height: 0, paragraphs: [], bodySize: 0, hasUnreadable: false }, links: [] };
    }
  }

  async #showText(n: number, { layout, links }: ReadPage): Promise<void> {
    const view = this.#view(n);
    view.text = this.#layers.add(n, layout, links);
    if (layout.hasUnreadable) this.#unreadable.add(n);
    else if (view.text.spans.size === 0 && !this.#faulty.has(n)) this.#withoutText.add(n);
    if (this.#near.has(n)) await this.#place(n);
  }

  #moved(changes: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of changes)
      this.#setNear(Number((target as HTMLElement).dataset['page']), isIntersecting);
    void this.#draw();
    clearTimeout(this.#placing);
    this.#placing = setTimeout(() => this.#placeNear(), REST_MS);
  }

  #setNear(page: number, isNear: boolean): void {
    const view = this.#view(page);
    if (isNear) {
      this.#near.add(page);
      this.#seenObserver.observe(view.element);
    } else {
      this.#near.delete(page);
      this.#shares.delete(page);
      this.#seenObserver.unobserve(view.element);
      view.release();
    }
    for (const layer of view.text?.layers ?? []) if (!this.#near.has(layer)) this.#view(layer).leave();
  }

  #placeNear(): void {
    for (const n of this.#near) this.#place(n).catch((error: unknown) => this.#options.onFault(n, error));
  }

  /** Does nothing if the page was freed in the meantime, since nothing would free it again. */
  async #place(n: number): Promise<void> {
    const page = await this.#options.pdf.getPage(n);
    if (!this.#near.has(n)) return;
    const view = this.#view(n);
    for (const layer of view.text?.layers ?? []) this.#view(layer).layer.classList.add('near');
    await view.place(page);
    const { hrefOf, labelOf, pdf } = this.#options;
    const { places } = view.text?.links ?? {};
    for (const [link, destination] of places ?? []) {
      places?.delete(link);
      const to = await pageOfDestination(pdf, destination);
      if (to === null) continue;
      link.href = hrefOf(to);
      link.dataset['to'] = String(to);
      if (!link.textContent) link.ariaLabel = labelOf(to);
    }
  }

  /** Draws the pages near the viewport one at a time, those inside it first. */
  #draw(): Promise<void> {
    const drawAll = async () => {
      for (let next = this.#nextToDraw(); next !== undefined; next = this.#nextToDraw()) await this.#drawPage(next);
    };
    this.#drawing ??= drawAll().finally(() => {
      this.#drawing = null;
    });
    return this.#drawing;
  }

  async #drawPage(n: number): Promise<void> {
    try {
      const page = await this.#options.pdf.getPage(n);
      if (!this.#near.has(n)) return;
      await this.#view(n).draw(page, this.#scale * UNIT);
    } catch (error) {
      this.#faulty.add(n);
      this.#options.onFault(n, error);
    }
  }

  #nextToDraw(): number | undefined {
    const scale = this.#scale * UNIT;
    const waiting = [...this.#near].filter((page) => !this.#faulty.has(page) && !this.#view(page).isDrawnAt(scale));
    return waiting.toSorted((a, b) => (this.#shares.get(b) ?? 0) - (this.#shares.get(a) ?? 0) || a - b)[0];
  }

  #seen(changes: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting, intersectionRect } of changes) {
      const page = Number((target as HTMLElement).dataset['page']);
      if (isIntersecting) this.#shares.set(page, intersectionRect.height);
      else this.#shares.delete(page);
    }
    const [most] = [...this.#shares].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]);
    if (most) this.#options.onPage(most[0]);
  }
}
