/** The built-in names of a page view: their gate, and a matcher once a text may hold a name. */
import { createMatcher, type Gate, type Matcher } from '../../match/index.ts';
import type { BuiltInSource } from './ports.ts';

export class BuiltInNames {
  readonly #source: BuiltInSource;
  #gate: Gate | null;
  /** Called when names that were dropped have loaded again: the page must be read again. */
  readonly #onLoaded: () => void;
  #matcher: Matcher | null = null;
  #isRead = false;

  constructor(source: BuiltInSource, onLoaded: () => void) {
    this.#source = source;
    this.#gate = source.newGate();
    this.#onLoaded = onLoaded;
  }

  /** Null until a text may hold a name. */
  get matcher(): Matcher | null {
    return this.#matcher;
  }

  /** The matcher if the text may hold a name; null if not, or if the names must load first. */
  *matcherFor(text: string): Generator<void, Matcher | null> {
    if (!this.#matcher && this.#gate && !(yield* this.#gate.opens(text))) return null;
    const names = this.#source.read();
    if (!names) void this.#source.loadAgain().then((isLoaded) => isLoaded && this.#onLoaded());
    else if (!this.#matcher) {
      this.#gate = null;
      yield;
      this.#matcher ??= createMatcher([names]);
    }
    return this.#matcher;
  }

  /** Call after each reading of the page. */
  wasRead(): void {
    if (!this.#isRead) this.#source.dropSoon();
    this.#isRead = true;
  }
}
