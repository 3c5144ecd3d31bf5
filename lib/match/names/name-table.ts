/**
 * Builds the table in which the matcher looks up names by the key of their first words. It then
 * compares the whole text, so a collision of keys costs a comparison but never gives a wrong mark.
 */
import { bitmapOf } from './bitmap.ts';
import { encodeTexts } from './pair-encoding.ts';
import { columnOf } from './typed-column.ts';
import { TARGET_KIND_SHIFT, TARGET_SAME_TEXT, TEXT_RUN, TARGET_WIDE } from './compiled-names.ts';
import { KeyPrefixes, slotsOf } from './key-slots.ts';

/** A row of the table of names. `kind`: TARGET_NAME to TARGET_FORM. `ref`: see there. */
export interface NameRow {
  kind: number;
  ref: number;
  rule: number;
  text: string;
  /** As in `sortFlags`, without the kind and the location of the text. */
  flags: number;
}

const isLatin = (text: string) => /^[\0-\xff]*$/.test(text);

/**
 * The length of each row's text, and for each run of rows the offsets in `latin` and `wide` of its
 * first text.
 */
function placesOf(flags: readonly number[], latin: readonly number[], wide: readonly number[]) {
  const places = { latin: { of: latin, read: 0, end: 0 }, wide: { of: wide, read: 0, end: 0 } };
  const lengths: number[] = [];
  const runs: number[] = [];
  flags.forEach((its, k) => {
    if (k % TEXT_RUN === 0) runs.push(places.latin.end, places.wide.end);
    const place = places[its & TARGET_WIDE ? 'wide' : 'latin'];
    if ((its & TARGET_SAME_TEXT) === 0) place.end += place.of[place.read++] ?? 0;
    lengths.push(place.of[place.read - 1] ?? 0);
  });
  return { lengths, runs };
}

export class NameTableBuilder {
  readonly #rows: { row: NameRow; key: number }[] = [];
  readonly #prefixes = new KeyPrefixes();

  /** `words`: the hashes of the text's words. */
  add(words: readonly number[], row: NameRow): void {
    const key = this.#prefixes.add(words);
    if (key !== undefined) this.#rows.push({ row, key });
  }

  /** The columns of the table, and a function from a text to the first row that has it. */
  finish() {
    // A stable sort: rows with the same key stay in the order of adding.
    const rows = this.#rows.sort((a, b) => (a.key >>> 0) - (b.key >>> 0));
    const rowOf = new Map<string, number>();
    const flags = rows.map(({ row: { text, kind, flags: ofName } }, k) => {
      if (!rowOf.has(text)) rowOf.set(text, k);
      const same = rows[k - 1]?.row.text === text ? TARGET_SAME_TEXT : 0;
      return ofName | (kind << TARGET_KIND_SHIFT) | (isLatin(text) ? 0 : TARGET_WIDE) | same;
    });
    const textsIn = (place: number) =>
      rows.filter((_, k) => ((flags[k] ?? 0) & (TARGET_WIDE | TARGET_SAME_TEXT)) === place).map(({ row }) => row.text);
    const latin = encodeTexts(textsIn(0), 1 << 8);
    const wide = encodeTexts(textsIn(TARGET_WIDE), 1 << 16);
    const { lengths, runs } = placesOf(flags, latin.lengths, wide.lengths);
    const { firsts, onward } = this.#prefixes;
    const columns = {
      firsts: bitmapOf(firsts, firsts.size),
      onward: bitmapOf(onward, onward.size),
      // The check byte distinguishes most rows of a slot.
      slots: columnOf(slotsOf(rows.map(({ key }) => key))),
      targetChecks: Uint8Array.from(rows, ({ key }) => key & 0xff),
      targetLengths: columnOf(lengths),
      targetRefs: columnOf(rows.map(({ row }) => row.ref)),
      textRuns: Uint32Array.from(runs),
      latinLetters: latin.letters,
      latinPairs: latin.pairs,
      latin: latin.codes,
      wideLetters: wide.letters,
      widePairs: wide.pairs,
      wide: wide.codes,
    };
    return { columns, flags, rules: rows.map(({ row }) => row.rule), rowOf: (text: string) => rowOf.get(text) ?? 0 };
  }
}
