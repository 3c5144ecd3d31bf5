/**
 * Recognizes files that are neither text nor a workbook by their first bytes, so that the user
 * learns what the file is and what to do, instead of seeing an encoding error.
 */
import { NotAList, type ListProblem } from './list-format.ts';
import { utf16Of } from './text-encoding.ts';

/** Bytes that are examined; an archive names its first files there. */
const EXAMINED_BYTES = 1 << 16;

/** The first bytes of each kind of file, as Latin-1. */
const BEGINNINGS: readonly (readonly [start: string, problem: ListProblem, name: string])[] = [
  ['%PDF-', 'document', 'PDF'],
  ['{\\rtf', 'document', 'RTF'],
  ['\x1f\x8b', 'archive', 'gzip'],
  ['BZh', 'archive', 'bzip2'],
  ['\xfd7zXZ\0', 'archive', 'xz'],
  ['(\xb5/\xfd', 'archive', 'zstd'],
  ['7z\xbc\xaf\x27\x1c', 'archive', '7z'],
  ['Rar!\x1a\x07', 'archive', 'rar'],
  ['PAR1', 'not_text', 'Parquet'],
  ['ARROW1', 'not_text', 'Arrow'],
  ['SQLite format 3\0', 'not_text', 'SQLite'],
  ['\x89PNG', 'document', 'PNG'],
  ['\xff\xd8\xff', 'document', 'JPEG'],
  ['GIF8', 'document', 'GIF'],
];
/** The container of Office files before 2007 and of password-protected workbooks. */
const COMPOUND_FILE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
/** The container's stream names are UTF-16. */
const wide = (text: string): string => text.replace(/./g, '$&\0');
const COMPOUND_KINDS: readonly (readonly [stream: string, problem: ListProblem, name: string])[] = [
  ['EncryptedPackage', 'locked_workbook', ''],
  ['WordDocument', 'document', 'Word'],
  ['PowerPoint Document', 'document', 'PowerPoint'],
];
/** Kinds of zip archives by the files in them. */
const ZIP_KINDS: readonly (readonly [file: RegExp, problem: ListProblem, name: string])[] = [
  [/xl\/workbook\.bin/, 'other_workbook', 'xlsb'],
  [/application\/vnd\.oasis\.opendocument\.spreadsheet/, 'other_workbook', 'ods'],
  [/Index\/Document\.iwa/, 'other_workbook', 'numbers'],
  [/word\/document\.xml|application\/vnd\.oasis\.opendocument\.text/, 'document', 'Word'],
  [/ppt\/(?:presentation\.xml|slides\/)/, 'document', 'PowerPoint'],
];
/** The first file of a workbook is one of these. */
const WORKBOOK = /\[Content_Types\]\.xml|_rels\/|docProps\/|xl\//;

/**
 * Decodes bytes to characters one by one. `TextDecoder` cannot: its Latin-1 is Windows-1252
 * (https://encoding.spec.whatwg.org/#names-and-labels).
 */
function latinText(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}
/** True for the container of old Office files (.xls), which we do not read. */
export const isCompoundFile = (bytes: Uint8Array): boolean => latinText(bytes.subarray(0, 8)) === COMPOUND_FILE;

/** True for a zip archive; workbooks are zip archives. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;

/** What a file is that is no text. */
export interface OtherFile {
  problem: ListProblem;
  /** '' if unknown. */
  name: string;
}
type Kind = readonly [sign: unknown, problem: ListProblem, name: string];
const otherOf = (kind: Kind | undefined): OtherFile | null => (kind ? { problem: kind[1], name: kind[2] } : null);

function compoundFile(bytes: Uint8Array): OtherFile {
  // Stream names may be anywhere in the file.
  const text = latinText(bytes);
  return (
    otherOf(COMPOUND_KINDS.find(([stream]) => text.includes(wide(stream)))) ?? {
      problem: 'other_workbook',
      name: 'xls',
    }
  );
}

/** An archive that is not an Excel workbook; null for one. `bytes`: the file or its start. */
export function otherArchive(bytes: Uint8Array): OtherFile | null {
  const text = latinText(bytes.subarray(0, EXAMINED_BYTES)) + latinText(bytes.subarray(-EXAMINED_BYTES));
  const found = otherOf(ZIP_KINDS.find(([file]) => file.test(text)));
  return found ?? (!WORKBOOK.test(text) && bytes.length > 30 ? { problem: 'archive', name: 'zip' } : null);
}

/** A file that is neither text nor a zip archive, else null. `bytes`: the file or its start. */
export function otherFile(bytes: Uint8Array): OtherFile | null {
  if (isCompoundFile(bytes)) return compoundFile(bytes);
  const looked = bytes.subarray(0, EXAMINED_BYTES);
  const start = latinText(looked);
  const found = otherOf(BEGINNINGS.find(([beginning]) => start.startsWith(beginning)));
  return found ?? (looked.includes(0) && utf16Of(looked) === null ? { problem: 'not_text', name: '' } : null);
}

const refuse = (other: OtherFile | null): void => {
  if (other) throw new NotAList(other.problem, other.name);
};
/** Throws NotAList for an archive that is not an Excel workbook. */
export const refuseOtherArchive = (bytes: Uint8Array): void => refuse(otherArchive(bytes));
/** Throws NotAList for a file that is neither text nor an archive. */
export const refuseOtherFile = (bytes: Uint8Array): void => refuse(otherFile(bytes));
