/**
 * Custom elements whose script loads late get their shadow roots after the page was read, and no
 * mutation reports it. This module checks them again for half a minute.
 */
import { isDefined, isInDocument, nameOf } from './safe-dom.ts';

/** Milliseconds between checks. */
const CHECK_INTERVAL_MS = 300;
const MAX_CHECKS = 100;
/** Names of elements that are checked; a page can have any number. */
const MAX_NAMES = 1_000;

export class Upgrades {
  /** One element of each name, since all elements of a name are defined at once. */
  readonly #waiting = new Map<string, Element>();
  readonly #onUpgrade: () => void;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #looks = 0;

  constructor(onUpgrade: () => void, signal: AbortSignal) {
    this.#onUpgrade = onUpgrade;
    signal.addEventListener('abort', () => this.#end());
  }

  note(element: Element): void {
    const name = nameOf(element);
    const known = this.#waiting.get(name);
    if (known ? isInDocument(known) : this.#waiting.size >= MAX_NAMES) return;
    this.#waiting.set(name, element);
    if (!known) this.#looks = 0;
    this.#wait();
  }

  #wait(): void {
    if (this.#timer !== null || this.#looks >= MAX_CHECKS || this.#waiting.size === 0) return;
    this.#timer = setTimeout(() => this.#look(), CHECK_INTERVAL_MS);
    this.#looks++;
  }

  #look(): void {
    this.#timer = null;
    const defined = [...this.#waiting].filter(([, element]) => isDefined(element));
    for (const [name] of defined) this.#waiting.delete(name);
    if (defined.length > 0) this.#onUpgrade();
    this.#wait();
  }

  #end(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#waiting.clear();
  }
}
