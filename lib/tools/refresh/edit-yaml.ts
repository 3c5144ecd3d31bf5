/**
 * Changes single values in the text of a YAML file. All else, comments, order, quotes and line
 * breaks, stays as a person wrote it: the text is cut at the places that the parser names.
 */
import { isMap, isScalar, parseDocument, type Document, type YAMLMap } from 'yaml';

export type Path = readonly (string | number)[];

/** Throws where the text is no YAML. */
function documentOf(text: string): Document {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) throw error;
  return document;
}

/** Throws where no plain value stands at the path. */
export function setValue(text: string, path: Path, value: string): string {
  const node = documentOf(text).getIn(path, true);
  if (!isScalar(node) || !node.range) throw new Error(`no value stands at ${path.join('.')}`);
  const [start, end] = node.range;
  return text.slice(0, start) + quoted(value) + text.slice(end);
}

/** Sets a field of the map at the path, at its end where it is new. */
export function setField(text: string, path: Path, field: string, value: string): string {
  const map = documentOf(text).getIn(path, true);
  if (!isMap(map) || !map.range) throw new Error(`no map stands at ${path.join('.')}`);
  if (map.has(field)) return setValue(text, [...path, field], value);
  return map.flow ? inFlowMap(text, map.range[1], field, value) : inBlockMap(text, map, field, value);
}

/** `end`: the place after the closing brace. */
function inFlowMap(text: string, end: number, field: string, value: string): string {
  const inner = text.slice(0, end - 1).trimEnd();
  return `${inner}, ${field}: ${quoted(value)}${text.slice(inner.length)}`;
}

function inBlockMap(text: string, { items }: YAMLMap, field: string, value: string): string {
  const [first] = items;
  const last = items.at(-1)?.value ?? items.at(-1)?.key;
  const column = columnOf(text, rangeOf(first?.key)[0]);
  // The place of a list or a map in block style ends on its next line.
  const end = text.slice(0, rangeOf(last)[1]).trimEnd().length;
  return `${text.slice(0, end)}\n${' '.repeat(column)}${field}: ${quoted(value)}${text.slice(end)}`;
}

function rangeOf(node: unknown): [number, number] {
  const range = node && typeof node === 'object' && 'range' in node ? node.range : null;
  if (!Array.isArray(range)) throw new Error('the parser names no place for a node');
  return [Number(range[0]), Number(range[1])];
}

const columnOf = (text: string, place: number): number => place - (text.lastIndexOf('\n', place - 1) + 1);

/** A day needs no quotes: the list reader takes it for text. */
const quoted = (value: string): string => (/^\d{4}-\d\d-\d\d$/.test(value) ? value : JSON.stringify(value));
