/** The source of the reader's document, in the hash of the reader's address. */
import { fileUrl } from './pages.ts';

/** The document that the reader shows; it is part of the reader's address. */
export type ReaderSource =
  | { from: 'address'; url: string }
  /** The page in a tab, as an article. */
  | { from: 'tab'; tab: number };

/** The hash of the reader's address, which `readerSource` reads. */
export function hashOfSource(source: ReaderSource): string {
  const fields = source.from === 'address' ? { url: source.url } : { tab: String(source.tab) };
  return `#${new URLSearchParams(fields)}`;
}

/** `source`: null if the reader asks for a file. */
export const readerUrl = (source: ReaderSource | null): string =>
  fileUrl(`/reader.html${source ? hashOfSource(source) : ''}`);

/** Null if the hash has no source or an address of another scheme. */
export function readerSource(hash: string): ReaderSource | null {
  const fields = new URLSearchParams(hash.replace(/^#/, ''));
  const url = fields.get('url');
  if (url && URL.canParse(url) && /^(?:https?|file):$/.test(new URL(url).protocol)) return { from: 'address', url };
  const tab = Number(fields.get('tab') ?? NaN);
  return Number.isInteger(tab) && tab >= 0 ? { from: 'tab', tab } : null;
}
