/** Reads the text of a user's file; a workbook becomes CSV. */
import { wholeText } from '../core/whole-text.ts';
import { isZip, refuseOtherArchive, refuseOtherFile } from './file-kind.ts';
import { tableOfWorkbook } from './spreadsheet.ts';
import { decodeText, type DecodedText } from './text-encoding.ts';

/** Throws NotAList. `language`: the user's, a BCP 47 tag. */
export async function fileText(bytes: Uint8Array, language: string): Promise<DecodedText> {
  if (!isZip(bytes)) {
    refuseOtherFile(bytes);
    return decodeText(bytes, language);
  }
  refuseOtherArchive(bytes);
  const text = await wholeText(tableOfWorkbook(bytes));
  return { text, encoding: 'utf-8', isCertain: true, possible: ['utf-8'] };
}
