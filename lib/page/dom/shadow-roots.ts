/** The open shadow roots of a page, each for as long as it stands in the page. */
import { documentOf, isInDocument } from './safe-dom.ts';
import type { Watch } from './watch-mutations.ts';

export class ShadowRoots {
  readonly #document: Document;
  readonly #watch: Watch;
  readonly #onRoot: (root: ShadowRoot, signal: AbortSignal) => void;
  readonly #endings = new Map<ShadowRoot, AbortController>();

  /**
   * `onRoot` is called with each root that comes, and with a signal that ends when the root leaves
   * the page.
   */
  constructor(
    document: Document,
    watch: Watch,
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
   * Forgets the roots that left the page: a page that makes and removes hosts would fill the memory
   * otherwise.
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
