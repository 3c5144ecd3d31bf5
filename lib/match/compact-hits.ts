/** A growing run of (start, end, target) triples that is reused from block to block. */
export class CompactHits {
  length = 0;
  private store = new Int32Array(3 * 64);

  clear(): void {
    this.length = 0;
  }

  push(start: number, end: number, target: number): void {
    if (this.length + 3 > this.store.length) {
      const larger = new Int32Array(this.store.length * 2);
      larger.set(this.store);
      this.store = larger;
    }
    this.store[this.length] = start;
    this.store[this.length + 1] = end;
    this.store[this.length + 2] = target;
    this.length += 3;
  }

  /** A copy of what was collected. */
  take(): Int32Array {
    return this.store.slice(0, this.length);
  }
}
