/**
 * Counts how often the nodes of a DOM library's document are read: the cost of a page, independent
 * of the machine.
 */
import { parseHTML } from 'linkedom';

const OF_PROTOTYPES = ['nextSibling', 'previousSibling', 'firstChild', 'nodeName', 'data', 'textContent'];

let reads = 0;
const counted = new WeakSet<object>();

/** Each prototype above some nodes, once. */
function prototypesOf(nodes: readonly Node[]): Set<object> {
  const found = new Set<object>();
  for (const node of nodes)
    for (let at: unknown = Object.getPrototypeOf(node); at && at !== Object.prototype; at = Object.getPrototypeOf(at))
      found.add(at as object);
  return found;
}

function countGetters(prototype: object): void {
  if (counted.has(prototype)) return;
  counted.add(prototype);
  for (const name of OF_PROTOTYPES) {
    const property = Object.getOwnPropertyDescriptor(prototype, name);
    const get = property?.get;
    if (!get) continue;
    const countedGet = function (this: unknown): unknown {
      reads++;
      return get.call(this);
    };
    Object.defineProperty(prototype, name, { ...property, get: countedGet });
  }
}

/** The parent of each counted node, so that looking it up is not counted. */
const parents = new WeakMap<Node, ParentNode | null>();
const parentOf = (node: Node): ParentNode | null => parents.get(node) ?? null;

/**
 * The library stores the parent in each node and climbs to find out if a node is connected, which
 * browsers know at once.
 */
function countParent(node: Node): void {
  if (counted.has(node)) return;
  counted.add(node);
  parents.set(node, node.parentNode);
  Object.defineProperty(node, 'parentNode', {
    configurable: true,
    get: () => {
      reads++;
      return parentOf(node);
    },
    set: (value: ParentNode | null) => {
      parents.set(node, value);
    },
  });
  Object.defineProperty(node, 'isConnected', {
    configurable: true,
    get: () => {
      reads++;
      let at: Node = node;
      for (let above = parentOf(at); above; above = parentOf(at)) at = above;
      return at.nodeName === 'HTML' || at.nodeType === 9;
    },
  });
}

export interface CountedDocument {
  document: Document;
  /** The number of reads so far. */
  reads: () => number;
  /** Starts counting on nodes that were added since. */
  countNew: () => void;
}

export function countedDocument(html: string): CountedDocument {
  const { document } = parseHTML(html);
  prototypesOf([document.body, document.createElement('p'), document.createTextNode('a')]).forEach(countGetters);
  const countNew = () => {
    const waiting: Node[] = [document.documentElement];
    for (let node = waiting.pop(); node; node = waiting.pop()) {
      countParent(node);
      waiting.push(...node.childNodes);
    }
  };
  countNew();
  return { document, reads: () => reads, countNew };
}
