/**
 * Page to text: runs of text ("flows"), joined across inline elements, each with the way back to
 * its text nodes. Reads only; works on any DOM, so the command line uses it on a DOM library.
 */
import { firstChildOf, isDefined, nextSiblingOf, parentOf, queryFirst, typeOf } from '../dom/safe-dom.ts';
import { isLetter } from '../../match/text/characters.ts';
import { isEditable, rulesOf, type TagRules } from './element-rules.ts';
import { FlowText } from './flow-text.ts';
import type { Container, Flow } from './flow.ts';
import { PARTING, Seams } from './seams.ts';

export interface CollectOptions {
  /** Blocks left out with all inside them: our own host. */
  leaveOut?: ((element: Element) => boolean) | undefined;
  /** True for child blocks to skip, since their flows are known and unchanged. */
  known?: ((container: Node) => boolean) | undefined;
  /** Called with each open shadow root that is read. */
  onRoot?: ((root: ShadowRoot) => void) | undefined;
  /**
   * Called with each custom element whose script has not come yet: no event reports its shadow
   * root.
   */
  onUndefined?: ((element: Element) => void) | undefined;
  /**
   * Called when a block was not read to its end, since the page changed while the walk was paused.
   */
  onLost?: (() => void) | undefined;
  /** Called when a computed style decides whether two texts are one. */
  onStyleAsked?: (() => void) | undefined;
  /**
   * The markup alone decides which texts are one: on pages of a PDF each text is placed by itself.
   */
  ignoresStyles?: boolean | undefined;
}

const ELEMENT = 1;
const TEXT = 3;
const CDATA = 4;
/** Stands in the text for something that is not read: no name runs across it. */
const OBJECT = '\uFFFC';
/** Nodes after which the walk can pause, whatever they are. */
const NODES_A_STEP = 256;

const hasEditors = (root: Node): boolean => queryFirst(root, '[contenteditable]') !== null;

/** The open shadow root of an element. */
function shadowOf(element: Element, onUndefined: CollectOptions['onUndefined']): ShadowRoot | null {
  const { mayHost, isCustom } = rulesOf(element);
  const shadow = mayHost ? element.shadowRoot : null;
  if (isCustom && !shadow && onUndefined && !isDefined(element)) onUndefined(element);
  return shadow;
}

/** All flows of `root` and its descendants, in reading order, without steps. */
export function* flowsOf(root: Container, options: CollectOptions = {}): Generator<Flow> {
  for (const flow of walkFlows(root, options)) if (flow) yield flow;
}

/** The position of the walk: the next node, the element around it, and the block around both. */
interface Position {
  container: Container;
  parent: Node;
  node: Node | null;
}

/** True if the page left a position as it was. */
function isInPlace({ container, parent, node }: Position): boolean {
  if (node && parentOf(node) !== parent) return false;
  let at: Node | null = parent;
  while (at && at !== container) at = parentOf(at);
  return at === container;
}

/**
 * The step of the walk at an element: pass it by, read a sign in its place, enter it as part of the
 * same text, or as a text of its own.
 */
type Step = 'pass' | 'line end' | 'object' | 'inline' | 'block';

function stepAt(element: Element, { role }: TagRules, mayEdit: boolean, hasShadow: boolean): Step {
  if (role === 'unseen') return 'pass';
  if (role === 'break') return 'line end';
  if (role === 'leaf' || (mayEdit && isEditable(element))) return 'object';
  return role === 'inline' && !hasShadow ? 'inline' : 'block';
}

class Walk {
  readonly #options: CollectOptions;
  /** Positions to return to when the present block or shadow root ends. */
  readonly #outer: Position[] = [];
  readonly #text = new FlowText();
  readonly #seams: Seams;
  #container: Container;
  #parent: Node;
  #node: Node | null;
  /** Checked once a tree, so that a page without editors pays nothing at each element. */
  #mayEdit: boolean;

  constructor(root: Container, options: CollectOptions) {
    this.#options = options;
    this.#seams = new Seams(options.onStyleAsked, options.ignoresStyles);
    this.#container = this.#parent = root;
    this.#node = firstChildOf(root);
    this.#mayEdit = hasEditors(root);
    const shadow = typeOf(root) === ELEMENT ? shadowOf(root as Node as Element, options.onUndefined) : null;
    if (!shadow) return;
    options.onRoot?.(shadow);
    this.#enterShadow(shadow);
  }

  *run(): Generator<Flow | null, void, boolean | undefined> {
    for (let steps = 1; ; steps++) {
      if (steps % NODES_A_STEP === 0 && (yield null)) this.#recover();
      if (this.#text.isLong) for (const part of this.#text.parts(this.#container)) if (yield part) this.#recover();
      const block = this.#next();
      if (block === 'inside') continue;
      // A block begins or ends, and the flow before it ends with that.
      const flow = this.#text.take(this.#container);
      if (flow && (yield flow)) {
        this.#recover();
        if (block && parentOf(block) !== this.#parent) {
          this.#options.onLost?.();
          continue;
        }
      }
      if (block) this.#enter(block);
      else if (!this.#leave()) return;
    }
  }

  /**
   * Reads the next node. Returns the block that begins there, null where the present one ends,
   * `inside` otherwise.
   */
  #next(): Element | null | 'inside' {
    const node = this.#node;
    if (!node) {
      if (this.#parent === this.#container) return null;
      // The end of an inline element: the text runs on behind it.
      if (this.#text.hasText) this.#seams.cross(this.#parent as Element, false);
      this.#node = this.#parent.nextSibling;
      this.#parent = this.#parent.parentNode ?? this.#container;
      return 'inside';
    }
    // A form's controls can stand in for its own properties.
    const plain: unknown = node.nodeType;
    const type = typeof plain === 'number' ? plain : typeOf(node);
    if (type === ELEMENT) return this.#element(node as Element);
    if (type === TEXT || type === CDATA) this.#read(node as Text);
    this.#node = node.nextSibling;
    return 'inside';
  }

  #put(sign: string): void {
    this.#seams.clear();
    this.#text.put(sign);
  }

  #read(node: Text): void {
    const { data } = node;
    if (data === '') return;
    if (this.#text.hasText) {
      const sign = this.#partsAtObject(data) ? PARTING : this.#seams.signBetween(this.#text.last, data);
      if (sign) this.#text.put(sign);
    }
    this.#seams.clear();
    this.#text.add(node, data);
  }

  /** True if a picture alone stands between two words, as between the items of a menu. */
  #partsAtObject(data: string): boolean {
    const text = this.#text;
    return text.last === OBJECT && isLetter(text.endBeforeLast.charCodeAt(0)) && isLetter(data.charCodeAt(0));
  }

  #element(element: Element): Element | 'inside' {
    const rules = rulesOf(element);
    this.#node = rules.isForm ? nextSiblingOf(element) : element.nextSibling;
    const hasShadow = rules.mayHost && rules.role !== 'block' && element.shadowRoot !== null;
    switch (stepAt(element, rules, this.#mayEdit, hasShadow)) {
      case 'pass':
        break;
      case 'line end':
        this.#put('\n');
        break;
      case 'object':
        this.#put(OBJECT);
        break;
      case 'inline':
        if (rules.isCustom) shadowOf(element, this.#options.onUndefined);
        if (this.#text.hasText) this.#seams.cross(element, true);
        this.#parent = element;
        this.#node = element.firstChild;
        break;
      case 'block':
        if (!this.#options.leaveOut?.(element)) return element;
    }
    return 'inside';
  }

  #enter(block: Element): void {
    const { mayHost, isForm } = rulesOf(block);
    const shadow = mayHost ? shadowOf(block, this.#options.onUndefined) : null;
    if (shadow) this.#options.onRoot?.(shadow);
    if (this.#options.known?.(block)) return;
    this.#push();
    this.#container = this.#parent = block;
    this.#node = isForm ? firstChildOf(block) : block.firstChild;
    // The shadow tree is read first, then the host's own (slotted) children.
    if (shadow) this.#enterShadow(shadow);
  }

  #enterShadow(shadow: ShadowRoot): void {
    this.#push();
    this.#container = this.#parent = shadow;
    this.#node = shadow.firstChild;
    this.#mayEdit ||= hasEditors(shadow);
  }

  #push(): void {
    this.#outer.push({ container: this.#container, parent: this.#parent, node: this.#node });
  }

  #leave(): boolean {
    const back = this.#outer.pop();
    if (!back) return false;
    ({ container: this.#container, parent: this.#parent, node: this.#node } = back);
    return true;
  }

  /** The page changed in a pause: blocks in which the walk no longer finds its place end here. */
  #recover(): void {
    // The page may have added editors.
    this.#mayEdit = true;
    this.#push();
    for (const position of this.#outer) {
      if (isInPlace(position)) continue;
      this.#options.onLost?.();
      position.parent = position.container;
      position.node = null;
    }
    this.#leave();
  }
}

/**
 * All flows of `root` and what is inside it, in reading order. `root` is a document's body, a block
 * or a shadow root. Yields null between flows as well, after every few nodes, so that the caller
 * can pause anywhere; it passes `true` to `next` if the page changed meanwhile.
 */
export const walkFlows = (
  root: Container,
  options: CollectOptions = {},
): Generator<Flow | null, void, boolean | undefined> => new Walk(root, options).run();

/**
 * The text node, and the offset inside it, for an offset in the flow's text; `end` prefers the end
 * of the earlier node.
 */
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
