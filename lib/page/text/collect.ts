/**
 * Page to text: runs of text ("flows"), joined across inline elements, each with the way back to its
 * text nodes. Reads only; works on any DOM, so the command line uses it on a DOM library.
 */
import { above, bodyOf, firstChildOf, isDefined, nextSiblingOf, parentOf, queryAll, typeOf } from '../dom/safe-dom.ts';
import { isEditable, isHeading, rulesOf } from './element-rules.ts';

export type Container = ParentNode & Node;

/** One run of text, as a reader sees it on the page: a paragraph, a heading, the text beside a picture. */
export interface Flow {
  /** The block element (or shadow root) in which the text runs. */
  container: Container;
  text: string;
  /** The text nodes, and the offset in `text` at which each starts (below 0 in a later part of a long text). Ascending. Copies: an array that grew keeps room for more. */
  nodes: readonly Text[];
  starts: readonly number[];
  heading: boolean;
}

export interface CollectOptions {
  /** Blocks left out with all inside them: our own host. */
  leaveOut?: ((element: Element) => boolean) | undefined;
  /** Child blocks for which this is true are passed over: their flows are known and still good. */
  known?: ((container: Node) => boolean) | undefined;
  /** Told of each open shadow root that is read. */
  onRoot?: ((root: ShadowRoot) => void) | undefined;
  /** Told of each custom element whose script has not come yet: it can get a shadow root without a sign. */
  onUndefined?: ((element: Element) => void) | undefined;
}

const ELEMENT = 1;
const TEXT = 3;
const CDATA = 4;
/** Stands in the text for something that is not read: no name runs across it. */
const OBJECT = '\uFFFC';
const WORD = /\S/;
/** A longer text is read in parts, so that no step takes long. UTF-16 units. */
const LONGEST = 20_000;

/** Where to cut a long text: after a sentence, else at a space, else anywhere. */
function cutAt(text: string, from: number): number {
  const limit = from + LONGEST;
  if (limit >= text.length) return text.length;
  const part = text.slice(limit - 2_000, limit);
  const sentence = Math.max(part.lastIndexOf('. '), part.lastIndexOf('。'), part.lastIndexOf('\n'));
  const space = sentence >= 0 ? sentence : part.lastIndexOf(' ');
  return space >= 0 ? limit - 2_000 + space + 1 : limit;
}

/** A long flow in parts. */
function* parts(flow: Flow): Generator<Flow> {
  for (let from = 0; from < flow.text.length;) {
    const to = cutAt(flow.text, from);
    const first = flow.starts.findLastIndex((start) => start <= from);
    const end = flow.starts.findIndex((start) => start >= to);
    const last = end < 0 ? flow.starts.length : end;
    yield {
      ...flow,
      text: flow.text.slice(from, to),
      nodes: flow.nodes.slice(Math.max(0, first), last),
      starts: flow.starts.slice(Math.max(0, first), last).map((start) => start - from),
    };
    from = to;
  }
}

/** Of a flow of one text. */
const AT_START: readonly number[] = [0];

/** In one piece: a text that was put together bit by bit is slow to read letter by letter. */
const joined = (texts: readonly string[]): string => (texts.length === 1 ? (texts[0] ?? '') : texts.join(''));

/** Whether a text is nothing but space. Most texts tell by their first letter. */
function isBlank(data: string): boolean {
  for (let k = 0; k < data.length; k++) {
    const code = data.charCodeAt(k);
    if (code > 32) return code >= 0x80 && !WORD.test(data);
  }
  return true;
}

/** The open shadow root of an element. */
function shadowOf(element: Element, onUndefined: CollectOptions['onUndefined']): ShadowRoot | null {
  const { mayHost, isCustom } = rulesOf(element);
  const shadow = mayHost ? element.shadowRoot : null;
  if (isCustom && !shadow && onUndefined && !isDefined(element)) onUndefined(element);
  return shadow;
}

/**
 * All flows of `root` and what is inside it, in reading order. `root` is a document's body, a block or
 * a shadow root. A generator without recursion: the caller may pause between flows, as long as it
 * starts again when the tree changed meanwhile.
 */
export function* flowsOf(
  root: Container,
  { leaveOut, known, onRoot, onUndefined }: CollectOptions = {},
): Generator<Flow> {
  // Asked once: a page without editors pays nothing for the question.
  const editable = queryAll(root, '[contenteditable]').length > 0;
  /** Where to go on when the present block or shadow root ends. */
  const outer: { container: Container; node: Node | null; parent: Node }[] = [];
  let container = root;
  let parent: Node = root;
  let node: Node | null = firstChildOf(root);
  let nodes: Text[] = [];
  let starts: number[] = [];
  let texts: string[] = [];
  let length = 0;
  const start = typeOf(root) === ELEMENT ? (root as Node as Element) : null;
  const first = start ? shadowOf(start, onUndefined) : null;
  if (first) {
    onRoot?.(first);
    outer.push({ container, node, parent });
    container = parent = first;
    node = first.firstChild;
  }

  for (;;) {
    let block: Element | null = null;
    let shadow: ShadowRoot | null = null;
    let isForm = false;
    if (node) {
      const plain: unknown = node.nodeType;
      const type = typeof plain === 'number' ? plain : typeOf(node);
      if (type === TEXT || type === CDATA) {
        const { data } = node as Text;
        // Space before the first word is no part of a flow.
        if (nodes.length > 0 ? data !== '' : !isBlank(data)) {
          nodes.push(node as Text);
          starts.push(length);
          texts.push(data);
          length += data.length;
        }
        node = node.nextSibling;
        continue;
      }
      if (type !== ELEMENT) {
        node = node.nextSibling;
        continue;
      }
      block = node as Element;
      const rules = rulesOf(block);
      const { role } = rules;
      ({ isForm } = rules);
      // A form's controls can stand in for its own properties.
      node = isForm ? nextSiblingOf(block) : block.nextSibling;
      if (role === 'unseen') continue;
      if (role === 'break') {
        texts.push('\n');
        length++;
        continue;
      }
      if (role === 'leaf' || (editable && isEditable(block))) {
        texts.push(OBJECT);
        length++;
        continue;
      }
      if (rules.mayHost) shadow = shadowOf(block, onUndefined);
      if (role === 'inline' && !shadow) {
        parent = block;
        node = block.firstChild;
        continue;
      }
      if (leaveOut?.(block)) continue;
    } else if (parent !== container) {
      // The end of an inline element: the text runs on behind it.
      node = parent.nextSibling;
      parent = parent.parentNode ?? container;
      continue;
    }

    // A block begins or ends, and the flow before ends with that.
    if (nodes.length) {
      const flow = {
        container,
        text: joined(texts),
        nodes: nodes.slice(),
        starts: nodes.length === 1 && starts[0] === 0 ? AT_START : starts.slice(),
        heading: isHeading(container),
      };
      if (length <= LONGEST) yield flow;
      else yield* parts(flow);
      nodes = [];
      starts = [];
    }
    if (length > 0) {
      texts = [];
      length = 0;
    }
    if (!block) {
      const back = outer.pop();
      if (!back) return;
      ({ container, node, parent } = back);
      continue;
    }
    if (shadow) onRoot?.(shadow);
    if (known?.(block)) continue;
    outer.push({ container, node, parent });
    container = parent = block;
    node = isForm ? firstChildOf(block) : block.firstChild;
    if (shadow) {
      // The shadow tree is read first, then the host's own (slotted) children.
      outer.push({ container, node, parent });
      container = parent = shadow;
      node = shadow.firstChild;
    }
  }
}

/** Whether text in an element is a flow of its own: blocks, and hosts of shadow trees. */
function isContainer(element: Element): boolean {
  const { role, mayHost } = rulesOf(element);
  return role === 'block' || (mayHost && element.shadowRoot !== null);
}

/** The block that holds `node`'s text: where its flow has to be read again when it changes. */
export function containerOf(node: Node): Container | null {
  for (let at: Node | null = node; at; at = parentOf(at)) {
    const type = typeOf(at);
    if (type === 11) return at as ShadowRoot;
    if (type === 9) return bodyOf(at as Document);
    if (type === ELEMENT && isContainer(at as Element)) return at as Element;
  }
  return null;
}

const LEFT_OUT = new Set(['leaf', 'unseen']);

/** Whether text at `node` is read at all: not in code, a form field, an editor. Looks out through shadow roots. */
export function isRead(node: Node): boolean {
  for (let at: Node | null = node; at; at = above(at)) {
    if (typeOf(at) === ELEMENT && (LEFT_OUT.has(rulesOf(at as Element).role) || isEditable(at as Element)))
      return false;
  }
  return true;
}

/** The text node, and the offset inside it, for an offset in the flow's text; `end` prefers the end of the earlier node. */
export function pointAt(flow: Flow, offset: number, end: boolean): { node: Text; offset: number } {
  const { starts, nodes } = flow;
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const mid = (low + high + 1) >> 1;
    const start = starts[mid] ?? 0;
    if (end ? start < offset : start <= offset) low = mid;
    else high = mid - 1;
  }
  const node = nodes[low];
  if (!node) throw new RangeError('a flow without text');
  return { node, offset: offset - (starts[low] ?? 0) };
}
