/** Finds the kind of a document by its content, or else by its type and name. */

export type FileKind = 'pdf' | 'html' | 'markdown' | 'text';

/** Bytes in which a PDF's header may be (ISO 32000-2, Annex I). */
const HEADER_BYTES = 1024;

/** Types of downloads, which do not say what the file is. */
const NO_TYPE = /^(?:application|binary)\/(?:octet-stream|(?:x-|force-)?download)$/;

function startsAsPdf(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, HEADER_BYTES));
  return head.includes('%PDF-');
}

/** Null for files that are not text, such as pictures and archives. `type`: the server's, or ''. */
export function kindOf(bytes: Uint8Array, name: string, type: string): FileKind | null {
  if (startsAsPdf(bytes)) return 'pdf';
  const stated = type.split(';')[0]?.trim().toLowerCase() ?? '';
  const media = NO_TYPE.test(stated) ? '' : stated;
  // A file that is called a PDF but has no header is left to PDF.js, which reports the error.
  if (media === 'application/pdf' || (media === '' && /\.pdf$/i.test(name))) return 'pdf';
  if (/html/.test(media) || /\.x?html?$/i.test(name)) return 'html';
  if (/markdown/.test(media) || /\.(?:md|markdown)$/i.test(name)) return 'markdown';
  if (media.startsWith('text/') || /\.(?:txt|text|csv|log)$/i.test(name)) return 'text';
  return media === '' && !bytes.subarray(0, HEADER_BYTES).includes(0) ? 'text' : null;
}
