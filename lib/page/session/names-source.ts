/**
 * The names of the built-in list in a page. Only their gate is read at once: most short pages hold
 * no name, and need neither the time nor the memory that the names take.
 */
import { Gate, type CompiledNames, type NameGate } from '../../match/index.ts';
import { decodeBuiltIn, decodeGate } from '../../match/names/serialize.ts';
import { takeStoredNames } from './isolated-world.ts';
import type { BuiltInSource } from './ports.ts';

/** Milliseconds after a reading without names until their text is dropped. */
const KEPT_MS = 1500;

export class NamesSource implements BuiltInSource {
  #gate: NameGate | null;
  readonly #load: () => Promise<unknown>;
  /** The stored text; null once it is read or dropped. */
  #text: string | null;
  #names: CompiledNames | null = null;
  #loading: Promise<boolean> | null = null;

  /** `load`: runs the script of the names here again. */
  constructor(text: string, load: () => Promise<unknown>) {
    this.#gate = decodeGate(text);
    this.#text = text;
    this.#load = load;
  }

  newGate(): Gate | null {
    return this.#gate && new Gate(this.#gate);
  }

  read(): CompiledNames | null {
    if (this.#text) {
      this.#names = decodeBuiltIn(this.#text);
      this.#gate = this.#text = null;
    }
    return this.#names;
  }

  loadAgain(): Promise<boolean> {
    this.#loading ??= this.#load()
      .catch(() => undefined)
      .then(() => {
        this.#loading = null;
        this.#text ??= takeStoredNames()?.() ?? null;
        return this.read() !== null;
      });
    return this.#loading;
  }

  /** A page without names by now seldom gets some later. */
  dropSoon(): void {
    setTimeout(() => (this.#text = null), KEPT_MS);
  }
}
