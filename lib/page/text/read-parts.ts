/** Reads the changed blocks of a page, and inserts their flows among the others. */
import { documentOf, isInDocument } from '../dom/safe-dom.ts';
import type { Container, Flow } from './flow.ts';
import { ReadableParts } from './containers.ts';
import { insertGroups, placeIn, type FlowGroup } from './reading-order.ts';
import { KnownFlows } from './same-flow.ts';
import { inSteps } from './steps.ts';

/** Changed blocks above which reading the whole page is cheaper than finding the place of each. */
const MAX_PARTS = 16;
/** The same for single flows. */
const MAX_GROUPS = 64;

/** The parts of a page that changed. */
export interface ChangedParts {
  /** Blocks whose own text changed. */
  dirty: ReadonlySet<Container>;
  /** New blocks, with everything inside them. */
  arrived: ReadonlySet<Element>;
  /** Elements that were removed or moved. */
  gone: ReadonlySet<Element>;
}

/** The text of the page as it was read before. */
export interface PreviousText {
  root: Container;
  flows: readonly Flow[];
  flowsIn: (container: Node) => readonly Flow[];
  /** Walks through a block and its content, except known blocks. */
  walk: (from: Container, known: (block: Node) => boolean) => Generator<Flow | null>;
  /** True if no element has moved since the reading started. */
  isSettled: () => boolean;
}

interface Parts {
  flows: readonly Flow[];
  removed: Flow[];
  added: Flow[];
  /** Flows to remove, and flows to insert: for each block all flows or none. */
  lifted: Iterable<Flow>;
  placed: readonly Flow[];
  /** True if blocks with unchanged text have moved in the reading order. */
  isMoved: boolean;
}

/** Reads the changed blocks in steps. Null if reading the whole page is better. */
export function* readParts(
  before: PreviousText,
  { dirty, arrived, gone }: ChangedParts,
): Generator<void, Parts | null> {
  const { root, flows, flowsIn, walk, isSettled } = before;
  const document = documentOf(root);
  const isHere = (node: Node) => isInDocument(node) && documentOf(node) === document;
  // Ignores elements that have left the page again.
  const came = [...arrived].filter(isHere);
  if (came.length + dirty.size > MAX_PARTS) return null;

  const parts = new ReadableParts(root);
  /** The walk that read each block last: a new block may contain one that was read before. */
  const walkOf = new Map<Node, Container>();
  const found = new Map<Container, Flow[]>();
  const read = function* (from: Container, isKnown: (block: Node) => boolean): Generator<void> {
    if (walkOf.has(from) || !parts.has(from)) return;
    walkOf.set(from, from);
    const own: Flow[] = [];
    found.set(from, own);
    const known = (block: Node) => {
      if (isKnown(block)) return true;
      walkOf.set(block, from);
      return false;
    };
    for (const flow of walk(from, known)) {
      if (flow) {
        own.push(flow);
        // Shadow roots are not blocks, and known only by their flows.
        walkOf.set(flow.container, from);
      }
      yield;
    }
  };
  // Everything inside a new block is new. Blocks inside a changed block have not changed with it.
  for (const element of came) yield* read(element, () => false);
  for (const container of dirty) yield* read(container, () => true);

  const groups: Flow[][] = [];
  for (const [from, all] of found) {
    const some = all.filter(({ container }) => walkOf.get(container) === from);
    // Flows of unchanged inner blocks may be between the flows of a changed block.
    if (arrived.has(from as Node as Element)) groups.push(some);
    else for (const flow of some) groups.push([flow]);
  }
  if (groups.length > MAX_GROUPS) return null;

  const out = new Set<Flow>();
  const known = new KnownFlows();
  const drop = (container: Node) => {
    for (const flow of flowsIn(container)) {
      out.add(flow);
      known.add(flow);
    }
  };
  yield* inSteps(walkOf.keys(), drop);
  yield* inSteps(dirty, drop);
  // Drops text that was moved into a part that is not read, such as an editor.
  const isAside = [...came, ...gone].some((element) => isHere(element) && !parts.has(element));
  if (gone.size > 0 || isAside) {
    const isAway = (node: Node) => !isHere(node) || (isAside && !parts.has(node));
    yield* inSteps(flows, (flow) => isAway(flow.container) && out.add(flow));
  }
  const others: Flow[] = [];
  /** The number of flows before the first flow of a block, in the previous text. */
  const stood = new Map<Node, number>();
  yield* inSteps(flows, (flow) => {
    if (!out.has(flow)) others.push(flow);
    else if (!stood.has(flow.container)) stood.set(flow.container, others.length);
  });
  const placed: FlowGroup[] = [];
  let isMoved = false;
  const kept = new Set<Flow>();
  const keep = (flow: Flow) => {
    const same = known.same(flow);
    if (same) kept.add(same);
    return same ?? flow;
  };
  for (const group of groups) {
    const [first] = group;
    if (!first) continue;
    if (!isSettled()) return null;
    const before = stood.get(first.container);
    const place = placeIn(others, first, before);
    isMoved ||= before !== undefined && place !== before;
    placed.push({ place, flows: group.map(keep) });
    yield;
  }
  if (!isSettled()) return null;
  const all = placed.flatMap(({ flows: some }) => some);
  return {
    flows: placed.length > 0 ? insertGroups(others, placed) : others,
    removed: [...out].filter((flow) => !kept.has(flow)),
    added: all.filter((flow) => !kept.has(flow)),
    lifted: out,
    placed: all,
    isMoved,
  };
}
