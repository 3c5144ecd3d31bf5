/** Building the trie of compile.ts: nodes by edge, targets by node. */
import { edgeKey } from './tokens.ts';

export interface Target {
  kind: number;
  ref: number;
  rule: number;
  text: number;
  flags: number;
}

export class TrieBuilder {
  private edges = new Int32Array(1 << 11);
  private count = 0;
  private nodes = 1;
  private readonly roots = new Set<number>();
  private readonly targets: Target[] = [];
  private readonly targetNodes: number[] = [];

  add(words: readonly number[], target: Target): void {
    const first = words[0];
    if (first === undefined) return;
    this.roots.add(first);
    let node = 0;
    for (const word of words) node = this.child(node, word);
    this.targets.push(target);
    this.targetNodes.push(node);
  }

  private child(node: number, word: number): number {
    const key = edgeKey(node, word);
    const mask = this.edges.length / 2 - 1;
    let slot = key & mask;
    for (; this.edges[slot * 2] !== 0; slot = (slot + 1) & mask) if (this.edges[slot * 2] === key) return this.edges[slot * 2 + 1] ?? 0;
    const child = this.nodes++;
    this.edges[slot * 2] = key;
    this.edges[slot * 2 + 1] = child;
    if (++this.count * 2 > mask) this.edges = grown(this.edges, this.edges.length * 2);
    return child;
  }

  finish() {
    // Targets in the order of their nodes; those of one node in the order they were added.
    const nodeTargets = new Uint32Array(this.nodes + 1);
    for (const node of this.targetNodes) nodeTargets[node + 1] = (nodeTargets[node + 1] ?? 0) + 1;
    for (let node = 0; node < this.nodes; node++) nodeTargets[node + 1] = (nodeTargets[node + 1] ?? 0) + (nodeTargets[node] ?? 0);
    const next = nodeTargets.slice();
    const size = this.targets.length;
    const columns = {
      targetKinds: new Uint8Array(size),
      targetRefs: new Uint32Array(size),
      targetRules: new Uint32Array(size),
      targetTexts: new Uint32Array(size),
      targetFlags: new Uint16Array(size),
    };
    this.targets.forEach((target, k) => {
      const node = this.targetNodes[k] ?? 0;
      const place = next[node] ?? 0;
      next[node] = place + 1;
      columns.targetKinds[place] = target.kind;
      columns.targetRefs[place] = target.ref;
      columns.targetRules[place] = target.rule;
      columns.targetTexts[place] = target.text;
      columns.targetFlags[place] = target.flags;
    });
    return { edges: this.edges, roots: Int32Array.from(this.roots), nodeTargets, ...columns };
  }
}

function grown(edges: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const next = new Int32Array(length);
  const mask = length / 2 - 1;
  for (let k = 0; k < edges.length; k += 2) {
    const key = edges[k] ?? 0;
    if (key === 0) continue;
    let slot = key & mask;
    while (next[slot * 2] !== 0) slot = (slot + 1) & mask;
    next[slot * 2] = key;
    next[slot * 2 + 1] = edges[k + 1] ?? 0;
  }
  return next;
}
