/**
 * A set of hashes as a bitmap that quickly answers "certainly not in the set": one bit for each
 * value of a hash's top bits. Sizes are powers of two, so that bitmaps of different sizes can be
 * joined.
 */

/** Bits an item: 16 give one false positive in sixteen. */
const BITS_PER_ITEM = 16;
const MIN_CELLS = 1 << 8;
const MAX_CELLS = 1 << 17;

/** `count`: the number of hashes, which decides the size. */
export function bitmapOf(hashes: Iterable<number>, count: number): Int32Array<ArrayBuffer> {
  let cells = MIN_CELLS;
  while (cells * 32 < count * BITS_PER_ITEM && cells < MAX_CELLS) cells *= 2;
  const bits = new Int32Array(cells);
  const shift = shiftOf(bits);
  for (const hash of hashes) bits[hash >>> shift] = (bits[hash >>> shift] ?? 0) | (1 << ((hash >>> (shift - 5)) & 31));
  return bits;
}

/** The shift from a hash to its cell. The next five bits select the bit within the cell. */
export const shiftOf = (bits: Int32Array): number => 32 - Math.log2(bits.length);

/** False: the hash is certainly not in the set. `shift`: of `shiftOf(bits)`. */
export const mayHold = (bits: Int32Array, shift: number, hash: number): boolean =>
  (((bits[hash >>> shift] ?? 0) >>> ((hash >>> (shift - 5)) & 31)) & 1) !== 0;

/** The union of bitmaps. */
export function unionBitmaps(sets: readonly Int32Array[]): Int32Array {
  const [first] = sets;
  if (first && sets.length === 1) return first;
  const most = Math.max(MIN_CELLS, ...sets.map((bits) => bits.length));
  const all = new Int32Array(most);
  for (const bits of sets) {
    // A bit of a smaller bitmap covers a run of bits here.
    const run = most / bits.length;
    bits.forEach((cell, at) => {
      if (run === 1) all[at] = (all[at] ?? 0) | cell;
      else
        for (let rest = cell; rest !== 0; rest &= rest - 1) {
          const bit = at * 32 + 31 - Math.clz32(rest & -rest);
          for (let k = bit * run; k < (bit + 1) * run; k++) all[k >>> 5] = (all[k >>> 5] ?? 0) | (1 << (k & 31));
        }
    });
  }
  return all;
}
