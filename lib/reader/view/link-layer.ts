/**
 * The links of a page of a PDF. Each surrounds the words that it covers, as on a web page: it shows
 * its address, has the browser's menu, and names in it have cards. A link without words, as on a
 * picture, is a box over the page.
 */
import type { PageViewport, PDFPageProxy } from 'pdfjs-dist';
import * as v from 'valibot';
import type { Item } from '../layout/model.ts';
import { hasRtl, isCjk } from '../layout/signs.ts';

const Link = v.object({
  subtype: v.literal('Link'),
  rect: v.tuple([v.number(), v.number(), v.number(), v.number()]),
  url: v.optional(v.string()),
  dest: v.optional(v.unknown()),
});
/** Bounds the links of a page. */
const MAX_LINKS = 500;

const isWebAddress = (url: string): boolean => URL.canParse(url) && /^(?:https?|mailto):$/.test(new URL(url).protocol);

/** A link of a page: to an address, or to a place in the document. */
export interface PageLink {
  url?: string | undefined;
  dest?: unknown;
  /** Two opposite corners in points, as the page is shown. */
  from: readonly number[];
  to: readonly number[];
}

/** The links of a page; none if the file's are damaged. */
export async function linksOf(page: PDFPageProxy, viewport: PageViewport): Promise<PageLink[]> {
  const annotations: unknown[] = await page.getAnnotations({ intent: 'display' }).catch(() => []);
  return annotations
    .flatMap((annotation) => {
      const { success, output } = v.safeParse(Link, annotation);
      if (!success || !(output.url === undefined ? output.dest : isWebAddress(output.url))) return [];
      const [left, bottom, right, top] = output.rect;
      const corner = (x: number, y: number) => viewport.convertToViewportPoint(x, y) as number[];
      return { url: output.url, dest: output.dest, from: corner(left, bottom), to: corner(right, top) };
    })
    .slice(0, MAX_LINKS);
}

/** Letters by which the end of a link may be moved to the nearest space. */
const MAX_SNAP = 4;

/** The end of a word near a place in a text. Letters are not equally wide, Chinese signs are. */
function nearWordEnd(text: string, place: number): number {
  const near = Math.min(text.length, Math.max(0, Math.round(place)));
  if (isCjk(text[near])) return near;
  for (let off = 0; off <= MAX_SNAP; off++)
    for (const at of [near - off, near + off])
      if (at === 0 || at === text.length || /\s/.test(text.slice(Math.max(0, at - 1), at + 1))) return at;
  return near;
}

/** Height above the base line, in font sizes, at which an item is covered by its link. */
const MIDDLE = 0.3;

/** The part of an item's text that a link covers; null if it covers none. */
function partIn({ text, left, right, base, size, angle }: Item, { from, to }: PageLink): [number, number] | null {
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  const along = ([x = 0, y = 0]: readonly number[]) => x * cos + y * sin;
  const down = ([x = 0, y = 0]: readonly number[]) => y * cos - x * sin;
  const middle = base - MIDDLE * size;
  if ((down(from) - middle) * (down(to) - middle) > 0) return null;
  const ends = [along(from), along(to)].map((at) => ((at - left) * text.length) / (right - left));
  const [start = 0, end = 0] = ends.toSorted((a, b) => a - b).map((place) => nearWordEnd(text, place));
  if (start === end) return null;
  return hasRtl(text) ? [0, text.length] : [start, end];
}

/** Makes the links of one page, and records which of them have words. */
export class LinkLayer {
  /** Links into the document, whose pages are not known yet. */
  readonly places = new Map<HTMLAnchorElement, unknown>();
  readonly #document: Document;
  readonly #unused: Set<PageLink>;
  readonly #links: readonly PageLink[];

  constructor(document: Document, links: readonly PageLink[]) {
    this.#document = document;
    this.#links = links;
    this.#unused = new Set(links);
  }

  #elementOf({ url, dest }: PageLink): HTMLAnchorElement {
    const link = this.#document.createElement('a');
    link.className = 'pdf-link';
    if (url === undefined) this.places.set(link, dest);
    else Object.assign(link, { href: url, target: '_blank', rel: 'noopener noreferrer' });
    return link;
  }

  /** Puts the text of an item into its element, with the links in it. */
  fill(span: HTMLElement, item: Item): void {
    const { text } = item;
    const parts = this.#links.flatMap((link) => {
      const part = partIn(item, link);
      return part ? { link, start: part[0], end: part[1] } : [];
    });
    let read = 0;
    for (const { link, start, end } of parts.toSorted((a, b) => a.start - b.start)) {
      if (start < read) continue;
      const element = this.#elementOf(link);
      // The keyboard stops once at a link over several lines.
      if (!this.#unused.delete(link)) element.tabIndex = -1;
      element.append(text.slice(start, end));
      span.append(text.slice(read, start), element);
      read = end;
    }
    span.append(text.slice(read));
  }

  /** The links without words, as boxes over a page of this size. */
  boxes(width: number, height: number): HTMLElement[] {
    return [...this.#unused].map((link) => {
      const [[x1 = 0, y1 = 0], [x2 = 0, y2 = 0]] = [link.from, link.to];
      const box = this.#elementOf(link);
      if (link.url) box.ariaLabel = link.url;
      const { style } = box;
      style.left = `${(100 * Math.min(x1, x2)) / width}%`;
      style.top = `${(100 * Math.min(y1, y2)) / height}%`;
      style.width = `${(100 * Math.abs(x2 - x1)) / width}%`;
      style.height = `${(100 * Math.abs(y2 - y1)) / height}%`;
      return box;
    });
  }
}

/** A click on a link into the document goes there. Other clicks do what they always do. */
export function followLinks(container: HTMLElement, goTo: (page: number) => void, signal: AbortSignal): void {
  const follow = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-to]') : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    goTo(Number(link.dataset['to']));
  };
  container.addEventListener('click', follow, { signal });
}
