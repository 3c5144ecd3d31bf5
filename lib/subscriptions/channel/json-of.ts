import { strictText } from '../strict-text.ts';

/** The value of a JSON document; undefined where it is none. Throws for other encodings. */
export function jsonOf(bytes: Uint8Array): unknown {
  const decode = strictText('utf-8');
  const text = decode(bytes) + decode();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
