/** Any of the formats -> records. The first characters and the columns tell which it is. */
import { columnsOf } from './csv-rows.ts';
import { isOpenSanctions, readOpenSanctions } from './opensanctions.ts';
import { NotAList, type FormatName, type ListReader } from './list-format.ts';
import { isTableHeader, readPlainCsv } from './plain-csv.ts';
import { isScreeningList, readScreeningList } from './screening-list.ts';
import { tableColumns } from './table-columns.ts';
import { readTradegloss } from './tradegloss-json.ts';

const READERS: Record<FormatName, ListReader> = {
  tradegloss: readTradegloss,
  csv: readPlainCsv,
  opensanctions: readOpenSanctions,
  'screening-list': readScreeningList,
};

export const readerOf = (format: FormatName): ListReader => READERS[format];

/**
 * The format by how a document begins; `start` holds 4,000 characters of it, or all. Throws
 * NotAList.
 */
export function formatOf(start: string): FormatName {
  const text = start.replace(/^\ufeff/, '').trimStart();
  if (text === '') throw new NotAList('empty');
  if (/^<(?:!doctype|html|\?xml|head|body|!--)/i.test(text)) throw new NotAList('html');
  if (/^[{[]/.test(text)) return 'tradegloss';
  const columns = columnsOf(text, isTableHeader);
  if (isOpenSanctions(columns)) return 'opensanctions';
  if (isScreeningList(columns)) return 'screening-list';
  if (tableColumns(columns)) return 'csv';
  throw new NotAList('no_columns', columns.slice(0, 8).join(', ').slice(0, 200));
}
