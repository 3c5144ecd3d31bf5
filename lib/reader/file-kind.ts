/** The kind of a document, by its content where that tells it, else by its type and its name. */

export type FileKind = 'pdf' | 'html' | 'markdown' | 'text';

/** PDF readers take the header within the first kilobyte (ISO 32000-2, Annex I). */
const HEADER_BYTES = 1024;

function startsAsPdf(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, HEADER_BYTES));
  return head.includes('%PDF-');
}

/** Null for what is no text: a picture, an archive. `type`: as a server states it, or ''. */
export function kindOf(bytes: Uint8Array, name: string, type: string): FileKind | null {
  if (startsAsPdf(bytes)) return 'pdf';
  const media = type.split(';')[0]?.trim().toLowerCase() ?? '';
  // A file that is called a PDF and is none is a broken one, which PDF.js tells best.
  if (media === 'application/pdf' || (media === '' && /\.pdf$/i.test(name))) return 'pdf';
  if (/html/.test(media) || /\.x?html?$/i.test(name)) return 'html';
  if (/markdown/.test(media) || /\.(?:md|markdown)$/i.test(name)) return 'markdown';
  if (media.startsWith('text/') || /\.(?:txt|text|csv|log)$/i.test(name)) return 'text';
  return media === '' && !bytes.subarray(0, HEADER_BYTES).includes(0) ? 'text' : null;
}
