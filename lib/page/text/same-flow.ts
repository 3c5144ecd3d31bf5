/** Reuses the objects of unchanged flows, so that their hits are not searched again. */
import type { Flow } from './flow.ts';

/** Compares starts first, because parts of a long text can be long and similar. */
const isSame = (a: Flow, b: Flow): boolean =>
  a.starts[0] === b.starts[0] &&
  a.text === b.text &&
  a.container === b.container &&
  a.heading === b.heading &&
  a.nodes.length === b.nodes.length &&
  a.nodes.every((node, k) => node === b.nodes[k] && a.starts[k] === b.starts[k]);

export class KnownFlows {
  /** Several flows may start in the same node: parts of a long text. */
  readonly #byFirstNode = new Map<Text | undefined, Flow[]>();

  add(flow: Flow): void {
    const [first] = flow.nodes;
    const others = this.#byFirstNode.get(first);
    if (others) others.push(flow);
    else this.#byFirstNode.set(first, [flow]);
  }

  /** The known flow that equals `flow`. */
  same(flow: Flow): Flow | undefined {
    return this.#byFirstNode.get(flow.nodes[0])?.find((one) => isSame(one, flow));
  }
}
