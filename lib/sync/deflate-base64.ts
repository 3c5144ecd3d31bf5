/**
 * Converts JSON to a short text and back: deflate, then base64. Base64 has no characters that JSON
 * escapes, so the length of the text is its size in an item.
 */
import { joinBytes } from '../core/join-bytes.ts';

async function transformBytes(
  bytes: Uint8Array<ArrayBuffer>,
  change: CompressionStream | DecompressionStream,
  most = Infinity,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = new Blob([bytes]).stream().pipeThrough(change).getReader();
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    if (!value) continue;
    size += value.length;
    if (size > most) {
      await reader.cancel();
      throw new Error('unpacks to more than it may');
    }
    parts.push(value);
  }
  return joinBytes(parts);
}

/** JSON, deflated, in base64. */
export async function deflateBase64(value: unknown): Promise<string> {
  const bytes = await transformBytes(
    new TextEncoder().encode(JSON.stringify(value)),
    new CompressionStream('deflate-raw'),
  );
  let binary = '';
  for (let i = 0; i < bytes.length; i += 0x8000) binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(binary);
}

/** Throws if `text` was not made by `deflateBase64`, or unpacks to more than `maxBytes`. */
export async function inflateBase64(text: string, maxBytes: number): Promise<{ value: unknown; size: number }> {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  const json = await transformBytes(bytes, new DecompressionStream('deflate-raw'), maxBytes);
  return { value: JSON.parse(new TextDecoder().decode(json)) as unknown, size: json.length };
}
