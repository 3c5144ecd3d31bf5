/**
 * Decodes a user's file in any common encoding. UTF-8 and files with a byte order mark are certain.
 * For others it guesses, and the user sees a sample before anything is imported.
 */
import { NotAList } from './list-format.ts';

/** Labels of `TextDecoder`. */
export const ENCODINGS = [
  'utf-8',
  'windows-1252',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-kr',
  'windows-1250',
  'windows-1251',
  'windows-1254',
  'utf-16le',
  'utf-16be',
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** A file's text, and how sure we are of its encoding. */
export interface DecodedText {
  text: string;
  encoding: Encoding;
  /** False if the encoding was guessed. */
  isCertain: boolean;
  /** Encodings that can decode the file, the likeliest first. */
  possible: readonly Encoding[];
}

/** Bytes from which the encoding is guessed. */
const SAMPLE_BYTES = 1 << 16;
/**
 * The detector's names for encodings; ISO encodings are mapped to those that browsers use instead.
 */
const OF_DETECTOR: ReadonlyMap<string, Encoding> = new Map([
  ['iso-8859-1', 'windows-1252'],
  ['iso-8859-2', 'windows-1250'],
  ['iso-8859-5', 'windows-1251'],
  ['iso-8859-9', 'windows-1254'],
  ['koi8-r', 'windows-1251'],
  ['ascii', 'utf-8'],
]);

/** The decoded text; null if the bytes are invalid in that encoding. */
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

/** The most zero bytes of UTF-16 text, in per cent, that may be at the other byte position. */
const MAX_STRAY_ZEROS_PERCENT = 5;

/**
 * Recognizes UTF-16 by its byte order mark, or because every second byte of Latin text is zero.
 * Null for other encodings.
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
  if (100 * Math.min(even, odd) > MAX_STRAY_ZEROS_PERCENT * (even + odd)) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/** Characters that tables of names do not have: controls, private use, halfwidth kana. */
const ODD = /[\u0080-\u009f\ue000-\uf8ff\uff61-\uff9f\ufffd]/gu;
/** Signs between letters, which appear if a text of another script is decoded as Latin. */
const ODD_IN_WORD = /\p{L}[\u00a1-\u00bf\u00d7\u00f7\u2020-\u203a\u20ac]\p{L}|[\u00c0-\u00ff]{3,}/gu;
const oddness = (text: string): number => (text.match(ODD)?.length ?? 0) + (text.match(ODD_IN_WORD)?.length ?? 0);

/** The user's language decides between equally likely encodings. */
const OF_LANGUAGE: readonly (readonly [RegExp, Encoding])[] = [
  [/^zh-(?:tw|hk|mo|hant)/i, 'big5'],
  [/^zh/i, 'gb18030'],
  [/^ja/i, 'shift_jis'],
  [/^ko/i, 'euc-kr'],
  [/^(?:ru|uk|bg|sr)/i, 'windows-1251'],
  [/^(?:pl|cs|sk|hu|sl|hr|ro)/i, 'windows-1250'],
  [/^(?:tr|az)/i, 'windows-1254'],
];

async function likelyEncodings(bytes: Uint8Array, language: string): Promise<Encoding[]> {
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
    // The detector's confidence is 10 if it cannot decide.
    return (confidence.get(encoding) ?? 0) - (200 * oddness(text)) / (text.length + 1) + (encoding === local ? 8 : 0);
  };
  return ENCODINGS.filter((one) => sample.get(one) !== null && !one.startsWith('utf')).sort(
    (a, b) => points(b) - points(a),
  );
}

/** Throws NotAList if the bytes are not text. `language`: the user's, a BCP 47 tag. */
export async function decodeText(bytes: Uint8Array, language: string): Promise<DecodedText> {
  const marked = utf16Of(bytes);
  for (const encoding of marked ? [marked] : (['utf-8'] as const)) {
    const text = decoded(bytes, encoding);
    if (text !== null) return { text, encoding, isCertain: true, possible: [encoding] };
  }
  const possible = await likelyEncodings(bytes, language);
  const [encoding] = possible;
  if (encoding === undefined) throw new NotAList('not_text');
  return { text: decoded(bytes, encoding) ?? '', encoding, isCertain: false, possible };
}

/** Decodes the file in the encoding that the user chose. */
export const decodeAs = (bytes: Uint8Array, encoding: Encoding): string => decoded(bytes, encoding) ?? '';
