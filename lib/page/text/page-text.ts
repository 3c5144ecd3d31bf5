/**
 * The present text of a page: its flows in reading order, kept up as the page changes. A change
 * only marks blocks as changed; they are read again later, in steps, and the page may keep changing
 * between those. `touch` must be called in the observer's callback itself, since a range over
 * changed text keeps painting the wrong letters. No stage costs more than in proportion to the
 * page.
 */
import { hasChildren, isInDocument, typeOf } from '../dom/safe-dom.ts';
import { walkFlows } from './collect.ts';
import type { Container, Flow } from './flow.ts';
import { Containers, isContainer } from './containers.ts';
import { readParts, type Touched } from './read-parts.ts';
import { KnownFlows } from './same-flow.ts';
import { inSteps } from './steps.ts';

export interface Change {
  removed: Flow[];
  added: Flow[];
  /** Flows whose text changed again while the page was read. */
  stale: Flow[];
  /** Blocks whose text is the same may stand elsewhere now. */
  isMoved: boolean;
}

/** The size of a change: a new story, a new smaller block, or other text in the same place. */
export type MutationSize = 'story' | 'block' | 'text';

/** An arrival with this many children is more than a line of a chat: a story, a page. */
const STORY_CHILDREN = 3;
/** After more changes, or more nodes in one change, the whole page is read again. */
const MAX_CHANGES = 10_000;
/** After changes in more blocks than this the whole page is read again. */
const MAX_NOTED = 4_000;
export interface PageTextOptions {
  /**
   * The work of finding the part that is read: the body, or the article in it. Null while there is
   * none. `known` is the one found before, if no element came or went since then.
   */
  root: (known: Container | null) => Generator<void, Container | null>;
  /** Our own host. */
  leaveOut: (element: Element) => boolean;
  /** Called with each open shadow root. */
  onRoot: (root: ShadowRoot) => void;
  /** The markup alone decides which texts are one: no computed style is asked for. */
  ignoresStyles?: boolean | undefined;
  /** Called with each custom element that may get a shadow root later. */
  onUndefined: (element: Element) => void;
}

export class PageText {
  readonly #options: PageTextOptions;
  #root: Container | null = null;
  #flows: readonly Flow[] = [];
  #byContainer = new Map<Node, Flow[]>();
  #dirty = new Set<Container>();
  #arrived = new Set<Element>();
  #gone = new Set<Element>();
  /**
   * Blocks may be new where they stand and no arrivals: inline elements came that hold some, or a
   * walk lost its way.
   */
  #tangled = false;
  #much = false;
  #isReading = false;
  #all = true;
  /** Even unchanged flows are made again. */
  #keepsNone = false;
  /** There were too many changes to tell which texts they concern. */
  #allStale = false;
  /** Counts the times that the page changed. */
  #touches = 0;
  #asksStyles = false;

  constructor(options: PageTextOptions) {
    this.#options = options;
  }

  /** In reading order. */
  get flows(): readonly Flow[] {
    return this.#flows;
  }

  get changed(): boolean {
    return this.#all || this.#gone.size > 0 || this.#tangled || this.#dirty.size > 0 || this.#arrived.size > 0;
  }

  get came(): MutationSize {
    return this.#much ? 'story' : this.#all || this.#arrived.size > 0 ? 'block' : 'text';
  }

  /** Has everything read again, as if it were new. */
  touchAll(): void {
    this.#all = this.#keepsNone = true;
    this.#touches++;
  }

  /** Called when style sheets come or go. Returns true if they can part or join texts. */
  restyled(): boolean {
    this.#all ||= this.#asksStyles;
    return this.#asksStyles;
  }

  /**
   * Takes note of what changed. Returns the flows whose text can't be trusted from now on, also
   * where that was known.
   */
  touch(records: readonly MutationRecord[]): Iterable<Flow> {
    this.#touches++;
    if (records.length > MAX_CHANGES) return this.#touchText();
    const stale = new Set<Flow>();
    const containers = new Containers();
    for (const record of records) {
      const { type, target } = record;
      if (type === 'attributes') {
        // Text that the user edits is not read, so everything inside this element comes or goes.
        this.#all = true;
        continue;
      }
      const container = containers.of(target);
      if (!container) continue;
      if (type === 'characterData' || this.#noteNodes(record, container)) {
        this.#dirty.add(container);
        for (const flow of this.#byContainer.get(container) ?? []) stale.add(flow);
      }
    }
    if (this.#arrived.size + this.#gone.size + this.#dirty.size > MAX_NOTED) this.#touchText();
    return this.#allStale ? this.#flows : stale;
  }

  #touchText(): Iterable<Flow> {
    this.#all = this.#allStale = true;
    this.#arrived.clear();
    this.#gone.clear();
    this.#dirty.clear();
    return this.#flows;
  }

  /** Takes note of nodes that came and went. True if the text of the block around them changed. */
  #noteNodes({ addedNodes, removedNodes }: MutationRecord, container: Container): boolean {
    if (this.#isOurs(addedNodes, removedNodes)) return false;
    if (addedNodes.length + removedNodes.length > MAX_CHANGES) {
      this.#touchText();
      return false;
    }
    let textChanged = false;
    for (const node of removedNodes) {
      if (isElement(node)) this.#gone.add(node);
      textChanged ||= !isBlock(node);
    }
    for (const node of addedNodes) {
      if (!isBlock(node)) {
        textChanged = true;
        this.#tangled ||= isElement(node) && hasChildren(node, 1);
      } else if (!this.#arrived.has(node)) {
        this.#arrived.add(node);
        this.#much ||= hasChildren(node, STORY_CHILDREN);
      }
    }
    // A block that comes or goes parts the text around it, where there is any: in the midst of a
    // reading that is not known.
    return textChanged || this.#isReading || this.#byContainer.has(container);
  }

  /** Our own host came or went. */
  #isOurs(added: NodeList, removed: NodeList): boolean {
    if (added.length + removed.length !== 1) return false;
    const node = added[0] ?? removed[0];
    return node !== undefined && isElement(node) && this.#options.leaveOut(node);
  }

  /**
   * The work of reading what changed, step by step; the page may change between the steps. `onRead`
   * gets each flow that is new, and gives the steps of what is done with it. Returns what changed,
   * or null if what was being read went: then it is to be started again.
   */
  *refresh(onRead: (flow: Flow) => Iterable<void>): Generator<void, Change | null> {
    const touched = { dirty: this.#dirty, arrived: this.#arrived, gone: this.#gone };
    const all = this.#all || this.#tangled;
    const before = this.#root;
    const isKnown = !all && touched.gone.size === 0 && touched.arrived.size === 0 && before && isInDocument(before);
    this.#dirty = new Set();
    this.#arrived = new Set();
    this.#gone = new Set();
    this.#all = this.#tangled = this.#much = this.#allStale = false;
    this.#isReading = true;
    const root = yield* this.#options.root(isKnown ? before : null);
    const parts = all || !root || root !== before ? null : yield* this.#readParts(root, touched, onRead);
    const change = parts ?? (yield* this.#readAll(root, onRead));
    this.#isReading = false;
    return change;
  }

  /** The steps of a walk; its caller says when the page changed between two of them. */
  *#walk(from: Container, known: (block: Node) => boolean): Generator<Flow | null> {
    const onLost = () => void (this.#tangled = true);
    const onStyleAsked = () => void (this.#asksStyles = true);
    const work = walkFlows(from, { ...this.#options, known, onLost, onStyleAsked });
    for (let touches = this.#touches; ;) {
      const step = work.next(touches !== this.#touches);
      touches = this.#touches;
      if (step.done) return;
      yield step.value;
    }
  }

  *#readAll(root: Container | null, onRead: (flow: Flow) => Iterable<void>): Generator<void, Change | null> {
    const keepsNone = this.#keepsNone;
    this.#keepsNone = false;
    const before = new KnownFlows();
    if (!keepsNone) yield* inSteps(this.#flows, (flow) => before.add(flow));
    const flows: Flow[] = [];
    const kept = new Set<Flow>();
    const added: Flow[] = [];
    const byContainer = new Map<Node, Flow[]>();
    const touches = this.#touches;
    // A block that the page moves ahead of the walk is read once here, and again as an arrival.
    const known = (block: Node) => this.#touches !== touches && byContainer.has(block);
    for (const found of root ? this.#walk(root, known) : []) {
      if (found) {
        const old = before.same(found);
        flows.push(old ?? found);
        file(byContainer, old ?? found);
        if (old) kept.add(old);
        else {
          added.push(found);
          yield* onRead(found);
        }
      }
      yield;
      if (root && !isInDocument(root)) {
        this.#all = true;
        this.#keepsNone ||= keepsNone;
        return null;
      }
    }
    const removed: Flow[] = [];
    yield* inSteps(this.#flows, (flow) => !kept.has(flow) && removed.push(flow));
    this.#root = root;
    this.#flows = flows;
    this.#byContainer = byContainer;
    return { removed, added, stale: this.#staleNow(), isMoved: true };
  }

  /** Reads the changed blocks alone; null, with all left as it was, where that is no gain. */
  *#readParts(
    root: Container,
    touched: Touched,
    onRead: (flow: Flow) => Iterable<void>,
  ): Generator<void, Change | null> {
    const parts = yield* readParts(
      {
        root,
        flows: this.#flows,
        flowsIn: (container) => this.#byContainer.get(container) ?? [],
        walk: (from, known) => this.#walk(from, known),
        isSettled: () => !this.#all && !this.#tangled && this.#gone.size + this.#arrived.size === 0,
      },
      touched,
    );
    if (!parts) return null;
    const { flows, removed, added, lifted, placed, isMoved } = parts;
    this.#flows = flows;
    for (const { container } of lifted) this.#byContainer.delete(container);
    for (const flow of placed) file(this.#byContainer, flow);
    for (const flow of added) {
      yield* onRead(flow);
      yield;
    }
    return { removed, added, stale: this.#staleNow(), isMoved };
  }

  /** Flows that changed since the reading began. */
  #staleNow(): Flow[] {
    return this.#allStale
      ? [...this.#flows]
      : [...this.#dirty].flatMap((container) => this.#byContainer.get(container) ?? []);
  }
}

function file(byContainer: Map<Node, Flow[]>, flow: Flow): void {
  const flows = byContainer.get(flow.container);
  if (flows) flows.push(flow);
  else byContainer.set(flow.container, [flow]);
}

const isElement = (node: Node): node is Element => typeOf(node) === 1;
const isBlock = (node: Node): node is Element => isElement(node) && isContainer(node);
