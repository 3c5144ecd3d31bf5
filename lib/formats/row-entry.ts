/**
 * Turns a row of a table into an entry: names sorted by script, a stable id, texts within their
 * limits.
 */
import { digestText } from '../core/digest.ts';
import type { Entry, Name, Source } from '../knowledge/model/schema.ts';
import { cleanText } from './clean-value.ts';
import { MAX_NAME_LENGTH, MAX_NAMES_PER_LANGUAGE, nameProblem } from './name-rules.ts';
import type { Notes } from './notes.ts';
import { namesIn, namesOf, type NamesInCell } from './names-in-cell.ts';
import { markable, markingOf } from './ordinary-words.ts';

/** A row of any table, before it becomes an entry of ours. */
export interface RowEntry {
  /** The publisher's id of the record; '' if it has none. */
  key: string;
  kind: string;
  label?: string;
  name: string;
  aliases: readonly string[];
  /** Names that the publisher calls weak ("Boss"): search finds them, but they are never marked. */
  weak?: readonly string[];
  what: string;
  country?: string | undefined;
  note?: string | undefined;
  link?: string | undefined;
  facts?: { what: string; value: string }[];
  /** A single-word name is never marked. */
  isOneWordHidden: boolean;
  source: Source;
}

const KIND = /^[a-z][a-z-]{0,30}$/;
/**
 * The source keys of every claim of a table. The array is shared, since a list may have a million
 * claims.
 */
const SRC = ['list'];
const MAX_OWN_NAME_LENGTH = 160;
/** The most characters of a publisher's name; the host name of a link may be longer. */
const MAX_PUBLISHER_LENGTH = 200;

/** True for printable ASCII only, like most names: no accents, no other script. */
const isPlain = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

/**
 * An id part of lower-case letters, digits and hyphens. If other characters were dropped, a digest
 * is added.
 */
export function slugOf(text: string): string {
  const slug = (isPlain(text) ? text : text.normalize('NFKD').replace(/\p{Mn}/gu, ''))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
  return slug === text ? slug : `${slug}${slug ? '-' : ''}${digestText(text)}`;
}

/**
 * The language of a name by its script. Latin counts as `en`, because company names in Latin
 * letters are used everywhere.
 */
export function langOf(name: string): string {
  if (isPlain(name)) return /[A-Za-z]/.test(name) ? 'en' : 'und';
  if (/[\u3041-\u30ff]/.test(name)) return 'ja';
  if (/[\uac00-\ud7a3]/.test(name)) return 'ko';
  if (/\p{Script=Han}/u.test(name)) return 'zh-Hans';
  return /\p{Script=Latin}/u.test(name) ? 'en' : 'und';
}

/** "BELOSAR, Davor" -> "Davor BELOSAR": lists put the family name first, the press does not. */
const asWritten = (name: string): string | null => {
  const parts = name.split(',').map((part) => part.trim());
  const [family, given] = parts;
  return parts.length === 2 && family && given ? `${given} ${family}` : null;
};

/** Words with one space between them. */
const ONE_LINE = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/;

const clip = (text: string, length: number) =>
  text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;

const oneLine = (text: string) => (ONE_LINE.test(text) ? text : text.replace(/\s+/g, ' ').trim());

/** The names and aliases of a row; names of people in both orders. */
function givenNames(
  row: RowEntry,
  { name, others }: NamesInCell,
  kind: string,
): { raw: string; field: string; isWeak: boolean }[] {
  const strong = [name, ...others, ...row.aliases.flatMap(namesOf)];
  return [...strong, ...(row.weak ?? [])].flatMap((raw, k) => {
    const field = k === 0 ? 'name' : `aliases.${k}`;
    const isWeak = k >= strong.length;
    const turned = kind === 'person' ? asWritten(raw) : null;
    return (turned === null ? [raw] : [raw, turned]).map((written) => ({ raw: written, field, isWeak }));
  });
}

/** The names of a row that can be marked, by language. Notes each that cannot. */
function markableNames(
  row: RowEntry,
  own: NamesInCell,
  kind: string,
  record: string,
  notes: Notes,
  people: boolean,
): Record<string, Name[]> | null {
  const names: Record<string, Name[]> = {};
  const seen = new Set<string>();
  const marking = markingOf(kind, people);
  for (const { raw, field, isWeak } of givenNames(row, own, kind)) {
    const { text: plain, changed } = cleanText(raw);
    const text = oneLine(plain);
    if (text === '' || seen.has(text.toLowerCase())) continue;
    if (changed) notes.add(record, field, 'hidden_characters');
    const lang = langOf(text);
    const problem = text.length > MAX_NAME_LENGTH ? 'too_long' : nameProblem(text, lang, { bare: true, symbol: false });
    if (problem) {
      notes.add(record, field, problem);
      continue;
    }
    if (seen.size >= MAX_NAMES_PER_LANGUAGE) {
      notes.add(record, 'aliases', 'too_many');
      break;
    }
    seen.add(text.toLowerCase());
    const written = { kind, marking: isWeak ? 'hidden' : marking, isOneWordHidden: row.isOneWordHidden } as const;
    (names[lang] ??= []).push(...markable(text, written));
  }
  return seen.size > 0 ? names : null;
}

const tidy = (text: string | undefined, length: number) => clip(cleanText(text ?? '').text.trim(), length);

/** The row's own id, or an id made from its kind, the list and the name. */
const idOf = ({ key }: RowEntry, kind: string, prefix: string, name: string): string =>
  key.includes('/') && /^[a-z][a-z-]{0,30}\/[a-z0-9][a-z0-9.-]{0,80}$/.test(key)
    ? key
    : `${kind}/${prefix}.${slugOf(key || name)}`;

/** The optional fields of an entry. `rest`: text of the name's cell besides the names. */
function optionalFields(
  row: RowEntry,
  rest: string,
  src: string[],
): Pick<Entry, 'country' | 'facts' | 'note' | 'link'> {
  const note = tidy([row.note, rest].filter(Boolean).join('\n'), 2000);
  const facts = (row.facts ?? [])
    .map(({ what, value }) => ({ what: clip(what, 80), value: tidy(value, 400), src }))
    .filter(({ value }) => value !== '');
  return {
    ...(row.country && /^[A-Z]{2}$/.test(row.country) && { country: row.country }),
    ...(facts.length && { facts: facts.slice(0, 20) }),
    ...(note && { note }),
    ...(row.link && { link: row.link }),
  };
}

/**
 * The entry of a row; null, with a note, if it has no usable name. `prefix`: makes ids of different
 * lists distinct. `people`: names of people are marked.
 */
export function rowEntry(row: RowEntry, prefix: string, place: string, notes: Notes, people = false): Entry | null {
  const kind = KIND.test(row.kind) ? row.kind : 'term';
  const own = namesIn(cleanText(row.name).text);
  const { written, rest } = own;
  const name = oneLine(written);
  const record = name.slice(0, 120) || place;
  const names = markableNames(row, own, kind, record, notes, people);
  if (!names || name === '') {
    notes.add(record, '', 'no_name', true);
    return null;
  }
  const src = SRC;
  // A kind in words ("Rare earth") is shown unchanged.
  const label = tidy(row.label ?? (kind === row.kind ? '' : row.kind), 60);
  return {
    id: idOf(row, kind, prefix, name),
    kind,
    ...(label && { label }),
    name: clip(name, MAX_OWN_NAME_LENGTH),
    names,
    what: { text: clip(cleanText(row.what).text.trim() || name, 600), src },
    ...optionalFields(row, rest, src),
    sources: { list: { ...row.source, publisher: clip(row.source.publisher, MAX_PUBLISHER_LENGTH) } },
  };
}

/** A web address that the schema accepts, or null. It is never `javascript:` or `data:`. */
export function linkOf(text: string | undefined): string | null {
  const trimmed = cleanText(text ?? '').text.trim();
  if (trimmed.length > 2000 || !/^https?:\/\//i.test(trimmed)) return null;
  return URL.canParse(trimmed) ? trimmed : null;
}
