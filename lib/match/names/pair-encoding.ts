/**
 * Encodes many short texts in less than two thirds of the space: frequent pairs of neighbours get a
 * code (byte pair encoding). Each text is encoded separately, so that it can be decoded without the
 * others.
 */

export interface EncodedTexts {
  /** The letters of the texts; their indexes are the first codes. */
  letters: string;
  /** Two earlier codes for each further code. */
  pairs: Uint16Array<ArrayBuffer>;
  codes: Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer>;
}

/** Decodes `length` codes from `from` on. */
export function decodeText(
  letters: string,
  pairs: EncodedTexts['pairs'],
  codes: EncodedTexts['codes'],
  from: number,
  length: number,
): string {
  let text = '';
  for (let k = from; k < from + length; k++) text += partOf(letters, pairs, codes[k] as number);
  return text;
}

function partOf(letters: string, pairs: EncodedTexts['pairs'], code: number): string {
  const pair = 2 * (code - letters.length);
  return pair < 0
    ? letters.charAt(code)
    : partOf(letters, pairs, pairs[pair] as number) + partOf(letters, pairs, pairs[pair + 1] as number);
}

/** Letters of all texts below which pairs are not used: finding them costs more than they save. */
const MIN_LETTERS = 1 << 14;
/** Letters of the sample in which pairs are counted. */
const SAMPLE_LETTERS = 1 << 17;
/** Uses that a pair needs: it takes four bytes and saves a code at each use. */
const MIN_USES = 5;
/** Marks the end of a text; not a code. */
const END = -1;

const MAX_CODES = 1 << 16;
const keyOf = (first: number, second: number) => first * MAX_CODES + second;
const codesOf = (key: number): [number, number] => [Math.floor(key / MAX_CODES), key % MAX_CODES];

/**
 * The most frequent pairs of codes in `texts`, at most `most`, none of which can overlap another.
 */
function frequent(texts: Int32Array, most: number): number[] {
  const counts = new Map<number, number>();
  for (let k = 1; k < texts.length; k++) {
    const first = texts[k - 1] as number;
    const second = texts[k] as number;
    if (first === END || second === END) continue;
    const key = keyOf(first, second);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const sorted = [...counts].filter(([, count]) => count >= MIN_USES).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const [firsts, seconds] = [new Set<number>(), new Set<number>()];
  const taken: number[] = [];
  for (const [key] of sorted) {
    if (taken.length === most) break;
    const [first, second] = codesOf(key);
    if (first === second ? taken.length > 0 : firsts.has(second) || seconds.has(first)) continue;
    taken.push(key);
    firsts.add(first);
    seconds.add(second);
    // A pair of equal codes is ambiguous in "aaa".
    if (first === second) break;
  }
  return taken;
}

/** Replaces pairs by their codes. */
function replaced(texts: Int32Array, codes: ReadonlyMap<number, number>): Int32Array {
  let size = 0;
  for (let k = 0; k < texts.length; k++) {
    const code = texts[k] as number;
    const next = texts[k + 1] ?? END;
    const pair = code !== END && next !== END ? codes.get(keyOf(code, next)) : undefined;
    texts[size++] = pair ?? code;
    if (pair !== undefined) k++;
  }
  return texts.subarray(0, size);
}

/**
 * Encodes texts. `room`: the most codes; above 256 they need two bytes each. `lengths`: the number
 * of codes of each text.
 */
export function encodeTexts(texts: readonly string[], room: number): EncodedTexts & { lengths: number[] } {
  const letters = [...new Set(texts.flatMap((text) => text.split('')))].sort().join('');
  const codeOf = new Map(letters.split('').map((letter, k) => [letter, k]));
  const unitsOf = (some: readonly string[]) =>
    Int32Array.from(some.flatMap((text) => [...text.split('').map((letter) => codeOf.get(letter) ?? 0), END]));
  let all: Int32Array = unitsOf(texts);
  const step = Math.ceil(all.length / SAMPLE_LETTERS);
  let sample: Int32Array = unitsOf(texts.filter((_, k) => k % step === 0));
  const pairs: number[] = [];
  // In rounds, because a pair may consist of pairs of the round before.
  const round = Math.ceil((room - letters.length) / 16);
  const next = () => frequent(sample, Math.min(round, room - letters.length - pairs.length / 2));
  for (let found = all.length > MIN_LETTERS ? next() : []; found.length > 0; found = next()) {
    const base = letters.length + pairs.length / 2;
    const codes = new Map(found.map((key, k) => [key, base + k]));
    pairs.push(...found.flatMap(codesOf));
    all = replaced(all, codes);
    sample = step > 1 ? replaced(sample, codes) : all;
  }
  const lengths: number[] = [];
  let start = 0;
  all.forEach((code, k) => {
    if (code !== END) return;
    lengths.push(k - start);
    start = k + 1;
  });
  const codes = all.filter((code) => code !== END);
  return {
    letters,
    pairs: Uint16Array.from(pairs),
    codes: room <= 256 ? Uint8Array.from(codes) : Uint16Array.from(codes),
    lengths,
  };
}
