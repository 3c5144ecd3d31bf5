/** Keys of names by their top bits, as the matcher and its gate look them up. */
import { KEY_WORDS } from './compiled-names.ts';
import { joinedKey } from '../text/words.ts';

/** Collects the first words of names, and the prefixes that some name extends. */
export class KeyPrefixes {
  readonly firsts = new Set<number>();
  readonly onward = new Set<number>();

  /** Returns the key of a name from the hashes of its words; undefined if it has no word. */
  add([first, ...others]: readonly number[]): number | undefined {
    if (first === undefined) return undefined;
    this.firsts.add(first);
    let key = first;
    for (const word of others.slice(0, KEY_WORDS - 1)) {
      this.onward.add(key);
      key = joinedKey(key, word);
    }
    return key;
  }
}

/**
 * The place of the first key of each slot, for keys in ascending order without sign: two to four
 * keys a slot. A power of two, plus one at the end.
 */
export function slotsOf(sorted: readonly number[]): number[] {
  const bits = Math.max(4, Math.floor(Math.log2(sorted.length + 1)) - 1);
  const slots = new Array<number>(2 ** bits + 1).fill(0);
  for (const key of sorted) slots[(key >>> (32 - bits)) + 1] = (slots[(key >>> (32 - bits)) + 1] ?? 0) + 1;
  for (let slot = 1; slot < slots.length; slot++) slots[slot] = (slots[slot] ?? 0) + (slots[slot - 1] ?? 0);
  return slots;
}
