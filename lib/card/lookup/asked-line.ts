/**
 * Makes the lines of a search result: the entry's measures that the query asks for, the lead first.
 */
import type { Knowledge } from '../../knowledge/model/knowledge-index.ts';
import type { Day, Entry } from '../../knowledge/model/schema.ts';
import { rankLines } from '../../knowledge/lead/rank-lines.ts';
import type { Row } from '../../knowledge/status/row.ts';
import { lineage } from '../../knowledge/status/succession.ts';
import { thenNowNext, rowOfLine, type Line } from '../../knowledge/status/then-now-next.ts';
import { stateParts } from '../../knowledge/wording/state-parts.ts';
import { isBill, sinceOf } from '../../knowledge/wording/status-phrases.ts';
import { nameWords, type Voice } from '../../knowledge/wording/terms.ts';
import type { AskedPlace } from '../../search/asked-places.ts';
import { actWords } from '../build/issuer.ts';
import { whoWhom } from '../build/who-whom.ts';
import { glyphOf, isBarred } from '../build/glyphs.ts';
import { meetsPlaces, noneWords } from './asked-place.ts';
import type { AskedLine } from './line-text.ts';

/**
 * Products and members whose rows are made if the entry itself has no wanted measure: each takes a
 * millisecond or two, and a result shows four lines at most.
 */
const MAX_PARTS = 8;

/** Cached lines by base, day and id: each key of a query needs them again. */
const kept = new WeakMap<Knowledge, Map<string, Line[]>>();

/** All measures of an entry, the lead first. */
function linesOn(knowledge: Knowledge, id: string, today: Day): Line[] {
  const lines = kept.get(knowledge) ?? new Map<string, Line[]>();
  kept.set(knowledge, lines);
  const key = `${today} ${id}`;
  const known = lines.get(key);
  if (known) return known;
  const entry = knowledge.entries.get(id);
  const made = entry ? rankLines(knowledge, entry, thenNowNext(knowledge, id, null, today), null, today) : [];
  lines.set(key, made);
  return made;
}

const isOf = (wanted: ReadonlySet<string>, row: Row): boolean =>
  wanted.has(row.control.id) || row.continues.some((id) => wanted.has(id));

/** The products and members of an entry that some of these measures reach. */
function partsReached(knowledge: Knowledge, entry: string, wanted: ReadonlySet<string>): string[] {
  const controls = [...wanted].flatMap((id) => knowledge.controls.get(id) ?? []);
  const reaching = new Set(controls.flatMap((control) => [...lineage(knowledge, control)]));
  const isReached = (id: string) => (knowledge.linksOf.get(id) ?? []).some(({ control }) => reaching.has(control.id));
  const parts = [...knowledge.entries.values()].filter(
    ({ id, maker, parent, memberOf }) =>
      (maker === entry || parent === entry || memberOf?.some(({ of }) => of === entry)) && isReached(id),
  );
  return parts.slice(0, MAX_PARTS).map(({ id }) => id);
}

/** Cached lists and classes that have companies, by base. */
const listsOfFirms = new WeakMap<Knowledge, ReadonlySet<string>>();

function firmLists(knowledge: Knowledge): ReadonlySet<string> {
  const known = listsOfFirms.get(knowledge);
  if (known) return known;
  const firms = [...knowledge.entries.values()].filter(({ kind }) => kind === 'company');
  const made = new Set(firms.flatMap(({ memberOf = [] }) => memberOf.map(({ of }) => of)));
  listsOfFirms.set(knowledge, made);
  return made;
}

/** True for a body or a list: no single one of its many measures describes it. */
const isOfMany = (knowledge: Knowledge, id: string): boolean =>
  knowledge.entries.get(id)?.kind === 'agency' || firmLists(knowledge).has(id);

/** A measure of an entry, or of one of its products or members. */
interface FoundRow {
  row: Row;
  of?: string;
}

/** Rows of the wanted measures, or of all measures if none is wanted; the lead first. */
function rowsFor(knowledge: Knowledge, entry: string, measures: readonly string[], today: Day): FoundRow[] {
  const wanted = new Set(measures);
  const rowsOn = (id: string) =>
    linesOn(knowledge, id, today)
      .flatMap((line) => rowOfLine(line) ?? [])
      .filter((row) => wanted.size === 0 || isOf(wanted, row));
  const own = rowsOn(entry).map((row) => ({ row }));
  if (own.length > 0 || wanted.size === 0) return own;
  const ofParts = partsReached(knowledge, entry, wanted).flatMap((part) =>
    rowsOn(part).map((row) => ({ row, of: part })),
  );
  return ofParts.length > 0 ? ofParts : rowsFor(knowledge, entry, [], today);
}

/**
 * Only goods and companies of other countries need a measure that meets the query. Bodies and
 * instruments are found because of their measures on those countries.
 */
const isAskedOf = ({ kind, country }: Entry, places: readonly AskedPlace[]): boolean =>
  kind !== 'agency' && kind !== 'instrument' && !places.some(({ codes }) => codes.some((code) => code === country));

/**
 * The measures that meet the countries of the query: among the measures that it asks for, or else
 * among all on the entry. `none`: a sentence if there is no such measure.
 */
function rowsOfPlaces(
  found: readonly FoundRow[],
  entry: Entry,
  places: readonly AskedPlace[],
  today: Day,
  voice: Voice,
): { rows: readonly FoundRow[]; none: string } {
  const { knowledge } = voice;
  if (places.length === 0 || !isAskedOf(entry, places)) return { rows: found, none: '' };
  const met = (rows: readonly FoundRow[]) =>
    rows
      .map((one) => ({ one, meets: meetsPlaces(one.row, places, knowledge) }))
      .filter(({ meets }) => meets > 0)
      .sort((a, b) => b.meets - a.meets)
      .map(({ one }) => one);
  const asked = met(found);
  const rows = asked.length > 0 ? asked : met(rowsFor(knowledge, entry.id, [], today));
  return rows.length > 0 ? { rows, none: '' } : { rows: found, none: noneWords(places, voice) };
}

/** Bills come last: a company's status is a bill only if it has no other measure. */
function order({ row }: FoundRow, voice: Voice): number {
  // After a listing was replaced, a company has two measures of the same list: the one in force
  // comes first.
  if (glyphOf(row) === 'ended') return 2;
  return isBill(row, voice) ? 1 : 0;
}

/** The state in the words of the card: "Unknown whether it applies. Began 30 May 2022." */
function stateWords(row: Row, voice: Voice): string {
  const { title, rest } = stateParts(row, voice);
  const since = row.state === 'in force' ? sinceOf(row, voice) : '';
  const state = rest && !/^[,，]/.test(rest) && !voice.lang.startsWith('zh') ? `${title} ${rest}` : title + rest;
  return since ? voice.t('status_join', state, since) : state;
}

function lineOf({ row, of }: FoundRow, entry: Entry, voice: Voice): AskedLine {
  const { who, toward } = whoWhom(row, entry, voice);
  return {
    who,
    toward: [toward, actWords(row, voice)].filter(Boolean).join(' · '),
    glyph: glyphOf(row),
    barred: isBarred(row),
    state: stateWords(row, voice),
    ...(of !== undefined && { of: nameWords(of, voice) }),
  };
}

/** The line that the query asks for, and up to `more` further lines of the entry. */
export function askedLines(
  entry: string,
  measures: readonly string[],
  { today, more = 0, places = [] }: { today: Day; more?: number; places?: readonly AskedPlace[] },
  voice: Voice,
): AskedLine[] {
  const asked = voice.knowledge.entries.get(entry);
  if (!asked) return [];
  if (measures.length === 0 && isOfMany(voice.knowledge, entry)) return [];
  const found = rowsFor(voice.knowledge, entry, measures, today);
  const { rows, none } = rowsOfPlaces(found, asked, places, today, voice);
  const first = rows.toSorted((a, b) => order(a, voice) - order(b, voice)).slice(0, 1 + more);
  return first.flatMap((one, k) => {
    const about = voice.knowledge.entries.get(one.of ?? entry);
    return about ? [{ ...lineOf(one, about, voice), ...(none && k === 0 && { none }) }] : [];
  });
}
