/**
 * The links of a page of a PDF. They lie over the text for the keyboard only. The pointer goes
 * through them, so that names in them have cards, and a click on the text follows the link under
 * it.
 */
import type { PageViewport, PDFPageProxy } from 'pdfjs-dist';
import * as v from 'valibot';

const Link = v.object({
  subtype: v.literal('Link'),
  rect: v.tuple([v.number(), v.number(), v.number(), v.number()]),
  url: v.optional(v.string()),
  dest: v.optional(v.unknown()),
});
/** Bounds the links of a page. */
const MAX_LINKS = 500;

const isWebAddress = (url: string): boolean => URL.canParse(url) && /^(?:https?|mailto):$/.test(new URL(url).protocol);

interface LinkOptions {
  /** The number of the page to which a place in the document leads. */
  pageOf: (destination: unknown) => Promise<number | null>;
  goTo: (page: number) => void;
  labelOf: (page: number) => string;
}

function placeOver(element: HTMLElement, rect: readonly number[], viewport: PageViewport): void {
  const { width, height } = viewport;
  const [left = 0, bottom = 0, right = 0, top = 0] = rect;
  const [x1 = 0, y1 = 0] = viewport.convertToViewportPoint(left, bottom);
  const [x2 = 0, y2 = 0] = viewport.convertToViewportPoint(right, top);
  element.style.left = `${(100 * Math.min(x1, x2)) / width}%`;
  element.style.top = `${(100 * Math.min(y1, y2)) / height}%`;
  element.style.width = `${(100 * Math.abs(x2 - x1)) / width}%`;
  element.style.height = `${(100 * Math.abs(y2 - y1)) / height}%`;
}

async function linkTo({ url, dest }: v.InferOutput<typeof Link>, options: LinkOptions) {
  const link = document.createElement('a');
  link.className = 'pdf-link';
  if (url !== undefined) {
    if (!isWebAddress(url)) return null;
    link.href = url;
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
    link.ariaLabel = url;
    return link;
  }
  const page = await options.pageOf(dest);
  if (page === null) return null;
  link.href = `#page=${page}`;
  link.ariaLabel = options.labelOf(page);
  link.addEventListener('click', (event) => {
    event.preventDefault();
    options.goTo(page);
  });
  return link;
}

/** The links of a page as elements over it: web addresses, and places in the document. */
export async function linksOf(page: PDFPageProxy, options: LinkOptions): Promise<HTMLElement[]> {
  const viewport = page.getViewport({ scale: 1 });
  const links: HTMLElement[] = [];
  for (const annotation of (await page.getAnnotations({ intent: 'display' })) as unknown[]) {
    const read = v.safeParse(Link, annotation);
    const link = read.success && links.length < MAX_LINKS ? await linkTo(read.output, options) : null;
    if (!link || !read.success) continue;
    placeOver(link, read.output.rect, viewport);
    links.push(link);
  }
  return links;
}

/** The link under a point of the window. */
function linkAt(container: HTMLElement, x: number, y: number): HTMLAnchorElement | null {
  const page = document.elementFromPoint(x, y)?.closest('.pdf-page');
  // Text of a continued paragraph is in the element of the page before.
  for (const link of (page?.parentElement === container ? container : page)?.querySelectorAll('a.pdf-link') ?? []) {
    const { left, right, top, bottom } = link.getBoundingClientRect();
    if (x >= left && x <= right && y >= top && y <= bottom) return link as HTMLAnchorElement;
  }
  return null;
}

/** A click on the text follows the link under it, unless the user selected something. */
export function followLinks(container: HTMLElement, signal: AbortSignal): void {
  container.addEventListener(
    'click',
    (event) => {
      if (event.defaultPrevented || !event.isTrusted || getSelection()?.isCollapsed === false) return;
      if (event.target instanceof Element && event.target.closest('a')) return;
      linkAt(container, event.clientX, event.clientY)?.click();
    },
    { signal },
  );
  container.addEventListener(
    'pointermove',
    ({ clientX, clientY }) => container.classList.toggle('on-link', linkAt(container, clientX, clientY) !== null),
    { signal, passive: true },
  );
}
