import { strictText } from '../strict-text.ts';

/** Parses a JSON document in UTF-8; undefined if it is not JSON. Throws for other encodings. */
export function jsonOf(bytes: Uint8Array): unknown {
  const decode = strictText('utf-8');
  const text = decode(bytes) + decode();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
