/** Reading order of flows, across shadow trees. */
import type { Flow } from './collect.ts';

/** From the outermost tree inwards: the shadow hosts on the way to `node`, and the node. */
function path(node: Node): Node[] {
  const chain = [node];
  for (let root = node.getRootNode(); 'host' in root;) {
    const host = (root as ShadowRoot).host;
    chain.unshift(host);
    root = host.getRootNode();
  }
  return chain;
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

/** Puts `added` (in order among themselves) into `flows`, in place. */
export function insertInOrder(flows: Flow[], added: readonly Flow[]): void {
  for (const flow of added) {
    const last = flows.at(-1);
    if (!last || precedes(last, flow)) {
      flows.push(flow);
      continue;
    }
    let low = 0;
    let high = flows.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      const at = flows[mid];
      if (at && precedes(at, flow)) low = mid + 1;
      else high = mid;
    }
    flows.splice(low, 0, flow);
  }
}
