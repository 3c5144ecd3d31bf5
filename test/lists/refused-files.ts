/**
 * Files that users have but that are no lists, or not in this form: the reason of the refusal, and
 * what the user does then. `next` are the bytes of the file after that, which are read.
 */
import { deflateRawSync, gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import JSZip from 'jszip';
import { writeXlsx } from 'hucre/xlsx';
import type { ListProblem } from '../../lib/formats/list-format.ts';
import type { Mapping } from '../../lib/formats/mapping-model.ts';
import type { ProblemCode } from '../../lib/subscriptions/problems.ts';

export interface RefusedFile {
  name: string;
  /** The content type that servers state. */
  type: string;
  bytes: Uint8Array;
  /** The reason why the user cannot subscribe to it, or null if it is read. */
  code: ProblemCode | null;
  /** The reason why it cannot be imported as own terms, or null if it is read or shown first. */
  asTerms: ListProblem | null;
  /** What our message tells the user to do. */
  remedy: string;
  next: { type: string; bytes: Uint8Array; mapping?: Mapping };
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
const utf16 = (text: string): Uint8Array => iconv.encode(text, 'utf16-le', { addBOM: true });

/** The names in each of the lists, in whatever format. */
export const NAMES = ['Vesta Metals Trading', 'Überlingen Optik'] as const;
const TABLE = `name,country\n${NAMES[0]},Germany\n${NAMES[1]},China\n`;
const CSV = { type: 'text/csv', bytes: utf8(TABLE) };

const zipped = async (files: Record<string, string>): Promise<Uint8Array> => {
  const zip = new JSZip();
  for (const [name, text] of Object.entries(files))
    // As in OpenDocument, so that the type of the file is at its start.
    zip.file(name, text, { compression: name === 'mimetype' ? 'STORE' : 'DEFLATE' });
  return zip.generateAsync({ type: 'uint8array' });
};
/** The first sector of a Microsoft compound file, with the directory of its streams. */
const compound = (stream: string): Uint8Array => {
  const bytes = new Uint8Array(4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set(iconv.encode(stream, 'utf16-le'), 1024);
  return bytes;
};

async function workbook(): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [{ name: 'List', rows: [['name', 'country'], ...NAMES.map((name) => [name, 'CN'])] }],
  });
}

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const OLD_EXCEL = 'application/vnd.ms-excel';
const BINARY = 'application/octet-stream';
const DOCX = { 'word/document.xml': '<w:document/>', '[Content_Types].xml': '<Types/>' };
const ODS = { mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' };
const LFS = 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22e\nsize 12345\n';
const RSS = '<?xml version="1.0"?><rss version="2.0"><channel><title>News</title></channel></rss>';
const SIGN_IN = '<!doctype html><title>Sign in</title><form><input name="user"></form>';
const OURS = JSON.stringify({
  format: 'tradegloss-list/1',
  id: 'desk',
  title: 'Desk',
  publisher: 'Desk',
  licence: 'CC0-1.0',
  version: 1,
  updated: '2026-12-01',
  expires: 24,
  topics: [],
  countries: [],
  controls: [],
  acts: [],
  entries: NAMES.map((name, k) => ({
    id: `company/desk-${k}`,
    kind: 'company',
    name,
    names: { en: [name] },
    what: { text: name, src: ['desk'] },
    sources: { desk: { url: 'https://desk.example/', publisher: 'Desk', class: 'other' } },
  })),
});
const JSON_TYPE = 'application/json';

export async function refusedFiles(): Promise<RefusedFile[]> {
  const xlsx = await workbook();
  const downloaded = 'takes the file that the page links to';
  const asked = 'takes the publisher’s table instead';
  const both = (code: ListProblem) => ({ code, asTerms: code });
  return [
    { name: 'sign-in page', type: 'text/html', bytes: utf8(SIGN_IN), ...both('html'), remedy: downloaded, next: CSV },
    {
      name: 'web page, told as CSV',
      type: 'text/csv',
      bytes: utf8(SIGN_IN),
      ...both('html'),
      remedy: downloaded,
      next: CSV,
    },
    {
      name: 'XML of another kind',
      type: 'application/xml',
      bytes: utf8('<?xml version="1.0"?><parties><party/></parties>'),
      ...both('unknown_xml'),
      remedy: asked,
      next: CSV,
    },
    {
      name: 'RSS feed',
      type: 'application/rss+xml',
      bytes: utf8(RSS),
      ...both('unknown_xml'),
      remedy: asked,
      next: CSV,
    },
    {
      name: 'broken XML',
      type: 'text/xml',
      bytes: utf8('<?xml version="1.0"'),
      ...both('bad_xml'),
      remedy: asked,
      next: CSV,
    },
    {
      name: 'PDF',
      type: 'application/pdf',
      bytes: latin('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'),
      code: 'type',
      asTerms: 'document',
      remedy: 'puts the names into a text file, one per line',
      next: { type: 'text/plain', bytes: utf8(`${NAMES.join('\n')}\n`) },
    },
    {
      name: 'PDF, told as a file',
      type: BINARY,
      bytes: latin('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'),
      ...both('document'),
      remedy: 'puts the names into a text file, one per line',
      next: { type: 'text/plain', bytes: utf8(`${NAMES.join('\n')}\n`) },
    },
    {
      name: 'docx',
      type: BINARY,
      bytes: await zipped(DOCX),
      ...both('document'),
      remedy: 'puts the names into a text file, one per line',
      next: { type: 'text/plain', bytes: utf8(`${NAMES.join('\n')}\n`) },
    },
    {
      name: 'picture',
      type: BINARY,
      bytes: latin('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'),
      ...both('document'),
      remedy: asked,
      next: CSV,
    },
    {
      name: 'zip with a CSV in it',
      type: 'application/zip',
      bytes: await zipped({ 'names.csv': TABLE.repeat(20) }),
      ...both('archive'),
      remedy: 'unpacks it, and takes the table in it',
      next: CSV,
    },
    {
      name: 'csv.gz',
      type: BINARY,
      bytes: gzipSync(TABLE),
      ...both('archive'),
      remedy: 'unpacks it, and takes the table in it',
      next: CSV,
    },
    {
      name: 'xls of Excel 97',
      type: OLD_EXCEL,
      bytes: compound('Workbook'),
      ...both('other_workbook'),
      remedy: 'saves it as xlsx',
      next: { type: XLSX_TYPE, bytes: xlsx },
    },
    {
      name: 'ods of LibreOffice',
      type: BINARY,
      bytes: await zipped(ODS),
      ...both('other_workbook'),
      remedy: 'saves it as xlsx',
      next: { type: XLSX_TYPE, bytes: xlsx },
    },
    {
      name: 'xlsx with a password',
      type: XLSX_TYPE,
      bytes: compound('EncryptedPackage'),
      ...both('locked_workbook'),
      remedy: 'saves it without a password',
      next: { type: XLSX_TYPE, bytes: xlsx },
    },
    {
      name: 'xlsx cut off',
      type: XLSX_TYPE,
      bytes: xlsx.subarray(0, xlsx.length / 2),
      ...both('bad_workbook'),
      remedy: 'saves it again',
      next: { type: XLSX_TYPE, bytes: xlsx },
    },
    { name: 'empty file', type: 'text/csv', bytes: new Uint8Array(), ...both('empty'), remedy: asked, next: CSV },
    {
      name: 'binary file',
      type: BINARY,
      bytes: deflateRawSync(utf8(TABLE.repeat(50))).map((byte, k) => (k % 7 === 0 ? 0 : byte)),
      ...both('not_text'),
      remedy: 'saves the table as “CSV UTF-8”',
      next: CSV,
    },
    {
      name: 'Parquet',
      type: BINARY,
      bytes: latin('PAR1\x15\x04\x15\x10'),
      ...both('not_text'),
      remedy: 'saves the table as “CSV UTF-8”',
      next: CSV,
    },
    {
      name: 'CSV of Excel in Windows-1252',
      type: 'text/csv',
      bytes: iconv.encode(TABLE, 'windows-1252'),
      code: 'encoding',
      asTerms: null,
      remedy: 'saves it as “CSV UTF-8”; in own terms, sees a sample and says yes',
      next: CSV,
    },
    {
      name: 'CSV in GB18030',
      type: 'text/csv',
      bytes: iconv.encode(`名称,国家\n华为技术,中国\n中芯国际,中国\n`, 'gb18030'),
      code: 'encoding',
      asTerms: null,
      remedy: 'saves it as “CSV UTF-8”; in own terms, sees a sample and says yes',
      next: CSV,
    },
    {
      name: '“Unicode text” of Excel (UTF-16)',
      type: 'text/plain',
      bytes: utf16(TABLE.replaceAll(',', '\t')),
      code: null,
      asTerms: null,
      remedy: 'nothing: it is read',
      next: CSV,
    },
    {
      name: 'our JSON cut off',
      type: JSON_TYPE,
      bytes: utf8(OURS.slice(0, -200)),
      ...both('cut_off'),
      remedy: 'tries again',
      next: { type: JSON_TYPE, bytes: utf8(OURS) },
    },
    {
      name: 'our JSON with a slip',
      type: JSON_TYPE,
      bytes: utf8(OURS.replace('"title"', 'title')),
      ...both('not_json'),
      remedy: 'has the publisher correct it',
      next: { type: JSON_TYPE, bytes: utf8(OURS) },
    },
    {
      name: 'our JSON of a later form',
      type: JSON_TYPE,
      bytes: utf8(OURS.replace('tradegloss-list/1', 'tradegloss-list/9')),
      ...both('newer_format'),
      remedy: 'updates the extension, or takes the list of today',
      next: { type: JSON_TYPE, bytes: utf8(OURS) },
    },
    {
      name: 'JSON of another kind',
      type: JSON_TYPE,
      bytes: utf8('{"error":"rate limit exceeded"}'),
      ...both('not_list'),
      remedy: asked,
      next: CSV,
    },
    {
      name: 'JSON lines of another kind',
      type: 'application/x-ndjson',
      bytes: utf8('{"a":1}\n{"a":2}\n'),
      ...both('not_list'),
      remedy: asked,
      next: CSV,
    },
    {
      name: 'pointer of Git LFS',
      type: 'text/plain',
      bytes: utf8(LFS),
      ...both('pointer'),
      remedy: 'takes the address of the download button',
      next: CSV,
    },
    {
      name: 'word of a server, told as a file',
      type: 'text/plain',
      bytes: utf8('404: Not Found'),
      ...both('not_list'),
      remedy: asked,
      next: CSV,
    },
    {
      name: 'CSV cut off',
      type: 'text/csv',
      bytes: utf8(TABLE.replace('Vesta', '"Vesta')),
      ...both('cut_off'),
      remedy: 'tries again',
      next: CSV,
    },
    {
      name: 'table without names',
      type: 'text/csv',
      bytes: utf8('colour,size\nred,1\nblue,2\n'),
      code: 'no_columns',
      asTerms: null,
      remedy: 'says which column holds the names',
      next: {
        type: 'text/csv',
        bytes: utf8(TABLE.replace('name', 'bedrift')),
        mapping: { hasHeader: true, roles: { bedrift: 'name', country: 'country' } },
      },
    },
    {
      name: 'table whose names are empty',
      type: 'text/csv',
      bytes: utf8('name,country\n,CN\n,DE\n'),
      code: 'no_entries',
      asTerms: null,
      remedy: asked,
      next: CSV,
    },
    {
      name: 'aliases of OFAC’s list alone',
      type: 'text/csv',
      bytes: utf8('36,12,"aka","AERO-CARIBBEAN",-0- \n173,57,"fka","AVIA IMPORT",-0- \n'),
      ...both('part_of_list'),
      remedy: 'subscribes to SDN.CSV',
      next: {
        type: 'text/csv',
        bytes: utf8(
          NAMES.map((name, k) => `${k + 1},"${name}",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n`).join(''),
        ),
      },
    },
  ];
}
