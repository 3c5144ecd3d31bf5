/**
 * One page of a PDF: its box and, while it is near the viewport, its picture and the positioned
 * text.
 */
import { AnnotationMode, TextLayer, type PDFPageProxy, type RenderTask } from 'pdfjs-dist';
import type { PageSize, PageText } from './text-layer.ts';

/** Pixels of a picture above which it is drawn at a lower resolution. */
const MAX_CANVAS_PIXELS = 2 ** 24;

export class PageView {
  readonly number: number;
  readonly element: HTMLElement;
  /** The element with the paragraphs that start on this page. */
  readonly layer: HTMLElement;
  readonly #document: Document;
  #size: PageSize;
  #text: PageText | null = null;
  #canvas: HTMLCanvasElement | null = null;
  #task: RenderTask | null = null;
  #page: PDFPageProxy | null = null;
  #drawnAt = 0;
  #isPlaced = false;

  constructor(document: Document, number: number, label: string, size: PageSize) {
    this.#document = document;
    this.number = number;
    this.element = document.createElement('div');
    this.element.className = 'pdf-page';
    this.element.dataset['page'] = String(number);
    this.element.role = 'region';
    this.element.ariaLabel = label;
    this.layer = document.createElement('div');
    this.layer.className = 'text-layer';
    this.element.append(this.layer);
    this.#size = size;
    this.size = size;
  }

  get size(): PageSize {
    return this.#size;
  }

  set size(size: PageSize) {
    this.#size = size;
    const { style } = this.element;
    style.setProperty('--page-width', String(size.width));
    style.setProperty('--page-height', String(size.height));
    if (size.rotation !== 0) this.layer.dataset['rotation'] = String(size.rotation);
  }

  get text(): PageText | null {
    return this.#text;
  }

  set text(text: PageText) {
    this.#text = text;
    this.#isPlaced = false;
    this.element.append(...text.links.boxes(this.#size.width, this.#size.height));
  }

  isDrawnAt(scale: number): boolean {
    return this.#drawnAt === scale;
  }

  async draw(page: PDFPageProxy, scale: number): Promise<void> {
    this.#task?.cancel();
    this.#page = page;
    const { width, height } = this.#size;
    const density = Math.min(devicePixelRatio, Math.sqrt(MAX_CANVAS_PIXELS / (width * height)) / scale);
    const viewport = page.getViewport({ scale: scale * density });
    const canvas = this.#document.createElement('canvas');
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    canvas.ariaHidden = 'true';
    const task = page.render({ canvas, viewport, annotationMode: AnnotationMode.ENABLE });
    this.#task = task;
    try {
      await task.promise;
    } catch (error) {
      if (this.#task === task) this.#task = null;
      free(canvas);
      if (error instanceof Error && error.name === 'RenderingCancelledException') return;
      throw error;
    }
    if (this.#task !== task) return free(canvas);
    this.#task = null;
    this.#drawnAt = scale;
    this.#canvas?.replaceWith(canvas);
    if (!this.#canvas) this.element.prepend(canvas);
    free(this.#canvas);
    this.#canvas = canvas;
  }

  /** Positions each span over its letters, at any scale. */
  async place(page: PDFPageProxy): Promise<void> {
    const text = this.#text;
    if (!text || this.#isPlaced) return;
    this.#isPlaced = true;
    const container = this.#document.createElement('div');
    const content = await page.getTextContent();
    const placed = new TextLayer({
      textContentSource: content,
      container,
      viewport: page.getViewport({ scale: 1 }),
    });
    await placed.render();
    if (!this.#isPlaced) return;
    // PDF.js measures with the fonts of this language. Those of a Chinese interface are wider.
    this.layer.lang = content.lang ?? '';
    const items = content.items.filter((item) => 'str' in item);
    for (const [n, span] of text.spans) {
      const from = placed.textDivs[n];
      if (!from) continue;
      span.style.cssText = from.style.cssText;
      span.dir = from.dir;
      span.classList.toggle('from-above', content.styles[items[n]?.fontName ?? '']?.vertical === true);
    }
  }

  /**
   * Leaves the layer's text to the browser, which lays it out only in view. What was laid out is
   * kept until the layer has once had no box.
   */
  leave(): void {
    const { classList, style } = this.layer;
    if (!classList.contains('near')) return;
    classList.remove('near');
    style.display = 'none';
    void this.layer.offsetWidth;
    style.display = '';
  }

  /** Frees everything that takes memory. */
  release(): void {
    this.#task?.cancel();
    this.#task = null;
    // Frees the page's images and its list of drawing commands.
    this.#page?.cleanup();
    this.#page = null;
    this.#drawnAt = 0;
    this.#canvas?.remove();
    free(this.#canvas);
    this.#canvas = null;
    this.#isPlaced = false;
    for (const span of this.#text?.spans.values() ?? []) span.removeAttribute('style');
  }
}

/**
 * Firefox (https://github.com/mozilla/pdf.js/pull/4920) and Safari
 * (https://bugs.webkit.org/show_bug.cgi?id=195325) keep the memory of a canvas until it is
 * collected. An empty canvas has none.
 */
function free(canvas: HTMLCanvasElement | null): void {
  if (canvas) canvas.width = canvas.height = 0;
}
