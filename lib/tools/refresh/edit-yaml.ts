/**
 * Changes single values in the text of a YAML file at the offsets that the parser reports.
 * Everything else stays as a person wrote it: comments, order, quotes and line breaks.
 */
import { isMap, isScalar, parseDocument, type Document, type YAMLMap } from 'yaml';

/** Keys and indexes that lead to a value of a document. */
export type Path = readonly (string | number)[];

/** Throws if the text is not YAML. */
function documentOf(text: string): Document {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) throw error;
  return document;
}

/** Throws if there is no plain value at the path. */
export function setValue(text: string, path: Path, value: string): string {
  const node = documentOf(text).getIn(path, true);
  if (!isScalar(node) || !node.range) throw new Error(`no value stands at ${path.join('.')}`);
  const [start, end] = node.range;
  return text.slice(0, start) + quoted(value) + text.slice(end);
}

/** Sets a field of the map at the path; a new field comes last. */
export function setField(text: string, path: Path, field: string, value: string): string {
  const map = documentOf(text).getIn(path, true);
  if (!isMap(map) || !map.range) throw new Error(`no map stands at ${path.join('.')}`);
  if (map.has(field)) return setValue(text, [...path, field], value);
  return map.flow ? inFlowMap(text, map.range[1], field, value) : inBlockMap(text, map, field, value);
}

/** `end`: the offset after the closing brace. */
function inFlowMap(text: string, end: number, field: string, value: string): string {
  const inner = text.slice(0, end - 1).trimEnd();
  return `${inner}, ${field}: ${quoted(value)}${text.slice(inner.length)}`;
}

function inBlockMap(text: string, { items }: YAMLMap, field: string, value: string): string {
  const [first] = items;
  const last = items.at(-1)?.value ?? items.at(-1)?.key;
  const column = columnOf(text, rangeOf(first?.key)[0]);
  // The range of a list or map in block style ends on the next line.
  const end = text.slice(0, rangeOf(last)[1]).trimEnd().length;
  return `${text.slice(0, end)}\n${' '.repeat(column)}${field}: ${quoted(value)}${text.slice(end)}`;
}

function rangeOf(node: unknown): [number, number] {
  const range = node && typeof node === 'object' && 'range' in node ? node.range : null;
  if (!Array.isArray(range)) throw new Error('the parser names no place for a node');
  return [Number(range[0]), Number(range[1])];
}

const columnOf = (text: string, place: number): number => place - (text.lastIndexOf('\n', place - 1) + 1);

/** A day needs no quotes, because the list reader takes it for text. */
const quoted = (value: string): string => (/^\d{4}-\d\d-\d\d$/.test(value) ? value : JSON.stringify(value));
