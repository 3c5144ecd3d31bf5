/**
 * Compiled names as one string and back: JSON with the typed arrays in base64, so that a script file can
 * carry them. The hash table of edges travels without its empty places.
 */
import { isCompiled, type CompiledNames } from './compiled.ts';

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

/** The filled places of the table, one pair after another, behind the table's length. */
function packed(edges: Int32Array): Int32Array {
  const pairs = [edges.length];
  for (let k = 0; k < edges.length; k += 2) if (edges[k] !== 0) pairs.push(edges[k] ?? 0, edges[k + 1] ?? 0);
  return Int32Array.from(pairs);
}

function unpacked(pairs: Int32Array): Int32Array {
  const edges = new Int32Array(pairs[0] ?? 2);
  const mask = edges.length / 2 - 1;
  for (let k = 1; k < pairs.length; k += 2) {
    const key = pairs[k] ?? 0;
    let slot = key & mask;
    while (edges[slot * 2] !== 0) slot = (slot + 1) & mask;
    edges[slot * 2] = key;
    edges[slot * 2 + 1] = pairs[k + 1] ?? 0;
  }
  return edges;
}

const typeOf = (value: unknown): TypeName | null => {
  for (const [name, Type] of Object.entries(TYPES)) if (value instanceof Type && isTypeName(name)) return name;
  return null;
};

export function encodeNames(names: CompiledNames): string {
  return JSON.stringify({ ...names, edges: packed(names.edges) }, (_, value: unknown) => {
    const type = typeOf(value);
    if (!type || !ArrayBuffer.isView(value)) return value;
    return `${TAG}${type}:${toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))}`;
  });
}

/** Throws if `text` holds no compiled names of this format. */
export function decodeNames(text: string): CompiledNames {
  const names = JSON.parse(text) as Record<string, unknown>;
  for (const [field, value] of Object.entries(names)) {
    if (typeof value !== 'string' || !value.startsWith(TAG)) continue;
    const colon = value.indexOf(':');
    const type = value.slice(1, colon);
    if (isTypeName(type)) names[field] = new TYPES[type](fromBase64(value.slice(colon + 1)));
  }
  if (names['edges'] instanceof Int32Array) names['edges'] = unpacked(names['edges']);
  if (!isCompiled(names)) throw new Error('the names were compiled by another version');
  return names;
}
