/** Reading order of flows, across shadow trees. */
import type { Flow } from './flow.ts';

/** From the outermost tree inwards: the shadow hosts on the way to `node`, and the node. */
function path(node: Node): Node[] {
  const chain = [node];
  for (let root = node.getRootNode(); 'host' in root;) {
    const { host } = root as ShadowRoot;
    chain.push(host);
    root = host.getRootNode();
  }
  return chain.reverse();
}

function precedes(a: Flow, b: Flow): boolean {
  const [first, second] = [a.nodes[0], b.nodes[0]];
  if (!first || !second) return false;
  // Parts of one long text: the later part starts further below 0.
  if (first === second) return (a.starts[0] ?? 0) > (b.starts[0] ?? 0);
  const [left, right] =
    first.getRootNode() === second.getRootNode() ? [[first], [second]] : [path(first), path(second)];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const [x, y] = [left[i] ?? left.at(-1), right[i] ?? right.at(-1)];
    if (x && y && x !== y) return (x.compareDocumentPosition(y) & 4) !== 0;
  }
  return false;
}

const isPlace = (flows: readonly Flow[], flow: Flow, place: number): boolean => {
  const [before, after] = [flows[place - 1], flows[place]];
  return (!before || precedes(before, flow)) && (!after || precedes(flow, after));
};

/**
 * How many of `flows`, which are in order, come before `flow`. Two places are tried first, its end
 * and `guess`: browsers compare nodes far apart by going from sibling to sibling.
 */
export function placeIn(flows: readonly Flow[], flow: Flow, guess = flows.length): number {
  if (isPlace(flows, flow, guess)) return guess;
  if (isPlace(flows, flow, flows.length)) return flows.length;
  let low = 0;
  let high = flows.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    const at = flows[mid];
    if (at && precedes(at, flow)) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** Flows that follow one another, and their place among others. */
export interface Group {
  place: number;
  flows: readonly Flow[];
}

/** `flows` with each group put in at its place. */
export function insertGroups(flows: readonly Flow[], groups: readonly Group[]): Flow[] {
  const inOrder = [...groups].sort(
    (a, b) => a.place - b.place || (a.flows[0] && b.flows[0] && precedes(a.flows[0], b.flows[0]) ? -1 : 1),
  );
  const all: (readonly Flow[])[] = [];
  let from = 0;
  for (const { place, flows: some } of inOrder) {
    all.push(flows.slice(from, place), some);
    from = place;
  }
  all.push(flows.slice(from));
  return all.flat();
}
