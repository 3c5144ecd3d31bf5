/**
 * The text of a page as it stands now: its flows in reading order, kept up as the page changes.
 *
 * A change only marks blocks as changed; they are read again later. `touch` must be called in the
 * observer's callback itself, since a range over changed text goes on painting the wrong letters.
 */
import { containerOf, flowsOf, isRead, type Container, type Flow } from './collect.ts';
import { above, documentOf, isInDocument, typeOf } from '../dom/safe-dom.ts';
import { insertInOrder } from './reading-order.ts';
import type { Came } from '../annotate/rescan-delay.ts';

export interface Change {
  removed: Flow[];
  added: Flow[];
}

/** An arrival with so many children is more than a line of a chat: a story, a page. */
const MUCH = 3;
/** From this many added nodes on, one pass over the page is cheaper than piece by piece. */
const HUGE = 1000;

export interface PageTextOptions {
  /** What is read: the body, or the article in it. Null while there is none. */
  root: () => Container | null;
  /** Our own host. */
  leaveOut: (element: Element) => boolean;
  /** Told of each open shadow root. */
  onRoot: (root: ShadowRoot) => void;
  /** Told of each custom element that may get a shadow root later. */
  onUndefined: (element: Element) => void;
}

export class PageText {
  readonly #options: PageTextOptions;
  #flows: Flow[] = [];
  readonly #byContainer = new Map<Node, Flow[]>();
  /** Blocks that were walked, with or without text of their own. */
  #walked = new WeakSet<Node>();
  #dirty = new Set<Container>();
  #arrived = new Set<Element>();
  #gone = false;
  #much = false;
  #all = true;
  /** What stands as it stood is not to be kept either. */
  #anew = false;

  constructor(options: PageTextOptions) {
    this.#options = options;
  }

  /** In reading order. */
  get flows(): readonly Flow[] {
    return this.#flows;
  }

  get changed(): boolean {
    return this.#all || this.#gone || this.#dirty.size > 0 || this.#arrived.size > 0;
  }

  get came(): Came {
    return this.#much ? 'story' : this.#all || this.#arrived.size > 0 ? 'block' : 'text';
  }

  /** Everything is to be read again, and to be taken for new. */
  touchAll(): void {
    this.#all = this.#anew = true;
  }

  /** Takes note of what changed. Returns the flows whose text can't be trusted from now on, also where that was known. */
  touch(records: readonly MutationRecord[]): ReadonlySet<Flow> {
    const stale = new Set<Flow>();
    // A page that changes one place many times in a turn has it looked up once.
    const containers = new Map<Node, Container | null>();
    const holding = (target: Node) => {
      let container = containers.get(target);
      if (container === undefined) containers.set(target, (container = containerOf(target)));
      return container;
    };
    for (const record of records) {
      const { type, target } = record;
      if (type === 'attributes') {
        // What is edited in place is not read: all that is inside changes sides.
        this.#all = true;
        continue;
      }
      const container = holding(target);
      if (!container) continue;
      if (type === 'characterData') {
        this.#spoil(container, stale);
        continue;
      }
      const { addedNodes, removedNodes } = record;
      if (this.#isOurs(addedNodes, removedNodes)) continue;
      let textChanged = false;
      for (const node of removedNodes) {
        this.#gone ||= isElement(node);
        textChanged ||= !isBlock(node);
      }
      for (const node of addedNodes) {
        if (!isBlock(node)) textChanged = true;
        else {
          this.#arrived.add(node);
          this.#much ||= node.childElementCount >= MUCH;
        }
      }
      // A block that comes or goes parts the text around it, where there is any.
      if (textChanged || this.#byContainer.has(container)) this.#spoil(container, stale);
    }
    if (this.#arrived.size + this.#dirty.size >= HUGE) this.#all = true;
    return stale;
  }

  /** Our own host came or went. */
  #isOurs(added: NodeList, removed: NodeList): boolean {
    const [node] = added.length ? added : removed;
    return node !== undefined && added.length + removed.length === 1 && isElement(node) && this.#options.leaveOut(node);
  }

  #spoil(container: Container, stale: Set<Flow>) {
    this.#dirty.add(container);
    for (const flow of this.#byContainer.get(container) ?? []) stale.add(flow);
  }

  /**
   * The work of reading what changed, flow by flow. Returns what changed, or null if the page changed in
   * a pause: then it is to be started again.
   */
  *refresh(onRead: (flow: Flow) => void): Generator<void, Change | null> {
    const root = this.#options.root();
    const [all, dirty, arrived, gone] = [this.#all, this.#dirty, this.#arrived, this.#gone];
    this.#dirty = new Set();
    this.#arrived = new Set();
    this.#all = this.#gone = this.#much = false;
    return all || !root ? yield* this.#readAll(root, onRead) : this.#readPart(root, { dirty, arrived, gone }, onRead);
  }

  *#readAll(root: Container | null, onRead: (flow: Flow) => void): Generator<void, Change | null> {
    const walked = new WeakSet<Node>();
    const known = (block: Node) => {
      walked.add(block);
      return false;
    };
    const flows: Flow[] = [];
    // A page in a storm is read again and again: what stands as it stood stays the same, and so do the marks in it.
    const before = new Map(this.#anew ? [] : this.#flows.map((flow) => [flow.nodes[0], flow]));
    for (const found of root ? flowsOf(root, { ...this.#options, known }) : []) {
      const old = before.get(found.nodes[0]);
      const flow = old && isSame(old, found) ? old : found;
      flows.push(flow);
      onRead(flow);
      yield;
      if (this.changed) {
        // The walk may stand in a part of the page that is gone.
        this.#all = true;
        return null;
      }
    }
    const kept = new Set(flows);
    const removed = this.#flows.filter((flow) => !kept.delete(flow));
    this.#flows = flows;
    this.#walked = walked;
    this.#anew = false;
    this.#byContainer.clear();
    for (const flow of flows) this.#file(flow);
    return { removed, added: [...kept] };
  }

  #readPart(
    root: Container,
    { dirty, arrived, gone }: { dirty: ReadonlySet<Container>; arrived: ReadonlySet<Element>; gone: boolean },
    onRead: (flow: Flow) => void,
  ): Change {
    const read = new Map<Node, Flow[]>();
    const walk = (from: Container, known: (block: Node) => boolean) => {
      if (read.has(from) || !isInDocument(from) || !isInside(root, from) || !isRead(from)) return;
      read.set(from, []);
      const visit = (block: Node) => {
        if (known(block)) return true;
        read.set(block, []);
        this.#walked.add(block);
        return false;
      };
      for (const flow of flowsOf(from, { ...this.#options, known: visit })) {
        const flows = read.get(flow.container);
        if (flows) flows.push(flow);
        else read.set(flow.container, [flow]);
      }
    };
    // What was inside an arrival before stood elsewhere: all of it is read anew.
    for (const element of arrived) walk(element, () => false);
    for (const container of dirty) walk(container, (block) => read.has(block) || this.#walked.has(block));

    // What was moved to where nothing is read, an editor say, is read no more.
    const aside = [...arrived].filter((element) => !read.has(element) && !isInside(element, root));
    // What was adopted by another document is connected there.
    const document = documentOf(root);
    const isAway = (container: Container) =>
      !isInDocument(container) ||
      documentOf(container) !== document ||
      aside.some((element) => isInside(element, container));
    const removed = this.#flows.filter(
      ({ container }) =>
        read.has(container) || dirty.has(container) || ((gone || arrived.size > 0) && isAway(container)),
    );
    const added = [...read.values()].flat();
    if (removed.length) {
      const out = new Set(removed);
      this.#flows = this.#flows.filter((flow) => !out.has(flow));
      for (const flow of removed) this.#byContainer.delete(flow.container);
    }
    insertInOrder(this.#flows, added);
    for (const flow of added) {
      this.#file(flow);
      onRead(flow);
    }
    return { removed, added };
  }

  #file(flow: Flow) {
    const flows = this.#byContainer.get(flow.container);
    if (flows) flows.push(flow);
    else this.#byContainer.set(flow.container, [flow]);
  }
}

const isSame = (a: Flow, b: Flow): boolean =>
  a.text === b.text &&
  a.container === b.container &&
  a.heading === b.heading &&
  a.nodes.length === b.nodes.length &&
  a.nodes.every((node, k) => node === b.nodes[k] && a.starts[k] === b.starts[k]);

const isElement = (node: Node): node is Element => typeOf(node) === 1;
const isBlock = (node: Node): node is Element => isElement(node) && containerOf(node) === node;

function isInside(root: Node, node: Node): boolean {
  for (let at: Node | null = node; at; at = above(at)) if (at === root) return true;
  return false;
}
