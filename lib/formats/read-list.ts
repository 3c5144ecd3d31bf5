/** Finds the format of a list by its first characters and columns, and the reader for it. */
import { tableSample } from './column-mapping.ts';
import type { Mapping, TableSample } from './mapping-model.ts';
import { firstLines, headerIn, type IsHeader } from './csv-rows.ts';
import { isOpenSanctions, readOpenSanctions } from './opensanctions.ts';
import { NotAList, type FormatName, type ListReader } from './list-format.ts';
import { isJsonRows, readJsonRows } from './json-rows.ts';
import { isTableHeader, readPlainCsv } from './plain-csv.ts';
import { isPlainNames, readPlainNames } from './plain-names.ts';
import { isEuCsv, readEuCsv } from './publishers/eu-csv.ts';
import { isEuXml, readEuXml } from './publishers/eu-xml.ts';
import { isOfacAdvancedXml, readOfacAdvancedXml } from './publishers/ofac-advanced-xml.ts';
import { isOfacCsv, isOfacPart, readOfacCsv } from './publishers/ofac-csv.ts';
import { isOfacXml, readOfacXml } from './publishers/ofac-xml.ts';
import { isFtmJson, readFtmJson } from './publishers/opensanctions-json.ts';
import { isUkCsv, readUkCsv } from './publishers/uk-csv.ts';
import { isUnXml, readUnXml } from './publishers/un-xml.ts';
import { isScreeningList, readScreeningList } from './screening-list.ts';
import { tableColumns } from './table-columns.ts';
import { readTradegloss } from './tradegloss-json.ts';
import { rootOf } from './xml-records.ts';

const READERS: Record<FormatName, ListReader> = {
  tradegloss: readTradegloss,
  csv: readPlainCsv,
  names: readPlainNames,
  'json-rows': readJsonRows,
  opensanctions: readOpenSanctions,
  'opensanctions-json': readFtmJson,
  'screening-list': readScreeningList,
  'ofac-csv': readOfacCsv,
  'ofac-xml': readOfacXml,
  'ofac-advanced-xml': readOfacAdvancedXml,
  'eu-csv': readEuCsv,
  'eu-xml': readEuXml,
  'uk-csv': readUkCsv,
  'un-xml': readUnXml,
};

/** The reader of a known format. */
export const readerOf = (format: FormatName): ListReader => READERS[format];

/** Tables of publishers, recognized by their columns; any other table is a plain one. */
const TABLES: readonly (readonly [FormatName, (columns: readonly string[]) => boolean])[] = [
  ['opensanctions', isOpenSanctions],
  ['screening-list', isScreeningList],
  ['eu-csv', isEuCsv],
  ['uk-csv', isUkCsv],
];
const XML: readonly (readonly [FormatName, (root: { name: string; tag: string }) => boolean])[] = [
  ['ofac-xml', isOfacXml],
  ['ofac-advanced-xml', isOfacAdvancedXml],
  ['eu-xml', isEuXml],
  ['un-xml', isUnXml],
];
const HTML = /^(?:html|head|body|div|p|script|meta|title|style|link)$/i;

function xmlFormatOf(text: string): FormatName {
  if (/^<!doctype\s+html/i.test(text)) throw new NotAList('html');
  const root = rootOf(text);
  if (!root) throw new NotAList('bad_xml', 'line 1');
  if (HTML.test(root.name)) throw new NotAList('html');
  const [format] = XML.find(([, fits]) => fits(root)) ?? [];
  if (format === undefined) throw new NotAList('unknown_xml', root.name.slice(0, 80));
  return format;
}

const isAnyHeader: IsHeader = (columns, isFirst) =>
  TABLES.some(([, fits]) => fits(columns)) || isTableHeader(columns, isFirst);

function tableFormatOf(text: string): FormatName {
  const lines = firstLines(text);
  const { columns } = headerIn(lines, isAnyHeader);
  const [format] = TABLES.find(([, fits]) => fits(columns)) ?? [];
  if (format !== undefined) return format;
  const [first = []] = lines;
  if (isOfacCsv(first)) return 'ofac-csv';
  if (isOfacPart(first)) throw new NotAList('part_of_list', 'SDN.CSV');
  if (tableColumns(columns)) return 'csv';
  if (isPlainNames(text)) return 'names';
  // A single line is not a table: there is no column for the user to choose.
  if (lines.length === 1) throw new NotAList('not_list', `“${first.join(', ').slice(0, 80)}”`);
  const unknown = new NotAList('no_columns', columns.slice(0, 8).join(', ').slice(0, 200));
  unknown.table = tableSample(text, isAnyHeader);
  throw unknown;
}

/** The columns of a plain table for the user to correct. */
export const sampleOf = (start: string, mapping?: Mapping): TableSample =>
  tableSample(start.replace(/^\ufeff/, '').trimStart(), isTableHeader, mapping);

/** Git LFS: the repository returned a pointer instead of the file. */
const LFS_POINTER = /^version https:\/\/git-lfs\.github\.com\/spec\//;

/** The format of a document. `start`: its first 4,000 characters, or all of it. Throws NotAList. */
export function formatOf(start: string): FormatName {
  const text = start.replace(/^\ufeff/, '').trimStart();
  if (text === '') throw new NotAList('empty');
  if (LFS_POINTER.test(text)) throw new NotAList('pointer');
  if (text.startsWith('<')) return xmlFormatOf(text);
  if (isFtmJson(text)) return 'opensanctions-json';
  if (isJsonRows(text)) return 'json-rows';
  if (/^[{[]/.test(text)) return 'tradegloss';
  return tableFormatOf(text);
}
