/** Finds the place of flows in reading order, across shadow trees. */
import type { Flow } from './flow.ts';

/** The shadow hosts around `node`, outermost first, and the node itself. */
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
  // Parts of one long text: a later part has a lower (more negative) start.
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
 * The number of `flows` (in order) before `flow`. It first tries the end and `guess`, because
 * browsers compare distant nodes by walking from sibling to sibling.
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

/** Consecutive flows, and their place among others. */
export interface FlowGroup {
  place: number;
  flows: readonly Flow[];
}

/** Inserts each group into `flows` at its place. */
export function insertGroups(flows: readonly Flow[], groups: readonly FlowGroup[]): Flow[] {
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
