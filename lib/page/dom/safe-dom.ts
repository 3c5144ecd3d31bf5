/**
 * Reads the DOM safely on pages that clobber it: named controls of a form and named elements of a
 * document replace their own properties (`<form><input name="parentNode">`, `<form name="body">`).
 * The getters of the prototypes in our isolated world are not affected. DOM libraries do not
 * clobber.
 */
type Getter<T> = (this: unknown) => T;

function getterOf<T>(owner: string, property: string): Getter<T> {
  const prototype = (globalThis as unknown as Record<string, { prototype?: object } | undefined>)[owner]?.prototype;
  const getter = prototype && Object.getOwnPropertyDescriptor(prototype, property)?.get;
  return (
    getter ??
    function (this: unknown) {
      return (this as Record<string, T>)[property] as T;
    }
  );
}

const parentNode = getterOf<ParentNode | null>('Node', 'parentNode');
const firstChild = getterOf<ChildNode | null>('Node', 'firstChild');
const nextSibling = getterOf<ChildNode | null>('Node', 'nextSibling');
const firstElementChild = getterOf<Element | null>('Element', 'firstElementChild');
const nextElementSibling = getterOf<Element | null>('Element', 'nextElementSibling');
const nodeName = getterOf<string>('Node', 'nodeName');
const nodeType = getterOf<number>('Node', 'nodeType');
const ownerDocument = getterOf<Document | null>('Node', 'ownerDocument');
const isConnected = getterOf<boolean>('Node', 'isConnected');
const body = getterOf<HTMLElement | null>('Document', 'body');
const head = getterOf<HTMLHeadElement | null>('Document', 'head');
const documentElement = getterOf<HTMLElement | null>('Document', 'documentElement');
const url = getterOf<string>('Document', 'URL');
const title = getterOf<string>('Document', 'title');
const designMode = getterOf<string>('Document', 'designMode');

/** `Node.parentNode` */
export const parentOf = (node: Node): ParentNode | null => parentNode.call(node);
/** `Node.firstChild` */
export const firstChildOf = (node: Node): ChildNode | null => firstChild.call(node);
/** `Node.nextSibling` */
export const nextSiblingOf = (node: Node): ChildNode | null => nextSibling.call(node);
/**
 * True if an element has at least `count` children. For the property with their number, Firefox
 * counts all of them: 40 to 58 ms for 600,000 nodes.
 */
export function hasChildren(element: Element, count: number): boolean {
  let child = firstElementChild.call(element);
  for (let left = count - 1; left > 0 && child; left--) child = nextElementSibling.call(child);
  return child !== null;
}
/** `Node.nodeName` */
export const nameOf = (node: Node): string => nodeName.call(node);
/** `Node.nodeType` */
export const typeOf = (node: Node): number => nodeType.call(node);
/** `Node.ownerDocument` */
export const documentOf = (node: Node): Document | null => ownerDocument.call(node);
/** `Node.isConnected` */
export const isInDocument = (node: Node): boolean => isConnected.call(node);
/** `Document.body` */
export const bodyOf = (document: Document): HTMLElement | null => body.call(document);
/** `Document.head` */
export const headOf = (document: Document): HTMLHeadElement | null => head.call(document);
/** `Document.documentElement` */
export const rootOf = (document: Document): HTMLElement | null => documentElement.call(document);
/** `Document.URL` */
export const urlOf = (document: Document): string => url.call(document);
/**
 * The address of the site; for a document without its own address (`about:blank`), of the site that
 * created it.
 */
export const siteUrlOf = (document: Document): string => {
  const own = urlOf(document);
  return own.startsWith('about:') ? origin : own;
};
/** `Document.title` */
export const titleOf = (document: Document): string => title.call(document);
/** True if the whole document is editable (`designMode`). */
export const isDesigned = (document: Document): boolean => designMode.call(document) === 'on';

type Query = 'querySelector' | 'querySelectorAll';

/** Calls a query method on a document, an element or a shadow root. */
function query<T>(method: Query, root: Node, selector: string): T {
  const owner = typeOf(root) === 1 ? 'Element' : typeOf(root) === 9 ? 'Document' : 'DocumentFragment';
  const prototype = (globalThis as unknown as Record<string, { prototype?: object } | undefined>)[owner]?.prototype;
  const find = Reflect.get(prototype ?? root, method) as (this: Node, selector: string) => T;
  return find.call(root, selector);
}

/** All elements that match a selector, as an array that later changes do not touch. */
export const queryAll = (root: Node, selector: string): Element[] =>
  Array.from(query<ArrayLike<Element>>('querySelectorAll', root, selector));

/** The first element that matches a selector. */
export const queryFirst = (root: Node, selector: string): Element | null =>
  query<Element | null>('querySelector', root, selector);

/**
 * The first elements of a name, at most `most`, since a page can have any number. It holds no live
 * list: for each one Firefox looks through everything that the page inserts (32 ms for 600,000
 * nodes).
 */
export function firstElements(root: Document | Element, name: string, most: number): Element[] {
  const all = query<ArrayLike<Element>>('querySelectorAll', root, name);
  const first: Element[] = [];
  for (let n = 0; n < most; n++) {
    const element = all[n];
    if (!element) break;
    first.push(element);
  }
  return first;
}

/** The value of an attribute. Works in linkedom too, which has no global `Element`. */
export function attributeOf(element: Element, name: string): string | null {
  const get = typeof Element === 'function' ? Element.prototype.getAttribute : element.getAttribute;
  return get.call(element, name);
}

/** `Element.matches`, in linkedom too. */
export function matches(element: Element, selector: string): boolean {
  const match = typeof Element === 'function' ? Element.prototype.matches : element.matches;
  return match.call(element, selector);
}

/** True if a custom element is defined. */
export const isDefined = (element: Element): boolean => typeof Element !== 'function' || matches(element, ':defined');

/** The parent node; for a shadow root, its host. */
export const parentOrHost = (node: Node): Node | null =>
  parentOf(node) ?? (typeOf(node) === 11 && 'host' in node ? (node as ShadowRoot).host : null);

/** Calls the real `addEventListener`, even if the page clobbered it. */
export function listen(
  target: EventTarget,
  type: string,
  call: (event: Event) => void,
  options: AddEventListenerOptions,
): void {
  EventTarget.prototype.addEventListener.call(target, type, call, options);
}

const clientWidth = getterOf<number>('Element', 'clientWidth');
/** The width without a scrollbar; 0 for null. */
export const widthOf = (element: Element | null): number => (element ? clientWidth.call(element) : 0);
/** `Element.append` */
export const append = (parent: Element, child: Element): void => Element.prototype.append.call(parent, child);
/** `Element.closest` */
export const closest = (element: Element, selector: string): Element | null =>
  Element.prototype.closest.call(element, selector);
/** Scrolls at once, without animation, until the element is in the middle. */
export const scrollToMiddle = (element: Element): void =>
  Element.prototype.scrollIntoView.call(element, { block: 'center', behavior: 'instant' });
const clientHeight = getterOf<number>('Element', 'clientHeight');
const scrollHeight = getterOf<number>('Element', 'scrollHeight');
/** True if an element is scrollable and has more content than fits. */
export const isScrollable = (node: Node): node is Element =>
  node instanceof Element &&
  scrollHeight.call(node) > clientHeight.call(node) &&
  /auto|scroll/.test(getComputedStyle(node).overflowY);
/** The element's box in the viewport. */
export const boxOf = (element: Element): DOMRect => Element.prototype.getBoundingClientRect.call(element);
/** The visible part of a scrollable element: its upper edge in the window, and its height. */
export const visiblePartOf = (element: Element): { top: number; height: number } => ({
  top: boxOf(element).top,
  height: clientHeight.call(element),
});
/**
 * Scrolls the window by `top` pixels at once, even if the page's style asks for smooth scrolling.
 */
export const scrollWindowBy = (top: number): void => window.scrollBy({ top, behavior: 'instant' });
/** `Document.createElement` */
export const createElement = (document: Document, tag: string): HTMLElement =>
  Document.prototype.createElement.call(document, tag);
/** `Document.createRange` */
export const newRange = (document: Document): Range => Document.prototype.createRange.call(document);
const shadowRoot = getterOf<ShadowRoot | null>('Element', 'shadowRoot');
/** The element's open shadow root. */
export const shadowRootOf = (element: Element): ShadowRoot | null => shadowRoot.call(element);
/**
 * The topmost element at a point of the viewport and, while an element has an open shadow root, the
 * topmost one inside.
 */
export function elementsAt(x: number, y: number): Element[] {
  const found: Element[] = [];
  let at: Element | null = Document.prototype.elementFromPoint.call(document, x, y);
  while (at && !found.includes(at)) {
    found.push(at);
    const root = shadowRoot.call(at);
    at = root && ShadowRoot.prototype.elementFromPoint.call(root, x, y);
  }
  return found;
}
const hidden = getterOf<boolean>('Document', 'hidden');
/** True in a hidden tab (`Document.hidden`). */
export const isHidden = (document: Document): boolean => hidden.call(document);
const activeElement = getterOf<Element | null>('Document', 'activeElement');
/** The element with the focus. */
export const activeElementOf = (document: Document): Element | null => activeElement.call(document);

/** The page's language tag (BCP 47), or null. */
export function languageOf(document: Document): string | null {
  const root = rootOf(document);
  return ((root && attributeOf(root, 'lang')) ?? '').slice(0, 35) || null;
}
