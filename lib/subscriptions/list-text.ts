/** The bytes of a list -> its text: UTF-8, or a workbook, whose first sheet is read as a table. */
import { NotAList } from '../formats/list-format.ts';
import { isZip, MAX_WORKBOOK_BYTES, tableOfWorkbook, wholeBody } from '../formats/spreadsheet.ts';
import { CheckFailed } from './problems.ts';
import { strictUtf8 } from './strict-utf8.ts';

/** Throws CheckFailed or NotAList. */
export async function* listText(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const iterator = pieces[Symbol.asyncIterator]();
  // Goes on from the first piece; closing it closes the body.
  async function* from(first: Uint8Array): AsyncGenerator<Uint8Array> {
    try {
      yield first;
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  const first = await iterator.next();
  if (first.done) return;
  const body = from(first.value);
  if (!isZip(first.value)) {
    const decode = strictUtf8();
    for await (const piece of body) yield decode(piece);
    yield decode();
    return;
  }
  const bytes = await wholeBody(body, MAX_WORKBOOK_BYTES);
  if (!bytes) throw new CheckFailed('too_large', String(MAX_WORKBOOK_BYTES / 1024 / 1024));
  const table = tableOfWorkbook(bytes);
  const start = await table.next();
  if (start.done) throw new NotAList('empty');
  yield start.value;
  yield* table;
}
