/**
 * Compiled names, and filters of large lists, as one string and back, so that a script file can carry them:
 * JSON with the typed arrays in base64. Engines read a long string soonest where little in it is escaped:
 * a sign stands for the quotes, and text of more than a byte a letter is in base64 too.
 */
import { isCompiled, type CompiledNames } from './compiled.ts';
import { isFilter, type ListFilter } from './list-filter.ts';

const TYPES = { Uint8Array, Uint16Array, Uint32Array, Int32Array } as const;
type TypeName = keyof typeof TYPES;
const isTypeName = (name: string): name is TypeName => name in TYPES;
/** Starts what is in base64. */
const TAG = '#';
const TEXT = 'text';
/** Stands for a quote. */
const QUOTE = '~';

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

const unitsOf = (text: string) => new Uint8Array(Uint16Array.from({ length: text.length }, (_, k) => text.charCodeAt(k)).buffer);

function textOf(bytes: ArrayBuffer): string {
  const units = new Uint16Array(bytes);
  let text = '';
  for (let i = 0; i < units.length; i += 0x2000) text += String.fromCharCode(...units.subarray(i, i + 0x2000));
  return text;
}

function packed(value: unknown): unknown {
  const type = typeOf(value);
  if (type && ArrayBuffer.isView(value)) return `${TAG}${type}:${toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))}`;
  return typeof value === 'string' && (value.startsWith(TAG) || /[^\0-\xff]/.test(value)) ? `${TAG}${TEXT}:${toBase64(unitsOf(value))}` : value;
}

function encode(columns: object): string {
  const json = JSON.stringify(Object.fromEntries(Object.entries(columns).map(([field, value]: [string, unknown]) => [field, packed(value)])));
  return json.replace(/[~\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).replaceAll('"', QUOTE);
}

function decode(text: string): Record<string, unknown> {
  const columns = JSON.parse(text.replaceAll(QUOTE, '"')) as Record<string, unknown>;
  for (const [field, value] of Object.entries(columns)) {
    if (typeof value !== 'string' || !value.startsWith(TAG)) continue;
    const colon = value.indexOf(':');
    const type = value.slice(TAG.length, colon);
    const bytes = fromBase64(value.slice(colon + 1));
    if (type === TEXT) columns[field] = textOf(bytes);
    else if (isTypeName(type)) columns[field] = new TYPES[type](bytes);
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
