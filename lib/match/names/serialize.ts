/**
 * Serializes compiled names and filters of large lists as ASCII text: one line a column, numbers in
 * base64. The text is sent in messages and, for the built-in list, stored in a comment of a script
 * file, which engines skip in a fifth of the time that a string takes
 * (lib/tools/build/vite-plugin.ts, lib/page/session/isolated-world.ts).
 */
import { isCompiled, type CompiledNames } from './compiled-names.ts';
import { GATE_END, isGate, type NameGate } from './name-gate.ts';
import { isFilter, type ListFilter } from './prefix-filter.ts';

const TYPES = { Uint8Array, Uint16Array, Uint32Array, Int32Array } as const;
type TypeName = keyof typeof TYPES;
const isTypeName = (name: string): name is TypeName => name in TYPES;
const TEXT = 'text';
const JSON_TEXT = 'json';

/** Native in the supported browsers; missing in Node 20. */
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

/** ASCII JSON that cannot end a comment. */
const plainJson = (value: unknown) =>
  JSON.stringify(value)
    .replace(/[\x7f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replaceAll('*/', '*\\/');

function packed(value: unknown): string {
  const type = typeOf(value);
  if (type && ArrayBuffer.isView(value))
    return `${type}:${toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))}`;
  return typeof value === 'string' && /[^\0-\xff]/.test(value)
    ? `${TEXT}:${toBase64(unitsOf(value))}`
    : `${JSON_TEXT}:${plainJson(value)}`;
}

function unpacked(type: string, text: string): unknown {
  if (type === JSON_TEXT) return JSON.parse(text) as unknown;
  return type === TEXT ? textOf(fromBase64(text)) : isTypeName(type) ? new TYPES[type](fromBase64(text)) : null;
}

const encode = (columns: object): string =>
  Object.entries(columns)
    .map(([field, value]: [string, unknown]) => `${field}:${packed(value)}`)
    .join('\n');

function decode(text: string): Record<string, unknown> {
  const columns: Record<string, unknown> = {};
  for (const line of text.split('\n')) {
    const [field = '', type = ''] = line.split(':', 2);
    columns[field] = unpacked(type, line.slice(field.length + type.length + 2));
  }
  return columns;
}

/** Compiled names as ASCII text. */
export const encodeNames = (names: CompiledNames): string => encode(names);
/** The gate of compiled names as ASCII text. */
export const encodeGate = (gate: NameGate): string => encode(gate);
/** A filter as ASCII text. */
export const encodeFilter = (filter: ListFilter): string => encode(filter);

/** Throws if `text` is not compiled names of this format. */
export function decodeNames(text: string): CompiledNames {
  const names = decode(text);
  if (!isCompiled(names)) throw new Error('the names were made by another version');
  return names;
}

/** The names in the script that holds those of the built-in list behind their gate. */
export const decodeBuiltIn = (script: string): CompiledNames =>
  decodeNames(script.slice(script.indexOf(GATE_END) + GATE_END.length));

/** The gate in that script. Throws if there is none. */
export function decodeGate(script: string): NameGate {
  const gate = decode(script.slice(0, script.indexOf(GATE_END)));
  if (!isGate(gate)) throw new Error('the gate was made by another version');
  return gate;
}

/** Throws if `text` is not a filter. */
export function decodeFilter(text: string): ListFilter {
  const filter = decode(text);
  if (!isFilter(filter)) throw new Error('the filter was made by another version');
  return filter;
}
