/** Makes the reader's document from bytes, by their kind. */
import { decodeText } from '../../lib/formats/text-encoding.ts';
import { kindOf } from '../../lib/reader/file-kind.ts';
import { dateIn, parseHtml, plainDocument, structuredDocument, type ReaderDocument } from './documents.ts';
import { OpenError, type Source } from './source.ts';
import type { PdfOptions } from './open-pdf-document.ts';

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

function openHtml(html: string, { name, url }: Source): ReaderDocument {
  const parsed = parseHtml(html, url);
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
