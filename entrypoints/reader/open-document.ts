/** Makes the reader's document from bytes, by their kind. */
import { decodeText } from '../../lib/formats/text-encoding.ts';
import { isPdfName } from '../../lib/core/site-state.ts';
import { isZip, otherArchive, otherFile } from '../../lib/formats/file-kind.ts';
import { kindOf } from '../../lib/reader/file-kind.ts';
import { dateIn, parseHtml, plainDocument, structuredDocument, type ReaderDocument } from './documents.ts';
import { OpenError, type Source } from './source.ts';
import type { PdfOptions } from './open-pdf-document.ts';

/** The files among those of `lib/formats/file-kind.ts` that are pictures. */
const PICTURES: ReadonlySet<string> = new Set(['PNG', 'JPEG', 'GIF']);
/** Characters of a web page that does nothing but ask for a password. */
const MAX_SIGN_IN_CHARS = 2000;

/** "utf-8" of "text/html; charset=utf-8". */
const charsetOf = (type: string): string => /charset="?([\w-]+)/i.exec(type)?.[1] ?? '';

async function textOf({ bytes, type }: Source, language: string): Promise<string> {
  const charset = charsetOf(type);
  if (charset) {
    try {
      return new TextDecoder(charset).decode(bytes);
    } catch {
      // Unknown label: guesses the encoding from the bytes.
    }
  }
  return (
    await decodeText(bytes, language).catch(() => {
      throw new OpenError('not a document');
    })
  ).text;
}

/** Throws `OpenError` for a picture, an archive and the like, whatever its name and type say. */
function refuseOthers(bytes: Uint8Array): void {
  const other = isZip(bytes) ? (otherArchive(bytes) ?? { problem: 'other_workbook', name: 'Excel' }) : otherFile(bytes);
  if (!other || other.name === 'PDF') return;
  if (other.problem === 'not_text') throw new OpenError('not a document');
  if (other.problem === 'archive') throw new OpenError('archive', other.name);
  throw new OpenError(PICTURES.has(other.name) ? 'picture' : 'office file', other.name);
}

/** True for a page in place of the document: of a PDF, or one that asks the user to sign in. */
function isInPlace(parsed: Document, url: string): boolean {
  const length = parsed.body.textContent.trim().length;
  return (
    isPdfName(url) ||
    length === 0 ||
    (length < MAX_SIGN_IN_CHARS && parsed.querySelector('input[type=password]') !== null)
  );
}

function openHtml(html: string, { name, url, asked }: Source): ReaderDocument {
  const parsed = parseHtml(html, url);
  if (asked && isInPlace(parsed, asked)) throw new OpenError('web page');
  return structuredDocument(parsed.body, {
    title: parsed.title.trim() || name,
    url,
    lang: parsed.documentElement.lang || null,
    date: dateIn(parsed, url),
  });
}

async function openMarkdown(text: string, { name, url }: Source): Promise<ReaderDocument> {
  const { marked } = await import('marked');
  const parsed = parseHtml(await marked.parse(text, { gfm: true }), url);
  return structuredDocument(parsed.body, {
    title: parsed.querySelector('h1')?.textContent.trim() || name,
    url,
    date: dateIn(parsed, url),
  });
}

export async function openDocument(source: Source, language: string, options: PdfOptions): Promise<ReaderDocument> {
  const kind = kindOf(source.bytes, source.name, source.type);
  if (kind !== 'pdf' || isZip(source.bytes)) refuseOthers(source.bytes);
  if (kind === null) throw new OpenError('not a document');
  if (kind === 'pdf') {
    const { openPdfDocument } = await import('./open-pdf-document.ts');
    return openPdfDocument(source, options);
  }
  const text = await textOf(source, language);
  if (kind === 'html') return openHtml(text, source);
  if (kind === 'markdown') return openMarkdown(text, source);
  return plainDocument(text, { title: source.name, url: source.url });
}
