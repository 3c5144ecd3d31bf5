/** The built-in names of a page view: their gate, and a matcher once a text may hold a name. */
import { Gate, createMatcher, type CompiledNames, type Matcher } from '../../match/index.ts';
import type { NamesSource } from './names-source.ts';

export class BuiltInNames {
  readonly #source: NamesSource;
  #gate: Gate | null;
  /** Called when names that were dropped have loaded again. */
  readonly #onLoaded: (matcher: Matcher) => void;
  #matcher: Matcher | null = null;
  #isRead = false;

  constructor(source: NamesSource, onLoaded: (matcher: Matcher) => void) {
    this.#source = source;
    this.#gate = source.gate && new Gate(source.gate);
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
    if (!names) void this.#source.loadAgain().then((loaded) => loaded && this.#onLoaded(this.#made(loaded)));
    return names && this.#made(names);
  }

  #made(names: CompiledNames): Matcher {
    this.#gate = null;
    return (this.#matcher ??= createMatcher([names]));
  }

  /** Call after each reading of the page. */
  wasRead(): void {
    if (!this.#isRead) this.#source.dropSoon();
    this.#isRead = true;
  }
}
