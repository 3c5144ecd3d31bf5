/**
 * Compiled names as one string and back: JSON with the typed arrays in base64, so that a script file can
 * carry them.
 */
import { isCompiled, type CompiledNames } from './compiled.ts';

const TYPES = { Uint8Array, Uint16Array, Uint32Array, Int32Array } as const;
type TypeName = keyof typeof TYPES;
const TAG = '\u0000';

const typeOf = (value: unknown): TypeName | null => {
  for (const name of ['Uint8Array', 'Uint16Array', 'Uint32Array', 'Int32Array'] as const) if (value instanceof TYPES[name]) return name;
  return null;
};

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let i = 0; i < bytes.length; i += 0x8000) binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(binary);
}

function fromBase64(text: string): ArrayBuffer {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes.buffer;
}

export function encodeNames(names: CompiledNames): string {
  return JSON.stringify(names, (_, value: unknown) => {
    const type = typeOf(value);
    const array = value as Uint8Array;
    return type ? `${TAG}${type}:${toBase64(new Uint8Array(array.buffer, array.byteOffset, array.byteLength))}` : value;
  });
}

/** Throws if `text` holds no compiled names of this format. */
export function decodeNames(text: string): CompiledNames {
  const names: unknown = JSON.parse(text, (_, value: unknown) => {
    if (typeof value !== 'string' || !value.startsWith(TAG)) return value;
    const colon = value.indexOf(':');
    const type = value.slice(1, colon);
    return type in TYPES ? new TYPES[type as TypeName](fromBase64(value.slice(colon + 1))) : value;
  });
  if (!isCompiled(names)) throw new Error('the names were compiled by another version');
  return names;
}
