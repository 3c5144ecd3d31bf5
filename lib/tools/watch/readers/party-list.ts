/**
 * Reads official lists of parties, published as tables. A row is a party under one of its names.
 */
import Papa from 'papaparse';
import { BadAnswer, type Item } from '../item.ts';
import type { PartyTable, WatchSource } from '../source.ts';

export function readPartyList(text: string, source: Pick<WatchSource, 'url' | 'table'>): Item[] {
  const { table } = source;
  if (!table) throw new Error('a source that is read as a party list needs `table`');
  if (text.trim() === '') throw new BadAnswer('the answer is empty');
  if (/^\s*<(?:!doctype|html)/i.test(text)) throw new BadAnswer('a web page came where a table was expected');
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { skipEmptyLines: true });
  const rows = data.slice(table.skip);
  const columns = columnsOf(rows, table);
  const items = new Map<string, Item>();
  for (const row of table.header ? rows.slice(1) : rows) {
    const cell = (column: number | undefined) => (column === undefined ? '' : (row[column] ?? '').trim());
    const name = columns.name.map(cell).filter(Boolean).join(' ');
    if (name === '' || (columns.rows !== undefined && !cell(columns.rows).includes(table.only ?? ''))) continue;
    const id = cell(columns.id) || name;
    const known = items.get(id);
    if (known) known.text += `; ${name}`;
    else items.set(id, { id, title: name, day: dayOf(cell(columns.day)), url: source.url, text: cell(columns.also) });
  }
  return [...items.values()];
}

interface Columns {
  name: number[];
  id: number | undefined;
  day: number | undefined;
  also: number | undefined;
  rows: number | undefined;
}

/** A column is given by its heading, or by its number if the table has no headings. */
function columnsOf(rows: readonly string[][], { header, name, id, day, also, rows: kind }: PartyTable): Columns {
  const headings = header ? (rows[0] ?? []).map((heading) => heading.trim()) : null;
  const find = (column: string | number | undefined): number | undefined => {
    if (column === undefined || typeof column === 'number') return column;
    const place = headings?.indexOf(column) ?? -1;
    if (place < 0) throw new BadAnswer(`the layout changed: there is no column "${column}"`);
    return place;
  };
  return {
    name: name.flatMap((column) => find(column) ?? []),
    id: find(id),
    day: find(day),
    also: find(also),
    rows: find(kind),
  };
}

/** In "31/01/2026" the day comes before the month, as on the lists of the UK and the EU. */
function dayOf(text: string): string | null {
  const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})/.exec(text) ?? [];
  if (year !== undefined) return `${year}-${month}-${day}`;
  return /^\d{4}-\d\d-\d\d/.test(text) ? text.slice(0, 10) : null;
}
