/**
 * A term of the user's own, and how it stands in a record: one field each, left out while it has
 * its default, so that records stay small.
 */
import * as v from 'valibot';
import { KINDS, OWN_LIST, isOwn } from '../knowledge/model/ids.ts';
import { isAlive, own, type Json, type OwnRecord } from './record.ts';

export const TermId = v.pipe(
  v.string(),
  v.regex(/^own\/[a-z0-9][a-z0-9.-]{0,80}$/, 'an id of a term is own/slug in lower case'),
);

export const TERM_KINDS = ['term', ...KINDS] as const;
export const TERM_CASES = ['spelling', 'any', 'capital', 'exact'] as const;

const text = (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max));
const WebAddress = v.pipe(v.string(), v.trim(), v.maxLength(2000), v.regex(/^https?:\/\//i), v.url());

const fields = {
  name: text(160),
  aliases: v.pipe(v.array(text(200)), v.maxLength(60)),
  kind: v.picklist(TERM_KINDS),
  note: v.pipe(v.string(), v.trim(), v.maxLength(2000)),
  /** An address, or '' for none. */
  link: v.union([v.literal(''), WebAddress]),
  /**
   * spelling: as the spelling suggests (lib/knowledge/README.md). Holds for the name and all
   * aliases.
   */
  case: v.picklist(TERM_CASES),
  /** Also match the English plural. */
  plural: v.boolean(),
  /** Longer expressions that hold the name and mean something else. */
  not: v.pipe(v.array(text(200)), v.maxLength(60)),
} as const;

export const Term = v.object({ id: TermId, ...fields });
export type Term = v.InferOutput<typeof Term>;
export type TermField = keyof typeof fields;
export const TERM_FIELDS = Object.keys(fields) as readonly TermField[];

/** The value of a new term in each field, all but its name. */
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

export const newTermId = (random: () => number): string =>
  `${OWN_LIST}/${Array.from({ length: 9 }, () => Math.floor(random() * 36).toString(36)).join('')}`;

/**
 * The term that a record holds; null for one that is dead, of something else, or without a usable
 * name.
 */
export const termOf = (record: OwnRecord): Term | null => (isAlive(record) ? heldTerm(record) : null);

/** The same for a record that may be dead: what it held. */
export function heldTerm(record: OwnRecord): Term | null {
  if (!isOwn(record.id)) return null;
  const held: Record<string, Json> = {};
  for (const name of TERM_FIELDS) {
    // A value that another version or a broken file wrote counts for nothing; the others stay.
    const parsed = v.safeParse(fields[name], own(record.fields, name)?.value);
    held[name] = parsed.success ? parsed.output : BLANK[name];
  }
  const term = v.safeParse(Term, { id: record.id, ...held });
  return term.success ? term.output : null;
}

/**
 * The fields to write into `record` so that it holds `term`; a default is written over another
 * value only.
 */
export function fieldsOf(term: Term, record: OwnRecord | undefined): Record<string, Json> {
  const values: Record<string, Json> = {};
  for (const name of TERM_FIELDS) {
    const value = term[name];
    const isDefault = JSON.stringify(value) === JSON.stringify(BLANK[name]);
    if (!isDefault || (record && own(record.fields, name))) values[name] = value;
  }
  return values;
}

/** The first thing that is wrong with what the user typed: the field, or null. */
export function faultIn(term: Omit<Term, 'id'>): TermField | null {
  for (const name of TERM_FIELDS) if (!v.safeParse(fields[name], term[name]).success) return name;
  return /[\p{L}\p{N}]/u.test(term.name) ? null : 'name';
}

/** The names of a term: its name and aliases, each once. */
export const namesOf = ({ name, aliases }: Pick<Term, 'name' | 'aliases'>): string[] => [
  ...new Set([name, ...aliases]),
];
