/**
 * A term of the user's own, and how it is stored in a record: one field each. A field with its
 * default is left out, so that records stay small.
 */
import * as v from 'valibot';
import { KINDS, OWN_LIST, isOwn } from '../knowledge/model/ids.ts';
import { isAlive, ownField, type Json, type OwnRecord } from './record.ts';

/** The slug is random and stays when the name changes. */
export const TermId = v.pipe(
  v.string(),
  v.regex(/^own\/[a-z0-9][a-z0-9.-]{0,80}$/, 'an id of a term is own/slug in lower case'),
);

/** The kinds that the editor offers; `term` is the default. */
export const TERM_KINDS = ['term', ...KINDS] as const;
/** See `case` below. */
export const TERM_CASES = ['spelling', 'any', 'capital', 'exact'] as const;

const text = (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max));
const WebAddress = v.pipe(v.string(), v.trim(), v.maxLength(2000), v.regex(/^https?:\/\//i), v.url());

const fields = {
  name: text(160),
  aliases: v.pipe(v.array(text(200)), v.maxLength(60)),
  kind: v.picklist(TERM_KINDS),
  note: v.pipe(v.string(), v.trim(), v.maxLength(2000)),
  /** A web address, or ''. */
  link: v.union([v.literal(''), WebAddress]),
  /**
   * `spelling`: upper and lower case must match where the spelling suggests it
   * (lib/knowledge/README.md). Applies to the name and all aliases.
   */
  case: v.picklist(TERM_CASES),
  /** Also match the English plural. */
  plural: v.boolean(),
  /** Longer expressions that contain the name and mean something else. */
  not: v.pipe(v.array(text(200)), v.maxLength(60)),
} as const;

export const Term = v.object({ id: TermId, ...fields });
export type Term = v.InferOutput<typeof Term>;
/** The fields of a term apart from its id, each a field of its record. */
export type TermField = keyof typeof fields;
export const TERM_FIELDS = Object.keys(fields) as readonly TermField[];

/** The default of each field of a new term. */
export const BLANK: Omit<Term, 'id'> = {
  name: '',
  aliases: [],
  kind: 'term',
  note: '',
  link: '',
  case: 'spelling',
  plural: true,
  not: [],
};

/** A random id. `random`: returns numbers in [0, 1). */
export const newTermId = (random: () => number): string =>
  `${OWN_LIST}/${Array.from({ length: 9 }, () => Math.floor(random() * 36).toString(36)).join('')}`;

/** The term in a record; null if the record is deleted, is no term, or has no usable name. */
export const termOf = (record: OwnRecord): Term | null => (isAlive(record) ? termOrDeleted(record) : null);

/** The same, also for a deleted record: its last content. */
export function termOrDeleted(record: OwnRecord): Term | null {
  if (!isOwn(record.id)) return null;
  const held: Record<string, Json> = {};
  for (const name of TERM_FIELDS) {
    // A value that is invalid here, from another version or a broken file, is replaced by the
    // default. The other fields stay.
    const parsed = v.safeParse(fields[name], ownField(record.fields, name)?.value);
    held[name] = parsed.success ? parsed.output : BLANK[name];
  }
  const term = v.safeParse(Term, { id: record.id, ...held });
  return term.success ? term.output : null;
}

/**
 * The fields to write into `record` so that it holds `term`. A default is written only over another
 * value.
 */
export function fieldsOf(term: Term, record: OwnRecord | undefined): Record<string, Json> {
  const values: Record<string, Json> = {};
  for (const name of TERM_FIELDS) {
    const value = term[name];
    const isDefault = JSON.stringify(value) === JSON.stringify(BLANK[name]);
    if (!isDefault || (record && ownField(record.fields, name))) values[name] = value;
  }
  return values;
}

/** The first invalid field of what the user typed, or null. */
export function faultIn(term: Omit<Term, 'id'>): TermField | null {
  for (const name of TERM_FIELDS) if (!v.safeParse(fields[name], term[name]).success) return name;
  return /[\p{L}\p{N}]/u.test(term.name) ? null : 'name';
}

/** The name and the aliases of a term, without repeats. */
export const namesOf = ({ name, aliases }: Pick<Term, 'name' | 'aliases'>): string[] => [
  ...new Set([name, ...aliases]),
];
