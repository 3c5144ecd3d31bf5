/**
 * Turns values of an untrusted document into plain data without dangerous keys, hidden characters
 * or endless depth.
 */
import type { Notes } from './notes.ts';

const MAX_DEPTH = 12;
const MAX_TEXT_LENGTH = 4000;
/**
 * Items of one array, more than any record has. Leaving out 5,000 bad items one by one would take
 * seconds.
 */
const MAX_ITEMS = 1000;
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Invisible characters: controls, bidirectional marks and overrides, tags, unpaired surrogates. */
const HIDDEN =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\udb40[\udc00-\udc7f]/g;
const LINE_END = /[\r\u2028\u2029]/;
/** Texts with nothing to look for, as most are. */
const PLAIN = /^[\x20-\x7e]*$/;

/** Removes invisible characters. `changed` is true if more than line breaks changed. */
export function cleanText(text: string): { text: string; changed: boolean } {
  HIDDEN.lastIndex = 0;
  if (PLAIN.test(text) || !HIDDEN.test(text)) return { text, changed: false };
  const plain = LINE_END.test(text) ? text.replace(/\r\n?|[\u2028\u2029]/g, '\n') : text;
  const clean = plain.replace(HIDDEN, '');
  return { text: clean, changed: clean !== plain };
}

/**
 * A deep copy with safe own keys. Texts are cut at 4,000 characters (the schema may have tighter
 * limits), arrays at 1,000 items, and values deeper than 12 levels are left out. Each cut is noted
 * under `record`.
 */
export function cleanValue(value: unknown, record: string, notes: Notes, field = '', depth = 0): unknown {
  if (typeof value === 'string') {
    const { text, changed } = cleanText(value);
    if (changed) notes.add(record, field, 'hidden_characters');
    if (text.length <= MAX_TEXT_LENGTH) return text;
    notes.add(record, field, 'too_long');
    return text.slice(0, MAX_TEXT_LENGTH);
  }
  if (value === null || typeof value !== 'object') return value;
  if (depth >= MAX_DEPTH) {
    notes.add(record, field, 'depth');
    return undefined;
  }
  const path = (key: string | number) => (field ? `${field}.${key}` : String(key));
  if (Array.isArray(value)) {
    if (value.length > MAX_ITEMS) notes.add(record, field, 'too_many');
    return value.slice(0, MAX_ITEMS).map((item, k) => cleanValue(item, record, notes, path(k), depth + 1));
  }
  const copy: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    if (FORBIDDEN_KEYS.has(key)) notes.add(record, path(key), 'key');
    else copy[key] = cleanValue(inner, record, notes, path(key), depth + 1);
  }
  return copy;
}
