/** Finds blocks above nodes. Each ancestor is examined only once for all nodes. */
import { parentOrHost, bodyOf, parentOf, typeOf } from '../dom/safe-dom.ts';
import type { Container } from './flow.ts';
import { isEditable, rulesOf } from './element-rules.ts';

const ELEMENT = 1;
const DOCUMENT = 9;
const SHADOW_ROOT = 11;

/** True if text in an element is a separate flow: blocks, and hosts of shadow trees. */
export function isContainer(element: Element): boolean {
  const { role, mayHost } = rulesOf(element);
  return role === 'block' || (mayHost && element.shadowRoot !== null);
}

/** The block that `node` is; undefined if the search must continue with its parent. */
function containerAt(node: Node): Container | null | undefined {
  const type = typeOf(node);
  if (type === SHADOW_ROOT) return node as ShadowRoot;
  if (type === DOCUMENT) return bodyOf(node as Document);
  return type === ELEMENT && isContainer(node as Element) ? (node as Element) : undefined;
}

/** Finds the block of a node's text, which is read again when the text changes. */
export class Containers {
  readonly #known = new Map<Node, Container | null>();

  of(node: Node): Container | null {
    const path: Node[] = [];
    let container: Container | null | undefined;
    for (let at: Node | null = node; at && container === undefined; at = parentOf(at)) {
      const known = this.#known.get(at);
      container = known === undefined ? containerAt(at) : known;
      path.push(at);
    }
    for (const at of path) this.#known.set(at, container ?? null);
    return container ?? null;
  }
}

/** True if the text inside an element is not read: code, a form field, an editor. */
function isLeftOut(node: Node): boolean {
  if (typeOf(node) !== ELEMENT) return false;
  const { role } = rulesOf(node as Element);
  return role === 'leaf' || role === 'unseen' || isEditable(node as Element);
}

/**
 * Tests if text at a node is read: it is inside `root`, and not inside an element that is left out.
 */
export class ReadableParts {
  readonly #known = new Map<Node, boolean>();

  constructor(root: Node) {
    let isRead = true;
    for (let at: Node | null = root; at && isRead; at = parentOrHost(at)) isRead = !isLeftOut(at);
    this.#known.set(root, isRead);
  }

  has(node: Node): boolean {
    const path: Node[] = [];
    let at: Node | null = node;
    while (at && !this.#known.has(at)) {
      path.push(at);
      at = parentOrHost(at);
    }
    let isRead = at !== null && this.#known.get(at) === true;
    for (const below of path.reverse()) {
      isRead &&= !isLeftOut(below);
      this.#known.set(below, isRead);
    }
    return isRead;
  }
}
