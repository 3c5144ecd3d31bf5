/**
 * Values as they come from a stranger's document -> plain data: no odd keys, no hidden characters,
 * no depth without end.
 */
import type { Notes } from './notes.ts';

const MOST_DEPTH = 12;
const LONGEST = 4000;
/**
 * More than any record has of anything: 5,000 bad items would take seconds to leave out one by one.
 */
const MOST_ITEMS = 1000;
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Controls, bidirectional marks and overrides, tags, halves of surrogate pairs: nothing a user
 * could see.
 */
const HIDDEN =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\udb40[\udc00-\udc7f]/g;
const LINE_END = /[\r\u2028\u2029]/;

/** Text without what cannot be seen; `changed` where more than a line end was taken out. */
export function cleanText(text: string): { text: string; changed: boolean } {
  HIDDEN.lastIndex = 0;
  if (!HIDDEN.test(text)) return { text, changed: false };
  const plain = LINE_END.test(text) ? text.replace(/\r\n?|[\u2028\u2029]/g, '\n') : text;
  const clean = plain.replace(HIDDEN, '');
  return { text: clean, changed: clean !== plain };
}

/**
 * A deep copy with own, harmless keys only; texts over 4,000 characters are cut (the schema's
 * limits are tighter where it has any), lists after 1,000 items, what lies deeper than 12 levels is
 * left out. Each is noted under `record`.
 */
export function cleanValue(value: unknown, record: string, notes: Notes, field = '', depth = 0): unknown {
  if (typeof value === 'string') {
    const { text, changed } = cleanText(value);
    if (changed) notes.add(record, field, 'hidden_characters');
    if (text.length <= LONGEST) return text;
    notes.add(record, field, 'too_long');
    return text.slice(0, LONGEST);
  }
  if (value === null || typeof value !== 'object') return value;
  if (depth >= MOST_DEPTH) {
    notes.add(record, field, 'depth');
    return undefined;
  }
  const path = (key: string | number) => (field ? `${field}.${key}` : String(key));
  if (Array.isArray(value)) {
    if (value.length > MOST_ITEMS) notes.add(record, field, 'too_many');
    return value.slice(0, MOST_ITEMS).map((item, k) => cleanValue(item, record, notes, path(k), depth + 1));
  }
  const copy: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    if (FORBIDDEN_KEYS.has(key)) notes.add(record, path(key), 'key');
    else copy[key] = cleanValue(inner, record, notes, path(key), depth + 1);
  }
  return copy;
}
