/** Decodes the bytes of a list to text. Of a workbook, the first sheet is read as a table. */
import { joinBytes } from '../core/join-bytes.ts';
import { isCompoundFile, isZip, refuseOtherArchive, refuseOtherFile } from '../formats/file-kind.ts';
import { NotAList } from '../formats/list-format.ts';
import { MAX_WORKBOOK_BYTES, tableOfWorkbook, wholeBody } from '../formats/spreadsheet.ts';
import { utf16Of } from '../formats/text-encoding.ts';
import { CheckFailed } from './problems.ts';
import { strictText } from './strict-text.ts';

/** The number of bytes that show the kind of a file. The network may deliver fewer at a time. */
const START_BYTES = 512;

/** The first bytes, and the whole body including them. Closing the body closes `pieces`. */
async function peek(
  pieces: AsyncIterable<Uint8Array>,
): Promise<{ start: Uint8Array; body: AsyncGenerator<Uint8Array> }> {
  const iterator = pieces[Symbol.asyncIterator]();
  let start = new Uint8Array();
  while (start.length < START_BYTES) {
    const next = await iterator.next();
    if (next.done) break;
    start = joinBytes([start, next.value]);
  }
  async function* body(): AsyncGenerator<Uint8Array> {
    try {
      yield start;
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { start, body: body() };
}

/** Throws CheckFailed or NotAList. */
export async function* listText(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const { start, body } = await peek(pieces);
  if (!isZip(start) && !isCompoundFile(start)) {
    try {
      refuseOtherFile(start);
    } catch (error) {
      await body.return(undefined);
      throw error;
    }
    const decode = strictText(utf16Of(start) ?? 'utf-8');
    for await (const piece of body) yield decode(piece);
    yield decode();
    return;
  }
  const bytes = await wholeBody(body, MAX_WORKBOOK_BYTES);
  if (!bytes) throw new CheckFailed('too_large', String(MAX_WORKBOOK_BYTES / 1024 / 1024));
  if (isZip(bytes)) refuseOtherArchive(bytes);
  else refuseOtherFile(bytes);
  const table = tableOfWorkbook(bytes);
  const first = await table.next();
  if (first.done) throw new NotAList('empty');
  yield first.value;
  yield* table;
}
