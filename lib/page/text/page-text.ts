/**
 * Keeps the flows of a changing page in reading order. A change only marks blocks as changed; they
 * are read again later in steps, between which the page may change again. `touch` must be called
 * directly in the observer's callback, because a range over changed text paints wrong letters.
 * Every stage takes linear time.
 */
import { hasChildren, isInDocument, typeOf } from '../dom/safe-dom.ts';
import { walkFlows } from './collect.ts';
import type { Container, Flow } from './flow.ts';
import { Containers, isContainer } from './containers.ts';
import { readParts, type ChangedParts } from './read-parts.ts';
import { KnownFlows } from './same-flow.ts';
import { inSteps } from './steps.ts';

/** How the text differs from the last reading. */
export interface TextChange {
  removed: Flow[];
  added: Flow[];
  /** Flows whose text changed again while the page was read. */
  stale: Flow[];
  /** True if blocks with unchanged text may have moved. */
  isMoved: boolean;
}

/** The size of a change: a new story, a smaller new block, or changed text. */
export type MutationSize = 'story' | 'block' | 'text';

/** Children of a new block that make it a story rather than a line of a chat. */
const STORY_CHILDREN = 3;
/** Changes, or nodes in one change, above which the whole page is read again. */
const MAX_CHANGES = 10_000;
/** Changed blocks above which the whole page is read again. */
const MAX_NOTED = 4_000;
export interface PageTextOptions {
  /**
   * Finds, in steps, the part to read: the body or the article in it; null while there is none.
   * `known`: the part found before, if no element was added or removed since.
   */
  root: (known: Container | null) => Generator<void, Container | null>;
  /** True for our own host. */
  leaveOut: (element: Element) => boolean;
  /** Called with each open shadow root. */
  onRoot: (root: ShadowRoot) => void;
  /** Joins texts by the markup only, without computed styles. */
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
   * True if there may be new blocks that are not in `#arrived`: inside new inline elements, or
   * because a walk lost its position.
   */
  #tangled = false;
  #much = false;
  #isReading = false;
  #all = true;
  /** True if even unchanged flows are made again. */
  #keepsNone = false;
  /** True if there were too many changes to know which texts they concern. */
  #allStale = false;
  /** Number of changes of the page. */
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

  /** Makes everything be read again as new. */
  touchAll(): void {
    this.#all = this.#keepsNone = true;
    this.#touches++;
  }

  /**
   * Call when style sheets were added or removed. Returns true if they can separate or join texts.
   */
  restyled(): boolean {
    this.#all ||= this.#asksStyles;
    return this.#asksStyles;
  }

  /** Notes changes. Returns all flows whose text can no longer be trusted. */
  touch(records: readonly MutationRecord[]): Iterable<Flow> {
    this.#touches++;
    if (records.length > MAX_CHANGES) return this.#touchText();
    const stale = new Set<Flow>();
    const containers = new Containers();
    for (const record of records) {
      const { type, target } = record;
      if (type === 'attributes') {
        // Editable text is not read, so everything inside this element appears or disappears.
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

  /** Notes added and removed nodes. Returns true if the text of the block around them changed. */
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
    // A block that was added or removed changes how the text around it is split. During a reading
    // it is not known if there is such text.
    return textChanged || this.#isReading || this.#byContainer.has(container);
  }

  /** True if our own host was added or removed. */
  #isOurs(added: NodeList, removed: NodeList): boolean {
    if (added.length + removed.length !== 1) return false;
    const node = added[0] ?? removed[0];
    return node !== undefined && isElement(node) && this.#options.leaveOut(node);
  }

  /**
   * Reads changes in steps, between which the page may change. `onRead`: gets each new flow and
   * returns steps of work on it. Returns the difference, or null if the read flows left the page:
   * then call it again.
   */
  *refresh(onRead: (flow: Flow) => Iterable<void>): Generator<void, TextChange | null> {
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

  /** The steps of a walk, which is told when the page changed between steps. */
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

  *#readAll(root: Container | null, onRead: (flow: Flow) => Iterable<void>): Generator<void, TextChange | null> {
    const keepsNone = this.#keepsNone;
    this.#keepsNone = false;
    const before = new KnownFlows();
    if (!keepsNone) yield* inSteps(this.#flows, (flow) => before.add(flow));
    const flows: Flow[] = [];
    const kept = new Set<Flow>();
    const added: Flow[] = [];
    const byContainer = new Map<Node, Flow[]>();
    const touches = this.#touches;
    // A block that the page moves ahead of the walk is read here and again as new.
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

  /**
   * Reads only the changed blocks; null, without any change, if reading the whole page is better.
   */
  *#readParts(
    root: Container,
    touched: ChangedParts,
    onRead: (flow: Flow) => Iterable<void>,
  ): Generator<void, TextChange | null> {
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

  /** Flows that changed since the reading started. */
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
