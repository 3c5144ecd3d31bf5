/**
 * Reads again the blocks of a page that changed, and finds where their flows belong among the
 * others.
 */
import { documentOf, isInDocument } from '../dom/safe-dom.ts';
import type { Container, Flow } from './flow.ts';
import { ReadableParts } from './containers.ts';
import { insertGroups, placeIn, type Group } from './reading-order.ts';
import { KnownFlows } from './same-flow.ts';
import { inSteps } from './steps.ts';

/** Of more changed blocks, one pass over the page is cheaper than finding the place of each. */
const MAX_PARTS = 16;
/** The same for single flows that have to find their place. */
const MAX_GROUPS = 64;

/** The parts of a page that changed. */
export interface Touched {
  /** Blocks whose own text changed. */
  dirty: ReadonlySet<Container>;
  /** Blocks that came, with all inside them. */
  arrived: ReadonlySet<Element>;
  /** Elements that went, or moved. */
  gone: ReadonlySet<Element>;
}

/** The text of the page as it was read before. */
export interface Before {
  root: Container;
  flows: readonly Flow[];
  flowsIn: (container: Node) => readonly Flow[];
  /** Walks through a block and all inside it but for the blocks that are known. */
  walk: (from: Container, known: (block: Node) => boolean) => Generator<Flow | null>;
  /** True if all elements still stand where they stood when the reading began. */
  isSettled: () => boolean;
}

interface Parts {
  flows: readonly Flow[];
  removed: Flow[];
  added: Flow[];
  /**
   * Flows that no longer stand where they stood, and all that stand somewhere now: of any block all
   * or none.
   */
  lifted: Iterable<Flow>;
  placed: readonly Flow[];
  /** Blocks whose text is the same stand elsewhere in the reading order. */
  isMoved: boolean;
}

/** The work of reading the changed blocks. Null where reading all of the page is better. */
export function* readParts(before: Before, { dirty, arrived, gone }: Touched): Generator<void, Parts | null> {
  const { root, flows, flowsIn, walk, isSettled } = before;
  const document = documentOf(root);
  const isHere = (node: Node) => isInDocument(node) && documentOf(node) === document;
  // Elements that have left again are not arrivals.
  const came = [...arrived].filter(isHere);
  if (came.length + dirty.size > MAX_PARTS) return null;

  const parts = new ReadableParts(root);
  /** By block, the walk that read it last: an arrival may hold one that was read before it. */
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
        // Shadow roots are no blocks, and known by their flows alone.
        walkOf.set(flow.container, from);
      }
      yield;
    }
  };
  // Everything inside an arrival is new in its place. Blocks inside a changed block have not
  // changed with it.
  for (const element of came) yield* read(element, () => false);
  for (const container of dirty) yield* read(container, () => true);

  const groups: Flow[][] = [];
  for (const [from, all] of found) {
    const some = all.filter(({ container }) => walkOf.get(container) === from);
    // Between the flows of a block that changed there may be those of blocks in it that did not.
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
  // Text that was moved into a part that is not read, an editor for example, is dropped.
  const isAside = [...came, ...gone].some((element) => isHere(element) && !parts.has(element));
  if (gone.size > 0 || isAside) {
    const isAway = (node: Node) => !isHere(node) || (isAside && !parts.has(node));
    yield* inSteps(flows, (flow) => isAway(flow.container) && out.add(flow));
  }
  const others: Flow[] = [];
  /** How many flows come before the first one of a block, as it was read before. */
  const stood = new Map<Node, number>();
  yield* inSteps(flows, (flow) => {
    if (!out.has(flow)) others.push(flow);
    else if (!stood.has(flow.container)) stood.set(flow.container, others.length);
  });
  const placed: Group[] = [];
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
