/**
 * Builds the table in which the matcher looks up what starts with the words that it reads: rows by the
 * key of their first words. A row's text is compared letter by letter, so a clash of keys costs a
 * comparison and never a wrong mark.
 */
import { bitmapOf } from './bits.ts';
import { columnOf } from './columns.ts';
import { KEY_WORDS, KIND_SHIFT, SAME_TEXT, TEXT_RUN, WIDE } from './compiled.ts';
import { joinedKey } from './tokens.ts';

export interface Row {
  kind: number;
  ref: number;
  rule: number;
  text: string;
  /** As in `sortFlags`, without the kind and what tells where the text is. */
  flags: number;
}

const isLatin = (text: string) => /^[\0-\xff]*$/.test(text);

export class NameTableBuilder {
  readonly #rows: { row: Row; key: number }[] = [];
  readonly #firsts = new Set<number>();
  readonly #onward = new Set<number>();

  /** `words`: the hashes of the text's words. */
  add(words: readonly number[], row: Row): void {
    const [first, ...others] = words;
    if (first === undefined) return;
    this.#firsts.add(first);
    let key = first;
    for (const word of others.slice(0, KEY_WORDS - 1)) {
      this.#onward.add(key);
      key = joinedKey(key, word);
    }
    this.#rows.push({ row, key });
  }

  /** The columns of the table, and the row that first has a text. */
  finish() {
    // Two to four rows a slot: most are told apart by a byte.
    const bits = Math.max(4, Math.floor(Math.log2(this.#rows.length + 1)) - 1);
    const slotOf = (key: number) => key >>> (32 - bits);
    // Rows of one key stay in the order in which they were added.
    const rows = this.#rows.sort((a, b) => (a.key >>> 0) - (b.key >>> 0));
    const slots = new Array<number>(2 ** bits + 1).fill(0);
    for (const { key } of rows) slots[slotOf(key) + 1] = (slots[slotOf(key) + 1] ?? 0) + 1;
    for (let slot = 1; slot < slots.length; slot++) slots[slot] = (slots[slot] ?? 0) + (slots[slot - 1] ?? 0);
    const latin: string[] = [];
    const wide: string[] = [];
    const ends = { latin: 0, wide: 0 };
    const textRuns: number[] = [];
    const rowOf = new Map<string, number>();
    const flags = rows.map(({ row: { text, kind, flags: ofName } }, k) => {
      const own = ofName | (kind << KIND_SHIFT);
      if (!rowOf.has(text)) rowOf.set(text, k);
      const place = isLatin(text) ? 0 : WIDE;
      if (k % TEXT_RUN === 0) textRuns.push(ends.latin, ends.wide);
      if (k > 0 && rows[k - 1]?.row.text === text) return own | place | SAME_TEXT;
      (place ? wide : latin).push(text);
      ends[place ? 'wide' : 'latin'] += text.length;
      return own | place;
    });
    const columns = {
      firsts: bitmapOf(this.#firsts, this.#firsts.size),
      onward: bitmapOf(this.#onward, this.#onward.size),
      slots: columnOf(slots),
      targetChecks: Uint8Array.from(rows, ({ key }) => key & 0xff),
      targetLengths: columnOf(rows.map(({ row }) => row.text.length)),
      targetRefs: columnOf(rows.map(({ row }) => row.ref)),
      textRuns: Uint32Array.from(textRuns),
      latin: latin.join(''),
      wide: wide.join(''),
    };
    return { columns, flags, rules: rows.map(({ row }) => row.rule), rowOf: (text: string) => rowOf.get(text) ?? 0 };
  }
}
