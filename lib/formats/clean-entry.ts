/**
 * Turns an entry of an untrusted list into a valid one, or null. Everything that is cut is noted.
 */
import { Entry } from '../knowledge/model/schema.ts';
import { cleanValue } from './clean-value.ts';
import { MAX_NAME_LENGTH, MAX_NAMES_PER_LANGUAGE, nameProblem } from './name-rules.ts';
import type { Notes } from './notes.ts';
import {
  closeGaps,
  dropUncited,
  impossibleDates,
  isFields,
  pruned,
  removeAt,
  type Fields,
} from './remove-refused-fields.ts';

const NEEDED: ReadonlySet<string> = new Set(['id', 'kind', 'name', 'names', 'what', 'sources']);
/** Fields whose text is cut to the schema's limit (characters) instead of being refused. */
const MAX_LENGTHS: readonly [path: readonly [string] | readonly [string, string], length: number][] = [
  [['name'], 160],
  [['note'], 2000],
  [['what', 'text'], 600],
  [['news', 'text'], 600],
  [['misreported', 'text'], 600],
];

function labelOf(fields: Fields, fallback: string): string {
  for (const value of [fields['id'], fields['name']])
    if (typeof value === 'string' && value.trim() !== '') return value.slice(0, 120);
  return fallback;
}

/** The cleaned fields of a record and its label in notes; null if it is not an object. */
export function cleanFields(raw: unknown, fallback: string, notes: Notes): { label: string; fields: Fields } | null {
  if (!isFields(raw)) {
    notes.add(fallback, '', 'shape', true);
    return null;
  }
  const label = labelOf(raw, fallback);
  const fields = cleanValue(raw, label, notes);
  return isFields(fields) ? { label, fields } : null;
}

function clip(fields: Fields, record: string, notes: Notes): void {
  for (const [[first, second], length] of MAX_LENGTHS) {
    const holder = second === undefined ? fields : fields[first];
    const key = second ?? first;
    if (!isFields(holder)) continue;
    const text = holder[key];
    if (typeof text !== 'string' || text.length <= length) continue;
    holder[key] = `${text.slice(0, length - 1).trimEnd()}…`;
    notes.add(record, second === undefined ? first : `${first}.${second}`, 'too_long');
  }
}

/** Drops names that are too common to mark, repeated names, and names beyond the limit. */
function cleanNames(fields: Fields, record: string, notes: Notes): void {
  const names = fields['names'];
  if (!isFields(names)) return;
  const symbol = isFields(fields['element']);
  for (const [lang, group] of Object.entries(names)) {
    if (!Array.isArray(group)) continue;
    const kept: unknown[] = [];
    const seen = new Set<string>();
    for (const [k, name] of group.entries()) {
      const field = `names.${lang}.${k}`;
      const text: unknown = isFields(name) ? name['text'] : name;
      if (typeof text !== 'string') {
        notes.add(record, field, 'shape');
        continue;
      }
      if (kept.length >= MAX_NAMES_PER_LANGUAGE) {
        notes.add(record, `names.${lang}`, 'too_many');
        break;
      }
      const rule = isFields(name) ? name : {};
      const key = JSON.stringify(isFields(name) ? name : text);
      const problem =
        rule['mark'] === false && text.length <= MAX_NAME_LENGTH
          ? null
          : nameProblem(text, lang, { bare: rule['alone'] !== false, symbol });
      if (problem) notes.add(record, field, problem);
      else if (seen.has(key)) continue;
      else {
        seen.add(key);
        kept.push(name);
      }
    }
    if (kept.length > 0) names[lang] = kept;
    else delete names[lang];
  }
}

const WHOLE_ITEMS: ReadonlySet<string> = new Set(['facts', 'offices', 'memberOf', 'codes', 'forms', 'leads']);

/** `fallback`: label of a record without id and name, such as "entry 17". */
export function cleanEntry(raw: unknown, fallback: string, notes: Notes): Entry | null {
  const cleaned = cleanFields(raw, fallback, notes);
  if (!cleaned) return null;
  const { label, fields } = cleaned;
  clip(fields, label, notes);
  const hadNames = isFields(fields['names']) && Object.keys(fields['names']).length > 0;
  cleanNames(fields, label, notes);
  if (hadNames && isFields(fields['names']) && Object.keys(fields['names']).length === 0) {
    notes.add(label, 'names', 'no_name', true);
    return null;
  }
  for (const path of impossibleDates(fields)) {
    notes.add(label, path.join('.'), 'date');
    const [first, , third] = path;
    // A source with an impossible date only loses the date. A fact or membership is left out:
    // without its date it would be wrong.
    const source = first === 'sources' && isFields(fields['sources']) ? fields['sources'][path[1] ?? ''] : undefined;
    if (isFields(source) && third !== undefined) delete source[third];
    else removeAt(fields, first !== undefined && WHOLE_ITEMS.has(first) ? path.slice(0, 2) : path.slice(0, 1));
  }
  closeGaps(fields);
  // Sources are cleaned first: a claim whose only source is refused is left out as well.
  const before = pruned(Entry, structuredClone(fields), NEEDED, label, notes);
  if (!before) return null;
  const bare: string[][] = [];
  dropUncited(before, new Set(Object.keys(before.sources)), [], bare);
  if (bare.length === 0) return before;
  const rest: Fields = { ...before };
  for (const path of bare) {
    if (path[0] === 'what') {
      notes.add(label, 'what', 'source', true);
      return null;
    }
    notes.add(label, path.join('.'), 'source');
    removeAt(rest, path);
  }
  closeGaps(rest);
  return pruned(Entry, rest, NEEDED, label, notes);
}
