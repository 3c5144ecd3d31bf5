/**
 * A set of texts by their digests: a million texts take 16 MB instead of some 100. Two texts with
 * the same digest count as one, which happens once in 20,000 sets of a million.
 */
import { digestOfText } from './digest.ts';

const MIN_CELLS = 1 << 10;

export class DigestSet {
  /** Open addressing; 0 is empty. */
  #cells = new Float64Array(MIN_CELLS);
  #size = 0;

  /** The cell of a digest, or the empty cell where it belongs. */
  #cellOf(digest: number): number {
    const mask = this.#cells.length - 1;
    let cell = digest & mask;
    while (this.#cells[cell] !== 0 && this.#cells[cell] !== digest) cell = (cell + 1) & mask;
    return cell;
  }

  has(text: string): boolean {
    return this.#cells[this.#cellOf(digestOfText(text) + 1)] !== 0;
  }

  /** Returns false if the text is already in the set. */
  add(text: string): boolean {
    const digest = digestOfText(text) + 1;
    const cell = this.#cellOf(digest);
    if (this.#cells[cell] === digest) return false;
    this.#cells[cell] = digest;
    this.#size++;
    if (this.#size * 2 > this.#cells.length) this.#grow();
    return true;
  }

  #grow(): void {
    const all = this.#cells;
    this.#cells = new Float64Array(all.length * 2);
    for (const digest of all) if (digest !== 0) this.#cells[this.#cellOf(digest)] = digest;
  }
}
