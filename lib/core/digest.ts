/**
 * A 53-bit digest of a text, the same on every machine. It detects changes; it is not
 * cryptographic.
 */
export function digestOfText(text: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}

/** The digest of a value's JSON. */
export const digestOf = (value: unknown): number => digestOfText(JSON.stringify(value));

/** The same as lower-case letters and digits. */
export const digestText = (value: unknown): string => digestOf(value).toString(36);
