/**
 * The names of the built-in list in a page. Only their gate is read at once: most short pages hold
 * no name, and need neither the time nor the memory that the names take.
 */
import type { CompiledNames, NameGate } from '../../match/index.ts';
import { GATE_END } from '../../match/names/name-gate.ts';
import { decodeGate, decodeNames } from '../../match/names/serialize.ts';
import { takeStoredNames } from './isolated-world.ts';

/** Milliseconds after a reading without names until their text is dropped. */
const KEPT_MS = 1500;

export class NamesSource {
  /** Null once the names are read. */
  gate: NameGate | null;
  readonly #load: () => Promise<unknown>;
  /** The stored text; null once it is read or dropped. */
  #text: string | null;
  #names: CompiledNames | null = null;
  #loading: Promise<boolean> | null = null;

  /** `load`: runs the script of the names here again. */
  constructor(text: string, load: () => Promise<unknown>) {
    this.gate = decodeGate(text.slice(0, text.indexOf(GATE_END)));
    this.#text = text;
    this.#load = load;
  }

  /** The names; null if they were dropped, until they have loaded again. */
  read(): CompiledNames | null {
    if (this.#text) {
      this.#names = decodeNames(this.#text.slice(this.#text.indexOf(GATE_END) + GATE_END.length));
      this.gate = this.#text = null;
    }
    return this.#names;
  }

  /** Loads dropped names; resolves with false if that failed. */
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

  /** Call when the page was read. A page without names by then seldom gets some later. */
  dropSoon(): void {
    setTimeout(() => (this.#text = null), KEPT_MS);
  }
}
