/**
 * Reads the yearly figures that a public body publishes as a table, for the facts of entries that
 * hold them. Each table has a file in `lib/knowledge/watch/figures/`. A program may change a fact
 * that is listed there.
 */
import Papa from 'papaparse';
import * as v from 'valibot';
import { Url } from '../../knowledge/model/basics.ts';
import { readYamlFolder } from '../build/read-yaml.ts';
import { BadAnswer } from '../watch/item.ts';

const FiguresFile = v.strictObject({
  title: v.string(),
  url: Url,
  note: v.optional(v.string()),
  /** The `what` of the facts that hold these figures. */
  fact: v.string(),
  /** The column that identifies the row. */
  name: v.string(),
  /** The column of the figure, as a regular expression whose only group is the year. */
  figure: v.string(),
  /** If there are fewer rows than this, the table has changed its layout. */
  least: v.pipe(v.number(), v.integer(), v.minValue(1)),
  rows: v.array(v.strictObject({ row: v.string(), entry: v.string(), of: v.optional(v.string()) })),
});
/** A table with its id, the name of its file. */
export type FiguresTable = v.InferOutput<typeof FiguresFile> & { id: string };

/** One cell of a table, for one entry. `year`: from the heading of its column. */
export interface Figure {
  entry: string;
  value: string;
  year: string;
}

const FOLDER = new URL('../../knowledge/watch/figures/', import.meta.url).pathname;

/** Throws with the file's name if a file has another shape. */
export const readFigureTables = (folder = FOLDER): FiguresTable[] => readYamlFolder(folder, FiguresFile);

/** Throws `BadAnswer` if the answer is not the expected table. */
export function figuresIn(answer: string, { name, figure, least, rows }: FiguresTable): Figure[] {
  if (answer.trim() === '') throw new BadAnswer('the answer is empty');
  if (/^\s*<(?:!doctype|html)/i.test(answer)) throw new BadAnswer('a web page came where a table was expected');
  const { data, meta } = Papa.parse<Record<string, string>>(answer.replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: true,
  });
  const column = meta.fields?.find((field) => new RegExp(`^${figure}$`).test(field));
  if (!meta.fields?.includes(name) || column === undefined)
    throw new BadAnswer(`the layout changed: there is no column "${name}" or no column of figures`);
  if (data.length < least) throw new BadAnswer(`${data.length} rows, and at least ${least} were expected`);
  const [, year = ''] = new RegExp(`^${figure}$`).exec(column) ?? [];
  const byName = new Map(data.map((row) => [(row[name] ?? '').trim(), (row[column] ?? '').trim()]));
  return rows.map(({ row, entry, of }) => {
    const found = byName.get(row);
    if (found === undefined) throw new BadAnswer(`the layout changed: there is no row "${row}"`);
    return { entry, year, value: wordsFor(found, row) + (of === undefined ? '' : ` (${of})`) };
  });
}

/**
 * ">50" becomes "over 50 %". A person decides on anything but a number, such as "W" for withheld.
 */
function wordsFor(figure: string, row: string): string {
  const [, sign = '', number] = /^([<>]?)(\d{1,3})$/.exec(figure) ?? [];
  if (number === undefined) throw new BadAnswer(`the figure of "${row}" is "${figure}", which is no number`);
  return `${{ '': '', '<': 'under ', '>': 'over ' }[sign] ?? ''}${number} %`;
}
