/**
 * Compiled names, and filters of large lists, as one string and back: JSON with the typed arrays in base64,
 * so that a script file can carry them.
 */
import { isCompiled, type CompiledNames } from './compiled.ts';
import { isFilter, type ListFilter } from './list-filter.ts';

const TYPES = { Uint8Array, Uint16Array, Uint32Array, Int32Array } as const;
type TypeName = keyof typeof TYPES;
const isTypeName = (name: string): name is TypeName => name in TYPES;
const TAG = '\u0000';

/** Native in the browsers we support, missing in Node 20. */
interface Base64 {
  fromBase64?: (text: string) => Uint8Array<ArrayBuffer>;
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let i = 0; i < bytes.length; i += 0x8000) binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(binary);
}

function fromBase64(text: string): ArrayBuffer {
  const native = (Uint8Array as Base64).fromBase64;
  if (native) return native(text).buffer;
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes.buffer;
}

const typeOf = (value: unknown): TypeName | null => {
  for (const [name, Type] of Object.entries(TYPES)) if (value instanceof Type && isTypeName(name)) return name;
  return null;
};

function encode(columns: object): string {
  const json = JSON.stringify(columns, (_, value: unknown) => {
    const type = typeOf(value);
    if (!type || !ArrayBuffer.isView(value)) return value;
    return `${TAG}${type}:${toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))}`;
  });
  // A text of one byte a letter takes half the memory while it is read.
  return json.replace(/[\u0100-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function decode(text: string): Record<string, unknown> {
  const columns = JSON.parse(text) as Record<string, unknown>;
  for (const [field, value] of Object.entries(columns)) {
    if (typeof value !== 'string' || !value.startsWith(TAG)) continue;
    const colon = value.indexOf(':');
    const type = value.slice(1, colon);
    if (isTypeName(type)) columns[field] = new TYPES[type](fromBase64(value.slice(colon + 1)));
  }
  return columns;
}

export const encodeNames = (names: CompiledNames): string => encode(names);
export const encodeFilter = (filter: ListFilter): string => encode(filter);

/** Throws if `text` holds no compiled names of this format. */
export function decodeNames(text: string): CompiledNames {
  const names = decode(text);
  if (!isCompiled(names)) throw new Error('the names were compiled by another version');
  return names;
}

/** Throws if `text` holds no filter. */
export function decodeFilter(text: string): ListFilter {
  const filter = decode(text);
  if (!isFilter(filter)) throw new Error('the filter was made by another version');
  return filter;
}
