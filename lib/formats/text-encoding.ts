/**
 * The text of a file of the user's own, in whichever encoding a program wrote it. UTF-8 and files
 * with a byte order mark are certain. Of others the likeliest is guessed, and the user sees a
 * sample before anything is done.
 */
import { NotAList } from './list-format.ts';

/** By the names that `TextDecoder` has for them. */
export const ENCODINGS = [
  'utf-8',
  'windows-1252',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-kr',
  'windows-1250',
  'windows-1251',
  'utf-16le',
  'utf-16be',
] as const;
export type Encoding = (typeof ENCODINGS)[number];

export interface DecodedText {
  text: string;
  encoding: Encoding;
  /** false: guessed. */
  isCertain: boolean;
  /** Encodings in which the file can be read, the likeliest first. */
  possible: readonly Encoding[];
}

/** Bytes that are looked at to guess by. */
const SAMPLE_BYTES = 1 << 16;
/** Names of the detector that are others here: what ISO has is read as browsers do. */
const OF_DETECTOR: ReadonlyMap<string, Encoding> = new Map([
  ['iso-8859-1', 'windows-1252'],
  ['iso-8859-2', 'windows-1250'],
  ['iso-8859-5', 'windows-1251'],
  ['koi8-r', 'windows-1251'],
  ['ascii', 'utf-8'],
]);

/** Null where the bytes are not of that encoding. */
function decoded(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    // In pieces: Node 20 reads Windows-1252 as Latin-1 in one piece
    // (https://github.com/nodejs/node/issues/56542).
    return decoder.decode(bytes, { stream: true }) + decoder.decode();
  } catch {
    return null;
  }
}

/** Of a hundred noughts in a text of UTF-16, how many may be at the other of two places. */
const MAX_STRAY_NOUGHTS = 5;

/**
 * UTF-16 by its mark; without one every second byte of a table's signs and Latin letters is nought.
 * Null for all else.
 */
export function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  const counts = [0, 0];
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  sample.forEach((byte, k) => {
    if (byte === 0) counts[k % 2] = (counts[k % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = counts;
  if (even + odd < sample.length / 10) return null;
  if (100 * Math.min(even, odd) > MAX_STRAY_NOUGHTS * (even + odd)) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/**
 * Characters that no table of names holds: control characters, private use, halfwidth forms of
 * Japanese kana.
 */
const ODD = /[\u0080-\u009f\ue000-\uf8ff\uff61-\uff9f\ufffd]/gu;
/** Signs between letters where a text of other letters was read as Latin. */
const ODD_IN_WORD = /\p{L}[\u00a1-\u00bf\u00d7\u00f7\u2020-\u203a\u20ac]\p{L}|[\u00c0-\u00ff]{3,}/gu;
const oddness = (text: string): number => (text.match(ODD)?.length ?? 0) + (text.match(ODD_IN_WORD)?.length ?? 0);

/** The user's language decides between encodings that fit alike. */
const OF_LANGUAGE: readonly (readonly [RegExp, Encoding])[] = [
  [/^zh-(?:tw|hk|mo|hant)/i, 'big5'],
  [/^zh/i, 'gb18030'],
  [/^ja/i, 'shift_jis'],
  [/^ko/i, 'euc-kr'],
  [/^(?:ru|uk|bg|sr)/i, 'windows-1251'],
  [/^(?:pl|cs|sk|hu|sl|hr|ro)/i, 'windows-1250'],
];

async function guesses(bytes: Uint8Array, language: string): Promise<Encoding[]> {
  const { default: detector } = await import('chardet');
  const confidence = new Map<Encoding, number>();
  for (const { name, confidence: points } of detector.analyse(bytes.subarray(0, SAMPLE_BYTES))) {
    const lower = name.toLowerCase();
    const encoding = OF_DETECTOR.get(lower) ?? ENCODINGS.find((one) => one === lower);
    if (encoding) confidence.set(encoding, Math.max(points, confidence.get(encoding) ?? 0));
  }
  const local = OF_LANGUAGE.find(([pattern]) => pattern.test(language))?.[1] ?? 'windows-1252';
  const sample = new Map(ENCODINGS.map((one) => [one, decoded(bytes, one)?.slice(0, SAMPLE_BYTES) ?? null]));
  const points = (encoding: Encoding) => {
    const text = sample.get(encoding) ?? '';
    // The detector says 10 where it knows no better.
    return (confidence.get(encoding) ?? 0) - (200 * oddness(text)) / (text.length + 1) + (encoding === local ? 8 : 0);
  };
  return ENCODINGS.filter((one) => sample.get(one) !== null && !one.startsWith('utf')).sort(
    (a, b) => points(b) - points(a),
  );
}

/** Throws NotAList where the bytes are no text. `language`: of the user, as BCP 47. */
export async function decodeText(bytes: Uint8Array, language: string): Promise<DecodedText> {
  const marked = utf16Of(bytes);
  for (const encoding of marked ? [marked] : (['utf-8'] as const)) {
    const text = decoded(bytes, encoding);
    if (text !== null) return { text, encoding, isCertain: true, possible: [encoding] };
  }
  const possible = await guesses(bytes, language);
  const [encoding] = possible;
  if (encoding === undefined) throw new NotAList('not_text');
  return { text: decoded(bytes, encoding) ?? '', encoding, isCertain: false, possible };
}

/** The same file in the encoding that the user says it has. */
export const decodeAs = (bytes: Uint8Array, encoding: Encoding): string => decoded(bytes, encoding) ?? '';
