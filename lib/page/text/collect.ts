/**
 * Collects the text of a page as flows: runs of text, joined across inline elements, each with its
 * text nodes. It only reads, and works on any DOM; the command line uses it on a DOM library.
 */
import { firstChildOf, isDefined, nextSiblingOf, parentOf, queryFirst, typeOf } from '../dom/safe-dom.ts';
import { isLetter } from '../../match/text/characters.ts';
import { isEditable, rulesOf, type TagRules } from './element-rules.ts';
import { FlowText } from './flow-text.ts';
import type { Container, Flow } from './flow.ts';
import { PARTING, LayoutGaps } from './layout-gaps.ts';

/** The hooks of one reading. A command or test that reads a document once needs none. */
export interface CollectOptions {
  /** True for elements to skip with their content: our own host. */
  leaveOut?: ((element: Element) => boolean) | undefined;
  /** True for child blocks to skip because their flows are known and unchanged. */
  known?: ((container: Node) => boolean) | undefined;
  /** Called with each open shadow root that is read. */
  onRoot?: ((root: ShadowRoot) => void) | undefined;
  /** Called with each undefined custom element: no event reports its later shadow root. */
  onUndefined?: ((element: Element) => void) | undefined;
  /** Called when a block was not read to its end because the page changed during a pause. */
  onLost?: (() => void) | undefined;
  /** Called when a computed style decides whether two texts are one. */
  onStyleAsked?: (() => void) | undefined;
  /** Joins texts by the markup only: on pages of a PDF each text is positioned separately. */
  ignoresStyles?: boolean | undefined;
}

const ELEMENT = 1;
const TEXT = 3;
const CDATA = 4;
/** Replaces something that is not read, so that no name is found across it. */
const OBJECT = '\uFFFC';
/** Nodes after which the walk can pause. */
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

/** The position of the walk: the next node, its parent, and the block around both. */
interface Position {
  container: Container;
  parent: Node;
  node: Node | null;
}

/** True if the page has not changed a position. */
function isInPlace({ container, parent, node }: Position): boolean {
  if (node && parentOf(node) !== parent) return false;
  let at: Node | null = parent;
  while (at && at !== container) at = parentOf(at);
  return at === container;
}

/**
 * The walk's step at an element: it skips the element, adds a sign for it, or enters it, as part of
 * the same flow or as a new one.
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
  readonly #seams: LayoutGaps;
  #container: Container;
  #parent: Node;
  #node: Node | null;
  /**
   * True if the tree has editors. Checked once a tree, so that pages without editors need no test
   * at each element.
   */
  #mayEdit: boolean;

  constructor(root: Container, options: CollectOptions) {
    this.#options = options;
    this.#seams = new LayoutGaps(options.onStyleAsked, options.ignoresStyles);
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
      // A block starts or ends, which ends the flow before.
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
   * Reads the next node. Returns the block that starts there, null if the present block ends, or
   * `inside`.
   */
  #next(): Element | null | 'inside' {
    const node = this.#node;
    if (!node) {
      if (this.#parent === this.#container) return null;
      // At the end of an inline element the text continues.
      if (this.#text.hasText) this.#seams.cross(this.#parent as Element, false);
      this.#node = this.#parent.nextSibling;
      this.#parent = this.#parent.parentNode ?? this.#container;
      return 'inside';
    }
    // A form's controls can replace its own properties.
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

  /** True if only a picture separates two words, as between the items of a menu. */
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
    // Reads the shadow tree first, then the host's own (slotted) children.
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

  /**
   * Called after the page changed in a pause: ends the blocks in which the walk has lost its
   * position.
   */
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
 * All flows in `root` (a document's body, a block or a shadow root) in reading order. Also yields
 * null after some nodes, so that the caller can pause; it passes `true` to `next` if the page
 * changed in between.
 */
export const walkFlows = (
  root: Container,
  options: CollectOptions = {},
): Generator<Flow | null, void, boolean | undefined> => new Walk(root, options).run();

/**
 * The text node, and the offset in it, of an offset in the flow's text. `end`: at a border of two
 * nodes, take the end of the first.
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
