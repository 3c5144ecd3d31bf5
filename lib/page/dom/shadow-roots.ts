/** Tracks the open shadow roots of a page while they are in the page. */
import { documentOf, isInDocument } from './safe-dom.ts';
import type { DocumentWatch } from './watch-mutations.ts';

export class ShadowRoots {
  readonly #document: Document;
  readonly #watch: DocumentWatch;
  readonly #onRoot: (root: ShadowRoot, signal: AbortSignal) => void;
  readonly #endings = new Map<ShadowRoot, AbortController>();

  /** `onRoot`: called with each new root and a signal that ends when the root leaves the page. */
  constructor(
    document: Document,
    watch: DocumentWatch,
    onRoot: (root: ShadowRoot, signal: AbortSignal) => void,
    signal: AbortSignal,
  ) {
    this.#document = document;
    this.#watch = watch;
    this.#onRoot = onRoot;
    signal.addEventListener('abort', () => this.#endings.forEach((ending) => ending.abort()));
  }

  add(root: ShadowRoot): void {
    if (this.#endings.has(root)) return;
    const ending = new AbortController();
    this.#endings.set(root, ending);
    this.#watch.add(root);
    this.#onRoot(root, ending.signal);
  }

  /**
   * Forgets the roots that left the page, so that a page that keeps creating hosts does not fill
   * the memory.
   */
  letGo(): void {
    for (const [root, ending] of this.#endings) {
      if (isInDocument(root) && documentOf(root) === this.#document) continue;
      this.#endings.delete(root);
      this.#watch.remove(root);
      ending.abort();
    }
  }
}
