/**
 * Compiled names, and filters of large lists, as texts and back: numbers in base64, a text of more than a
 * byte a letter too, small columns as JSON. A script file carries the columns one by one, since an engine
 * takes a text of its own straight from the file; a message carries all of them as one text.
 */
import { isCompiled, type CompiledNames } from './compiled.ts';
import { isFilter, type ListFilter } from './list-filter.ts';

const TYPES = { Uint8Array, Uint16Array, Uint32Array, Int32Array } as const;
type TypeName = keyof typeof TYPES;
const isTypeName = (name: string): name is TypeName => name in TYPES;
/** Starts what is in base64. */
const TAG = '#';
const TEXT = 'text';
const JSON_TEXT = 'json';

/** Columns by name, each as a text. */
export type Packed = Readonly<Record<string, string>>;

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

const unitsOf = (text: string) =>
  new Uint8Array(Uint16Array.from({ length: text.length }, (_, k) => text.charCodeAt(k)).buffer);

function textOf(bytes: ArrayBuffer): string {
  const units = new Uint16Array(bytes);
  let text = '';
  for (let i = 0; i < units.length; i += 0x2000)
    text += Reflect.apply(String.fromCharCode, null, units.subarray(i, i + 0x2000));
  return text;
}

/** One wide letter would make engines hold the whole script file at two bytes a letter. */
const narrowJson = (value: unknown) =>
  JSON.stringify(value).replace(/[\u0100-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

function packedColumn(value: unknown): string {
  const type = typeOf(value);
  if (type && ArrayBuffer.isView(value))
    return `${TAG}${type}:${toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))}`;
  if (typeof value !== 'string') return `${TAG}${JSON_TEXT}:${narrowJson(value)}`;
  return value.startsWith(TAG) || /[^\0-\xff]/.test(value) ? `${TAG}${TEXT}:${toBase64(unitsOf(value))}` : value;
}

function column(text: string): unknown {
  if (!text.startsWith(TAG)) return text;
  const colon = text.indexOf(':');
  const type = text.slice(TAG.length, colon);
  const rest = text.slice(colon + 1);
  if (type === JSON_TEXT) return JSON.parse(rest) as unknown;
  return type === TEXT ? textOf(fromBase64(rest)) : isTypeName(type) ? new TYPES[type](fromBase64(rest)) : text;
}

const pack = (columns: object): Packed =>
  Object.fromEntries(Object.entries(columns).map(([field, value]: [string, unknown]) => [field, packedColumn(value)]));
const unpack = (packed: Packed): Record<string, unknown> =>
  Object.fromEntries(Object.entries(packed).map(([field, text]) => [field, column(text)]));

const encode = (columns: object): string => JSON.stringify(pack(columns));
const decode = (text: string): Record<string, unknown> => unpack(JSON.parse(text) as Packed);

export const packNames = (names: CompiledNames): Packed => pack(names);

/** Throws if these are no compiled names of this format. */
export function unpackNames(packed: Packed): CompiledNames {
  const names = unpack(packed);
  if (!isCompiled(names)) throw new Error('the names were compiled by another version');
  return names;
}

export const encodeNames = (names: CompiledNames): string => encode(names);
export const encodeFilter = (filter: ListFilter): string => encode(filter);

/** Throws if `text` holds no compiled names of this format. */
export const decodeNames = (text: string): CompiledNames => unpackNames(JSON.parse(text) as Packed);

/** Throws if `text` holds no filter. */
export function decodeFilter(text: string): ListFilter {
  const filter = decode(text);
  if (!isFilter(filter)) throw new Error('the filter was made by another version');
  return filter;
}
