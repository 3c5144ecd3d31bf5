/**
 * Compiled names as text, so that the built-in ones can be a script file that the browser loads with
 * the content script: numbers as base64, the rest as it is.
 */
import { FORMAT, type CompiledNames } from './compiled.ts';

type Column = {
  [K in keyof CompiledNames]: CompiledNames[K] extends ArrayBufferView ? K : never;
}[keyof CompiledNames];

export type PackedNames = Omit<CompiledNames, Column> & Record<Column, string>;

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let k = 0; k < bytes.length; k += 8192) text += String.fromCharCode(...bytes.subarray(k, k + 8192));
  return btoa(text);
}

function fromBase64(text: string): Uint8Array {
  // Native where it exists, which is in every browser that the extension supports.
  if ('fromBase64' in Uint8Array && typeof Uint8Array.fromBase64 === 'function') return Uint8Array.fromBase64(text);
  const units = atob(text);
  const bytes = new Uint8Array(units.length);
  for (let k = 0; k < units.length; k++) bytes[k] = units.charCodeAt(k);
  return bytes;
}

export function packNames(names: CompiledNames): PackedNames {
  const pack = (column: Column) => {
    const { buffer, byteOffset, byteLength } = names[column];
    return toBase64(new Uint8Array(buffer, byteOffset, byteLength));
  };
  return {
    ...names,
    entryFlags: pack('entryFlags'),
    textStarts: pack('textStarts'),
    edges: pack('edges'),
    roots: pack('roots'),
    nodeTargets: pack('nodeTargets'),
    targetKinds: pack('targetKinds'),
    targetRefs: pack('targetRefs'),
    targetRules: pack('targetRules'),
    targetTexts: pack('targetTexts'),
    targetFlags: pack('targetFlags'),
    ruleFlags: pack('ruleFlags'),
    ruleStarts: pack('ruleStarts'),
    ruleUses: pack('ruleUses'),
  };
}

export function unpackNames(packed: PackedNames): CompiledNames {
  if (packed.format !== FORMAT) throw new Error(`packed names are in format ${packed.format}, not ${FORMAT}`);
  const buffer = (column: Column) => fromBase64(packed[column]).buffer;
  return {
    ...packed,
    entryFlags: new Uint8Array(buffer('entryFlags')),
    textStarts: new Uint32Array(buffer('textStarts')),
    edges: new Int32Array(buffer('edges')),
    roots: new Int32Array(buffer('roots')),
    nodeTargets: new Uint32Array(buffer('nodeTargets')),
    targetKinds: new Uint8Array(buffer('targetKinds')),
    targetRefs: new Uint32Array(buffer('targetRefs')),
    targetRules: new Uint32Array(buffer('targetRules')),
    targetTexts: new Uint32Array(buffer('targetTexts')),
    targetFlags: new Uint16Array(buffer('targetFlags')),
    ruleFlags: new Uint8Array(buffer('ruleFlags')),
    ruleStarts: new Uint32Array(buffer('ruleStarts')),
    ruleUses: new Uint32Array(buffer('ruleUses')),
  };
}

/** A classic script that leaves the packed names in a global. */
export function namesScript(names: CompiledNames, global = 'tradeglossNames'): string {
  // U+2028 and U+2029 are line ends to older script parsers; "</" would end an inline script.
  const json = JSON.stringify(packNames(names)).replace(/[\u2028\u2029]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16)}`).replaceAll('</', '<\\/');
  return `globalThis.${global}=${json};\n`;
}
