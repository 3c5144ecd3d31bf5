/** Removes the fields of a record that its schema refuses, if the rest is still safe to use. */
import * as v from 'valibot';
import { existsInCalendar } from '../knowledge/model/fuzzy-dates.ts';
import type { Notes, Reason } from './notes.ts';

/** An object of which nothing is known yet. */
export type Fields = Record<string, unknown>;
/** True for an object with fields: neither null nor an array. */
export const isFields = (value: unknown): value is Fields =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

const DATE = /^[~<]?\d{4}-\d\d-\d\d$/;

/** Paths of dates that do not exist in the calendar. */
export function impossibleDates(value: unknown, path: string[] = []): string[][] {
  if (typeof value === 'string') return DATE.test(value) && !existsInCalendar(value) ? [path] : [];
  if (Array.isArray(value)) return value.flatMap((item, k) => impossibleDates(item, [...path, String(k)]));
  return isFields(value) ? Object.entries(value).flatMap(([key, inner]) => impossibleDates(inner, [...path, key])) : [];
}

/**
 * Removes unknown source keys from every `src`. Adds the path of each `src` that becomes empty to
 * `bare`.
 */
export function dropUncited(value: unknown, known: ReadonlySet<string>, path: string[], bare: string[][]): void {
  if (Array.isArray(value)) value.forEach((item, k) => dropUncited(item, known, [...path, String(k)], bare));
  else if (isFields(value)) {
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'src' && Array.isArray(inner)) {
        const kept = inner.filter((one) => typeof one === 'string' && known.has(one));
        if (kept.length === 0) bare.push(path);
        else value[key] = kept;
      } else if (key !== 'sources') dropUncited(inner, known, [...path, key], bare);
    }
  }
}

/**
 * Removes the item at `path` from an array, the sources or the names; for any other path, the whole
 * field. Arrays keep a gap (`undefined`) until `closeGaps`, so that other paths stay valid.
 */
export function removeAt(root: Fields, path: readonly string[]): void {
  const [first, second] = path;
  if (first === undefined) return;
  const part = root[first];
  if (second !== undefined && Array.isArray(part)) {
    const index = Number(second);
    root[first] = part.map((item: unknown, k) => (k === index ? undefined : item));
  } else if (second !== undefined && first === 'sources' && isFields(part)) delete part[second];
  else if (
    second !== undefined &&
    path[2] !== undefined &&
    first === 'names' &&
    isFields(part) &&
    Array.isArray(part[second])
  ) {
    const index = Number(path[2]);
    part[second] = (part[second] as unknown[]).map((item, k) => (k === index ? undefined : item));
  } else delete root[first];
}

/** Closes the gaps that `removeAt` left. */
export function closeGaps(root: Fields): void {
  for (const [key, part] of Object.entries(root)) {
    if (Array.isArray(part)) root[key] = part.filter((item) => item !== undefined);
    else if (key === 'names' && isFields(part))
      for (const [lang, names] of Object.entries(part))
        if (Array.isArray(names)) part[lang] = names.filter((name) => name !== undefined);
  }
}

const REASON_OF: Partial<Record<string, Reason>> = { max_length: 'too_long', url: 'link' };
const reasonOf = (issue: v.BaseIssue<unknown>, path: readonly string[]): Reason =>
  path.includes('url') || path[0] === 'link' ? 'link' : (REASON_OF[issue.type] ?? 'shape');

const MAX_ROUNDS = 4;

/**
 * Parses with `schema`. Fields that fail are left out and noted. Null if a field in `needed` fails
 * or the rest still does not parse.
 */
export function pruned<T>(
  schema: v.GenericSchema<unknown, T>,
  root: Fields,
  needed: ReadonlySet<string>,
  record: string,
  notes: Notes,
): T | null {
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const result = v.safeParse(schema, root);
    if (result.success) return result.output;
    for (const issue of result.issues) {
      const path = (issue.path ?? []).map(({ key }) => String(key));
      const [first, second] = path;
      const reason = reasonOf(issue, path);
      if (
        first === undefined ||
        (needed.has(first) && !(second !== undefined && (first === 'sources' || first === 'names')))
      ) {
        notes.add(record, path.join('.'), reason, true);
        return null;
      }
      notes.add(record, path.join('.'), reason);
      removeAt(root, path);
    }
    closeGaps(root);
  }
  notes.add(record, '', 'shape', true);
  return null;
}
