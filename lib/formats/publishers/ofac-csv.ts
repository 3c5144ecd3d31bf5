/**
 * Reads the SDN list and the consolidated list of OFAC in CSV: tables without headers. Aliases and
 * addresses are in two more files, ALT.CSV and ADD.CSV.
 */
import { countryIn } from '../country-words.ts';
import { csvRows, type CsvRow } from '../csv-rows.ts';
import type { Batch, ListContext, ListHeader } from '../list-format.ts';
import type { Notes } from '../notes.ts';
import type { RowEntry } from '../row-entry.ts';
import { entriesOf, tableRecords } from '../table-entries.ts';
import { tableHeader } from '../table-header.ts';
import { factsFrom } from './facts.ts';
import { OFAC, OFAC_LICENCE, ofacKind, ofacWhat } from './ofac.ts';

const SDN = [
  'ent_num',
  'name',
  'type',
  'programme',
  'title',
  'call_sign',
  'vessel_type',
  'tonnage',
  'gross',
  'flag',
  'owner',
  'remarks',
];
const ALT = ['ent_num', 'alt_num', 'alt_type', 'name', 'remarks'];
const ADD = ['ent_num', 'add_num', 'address', 'city', 'country', 'remarks'];

/** Matches the mark for an empty cell. */
const EMPTY_CELL = /^-0-\s*$/;
const cellOf = (row: CsvRow, column: string): string => {
  const cell = row[column]?.trim() ?? '';
  return EMPTY_CELL.test(cell) ? '' : cell;
};

/** True for a first line with a number, a name, and "-0-" cells up to the twelfth column. */
export const isOfacCsv = (firstLine: readonly string[]): boolean =>
  firstLine.length === SDN.length &&
  /^\d+$/.test(firstLine[0]?.trim() ?? '') &&
  firstLine.filter((cell) => EMPTY_CELL.test(cell)).length >= 3;

/** True for ALT.CSV or ADD.CSV alone: the aliases or addresses of a list in another file. */
export const isOfacPart = (firstLine: readonly string[]): boolean =>
  (firstLine.length === ALT.length && /^(?:aka|fka|nka)$/i.test(firstLine[2]?.trim() ?? '')) ||
  (firstLine.length === ADD.length &&
    firstLine.slice(0, 2).every((cell) => /^\d+$/.test(cell.trim())) &&
    firstLine.some((cell) => EMPTY_CELL.test(cell)));

/** SDN.CSV -> ALT.CSV, cons_prim.csv -> cons_alt.csv; null if the file has another name. */
export function fileBeside(url: string, part: 'alt' | 'add'): string | null {
  const at = url.lastIndexOf('/') + 1;
  const file = url.slice(at);
  const other = file.replace(/sdn(?=\.csv)|prim(?=\.csv)/i, (word) =>
    word === word.toUpperCase() ? part.toUpperCase() : part,
  );
  return other === file ? null : url.slice(0, at) + other;
}

/** Rows of an additional file by the number of their record; empty if the file can't be fetched. */
async function rowsBeside(
  part: 'alt' | 'add',
  columns: readonly string[],
  { url, beside }: ListContext,
  notes: Notes,
): Promise<Map<string, CsvRow[]>> {
  const found = new Map<string, CsvRow[]>();
  const other = fileBeside(url, part);
  const text = other === null || !beside ? null : await beside(other);
  if (text === null) {
    notes.add(other?.split('/').at(-1) ?? part, '', 'beside');
    return found;
  }
  for await (const { rows } of csvRows(text, () => undefined, { columns }))
    for (const row of rows) {
      const key = cellOf(row, 'ent_num');
      const known = found.get(key);
      if (known) known.push(row);
      else found.set(key, [row]);
    }
  return found;
}

/** `a.k.a. 'HERON'`: in the table OFAC writes weak names among the remarks. */
const WEAK_NAME = /\b[afn]\.k\.a\. (?:'([^';]{1,80})'|"([^";]{1,80})"|“([^”;]{1,80})”)/gi;
const weakNamesIn = (remarks: string): string[] =>
  [...remarks.matchAll(WEAK_NAME)].map(([, single, double, curled]) => (single ?? double ?? curled ?? '').trim());

function read(row: CsvRow, names: readonly CsvRow[], places: readonly CsvRow[], context: ListContext): RowEntry | null {
  const name = cellOf(row, 'name');
  const number = cellOf(row, 'ent_num');
  // The last line holds only an end mark.
  if (name === '' || !/^\d+$/.test(number)) return null;
  const kind = ofacKind(cellOf(row, 'type'));
  const aliases = names.map((alias) => ({
    text: cellOf(alias, 'name'),
    isWeak: /weak/i.test(cellOf(alias, 'remarks')),
  }));
  const programmes = cellOf(row, 'programme').replace(/\] \[/g, '; ');
  const [place] = places;
  const inRemarks = /nationality (?:of registration )?([A-Z][a-z]+(?: [A-Z][a-z]+)*)/.exec(cellOf(row, 'remarks'))?.[1];
  return {
    key: number,
    kind,
    label: kind === 'company' ? 'entity' : kind,
    name,
    aliases: aliases.flatMap(({ text, isWeak }) => (isWeak || text === '' ? [] : [text])),
    weak: [...aliases.flatMap(({ text, isWeak }) => (isWeak ? [text] : [])), ...weakNamesIn(cellOf(row, 'remarks'))],
    what: ofacWhat(programmes),
    country: countryIn(inRemarks ?? cellOf(place ?? {}, 'country')) ?? undefined,
    facts: factsFrom({
      programmes,
      title: cellOf(row, 'title'),
      'vessel type': cellOf(row, 'vessel_type'),
      flag: cellOf(row, 'flag'),
      owner: cellOf(row, 'owner'),
      address: ['address', 'city', 'country'].flatMap((column) => cellOf(place ?? {}, column) || []).join(', '),
      remarks: cellOf(row, 'remarks'),
    }),
    isOneWordHidden: kind !== 'company',
    source: { url: context.url, publisher: OFAC, class: 'official' },
  };
}

/**
 * Makes an entry of each row, with its aliases and addresses from the two files beside the list. If
 * these can't be fetched, the entries lack them.
 */
export async function* readOfacCsv(
  text: AsyncIterable<string>,
  context: ListContext,
  notes: Notes,
): AsyncGenerator<Batch, ListHeader> {
  const [names, places] = [await rowsBeside('alt', ALT, context, notes), await rowsBeside('add', ADD, context, notes)];
  const records = tableRecords(text, {
    fits: () => true,
    layout: { columns: SDN },
    read: (row) => {
      const key = cellOf(row, 'ent_num');
      return read(row, names.get(key) ?? [], places.get(key) ?? [], context);
    },
  });
  yield* entriesOf(records, context, notes);
  return tableHeader(context, {
    title: /cons/i.test(new URL(context.url).pathname.split('/').at(-1) ?? '')
      ? 'OFAC Consolidated List'
      : 'OFAC SDN List',
    publisher: OFAC,
    licence: OFAC_LICENCE,
  });
}
