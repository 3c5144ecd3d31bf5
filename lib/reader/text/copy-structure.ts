/**
 * Copies the text and structure of a foreign document: makes the elements of a short list anew,
 * keeps web addresses of links, and keeps only the text of all other elements. So nothing runs,
 * nothing is styled, and nothing is loaded.
 */

/** The element that is made of each listed element. Of others only the content is copied. */
const KEPT: Readonly<Record<string, string>> = Object.fromEntries(
  `P H1 H2 H3 H4 H5 H6 UL OL LI DL DT DD BLOCKQUOTE PRE TABLE THEAD TBODY TFOOT TR TH TD CAPTION FIGCAPTION
   STRONG B EM I U S SUB SUP CODE Q CITE TIME BR HR A SPAN`
    .split(/\s+/)
    .map((name) => [name, name.toLowerCase()]),
);
const BLOCKS = new Set('DIV SECTION ARTICLE MAIN HEADER FOOTER ADDRESS FIGURE DETAILS SUMMARY ASIDE'.split(' '));
const DROPPED = new Set(
  `SCRIPT STYLE NOSCRIPT TEMPLATE HEAD TITLE IFRAME FRAME OBJECT EMBED SVG MATH CANVAS VIDEO AUDIO IMG PICTURE INPUT
   TEXTAREA SELECT BUTTON FORM LINK META NAV DIALOG`.split(/\s+/),
);
/** Depth at which copying stops. Somebody may make a deeper tree to crash programs that walk it. */
const MAX_DEPTH = 200;

const isElement = (node: Node): node is Element => node.nodeType === 1;

function webAddress(element: Element): string | null {
  const href = element.getAttribute('href');
  const base = element.baseURI || undefined;
  if (!href || !URL.canParse(href, base)) return null;
  const { protocol, href: whole } = new URL(href, base);
  return /^https?:$/.test(protocol) ? whole : null;
}

function copyOf(element: Element, into: Document): HTMLElement | null {
  const name = element.nodeName.toUpperCase();
  const tag = KEPT[name] ?? (BLOCKS.has(name) ? 'div' : null);
  if (tag === null) return null;
  const copy = into.createElement(tag);
  if (tag === 'a') {
    const address = webAddress(element);
    if (address === null) return null;
    copy.setAttribute('href', address);
    copy.setAttribute('target', '_blank');
    copy.setAttribute('rel', 'noreferrer');
  }
  for (const attribute of ['lang', 'dir', 'datetime', 'colspan', 'rowspan'])
    if (element.hasAttribute(attribute)) copy.setAttribute(attribute, element.getAttribute(attribute) ?? '');
  return copy;
}

function copyChildren(from: Node, to: Node, into: Document, depth: number): void {
  for (let node = from.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === 3) to.appendChild(into.createTextNode(node.nodeValue ?? ''));
    if (!isElement(node) || DROPPED.has(node.nodeName.toUpperCase()) || node.hasAttribute('hidden')) continue;
    const copy = copyOf(node, into);
    if (copy) to.appendChild(copy);
    if (depth < MAX_DEPTH) copyChildren(node, copy ?? to, into, depth + 1);
  }
}

/** A copy of the content of `from`, for the document `into`. */
export function copyStructure(from: Node, into: Document): DocumentFragment {
  const fragment = into.createDocumentFragment();
  copyChildren(from, fragment, into, 0);
  return fragment;
}
