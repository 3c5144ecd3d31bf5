/** The date that a document gives of itself. */

export interface DocumentDate {
  /** `YYYY-MM-DD`. */
  day: string;
  /** From the page, from the file's own note of when it was made, or set by the user. */
  source: 'page' | 'file' | 'user';
}

/** "D:20251109153000+08'00'" of a PDF; the day as written, in its own offset. Null for nonsense. */
export function dayOfPdfDate(text: unknown): string | null {
  const match = typeof text === 'string' ? /^\s*(?:D:)?(\d{4})(\d{2})(\d{2})/.exec(text) : null;
  if (!match) return null;
  const day = `${match[1]}-${match[2]}-${match[3]}`;
  const date = new Date(`${day}T00:00:00Z`);
  const isReal = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
  return isReal && Number(match[1]) >= 1990 && Number(match[1]) <= 2100 ? day : null;
}

/** The name of a file at the end of an address. */
export function nameOfAddress(url: string): string {
  const last = new URL(url).pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** The page to which an address leads, as `#page=3` in links of the reader's own export. */
export function pageOfAddress(url: string): number | null {
  const page = Number(new URLSearchParams(new URL(url).hash.slice(1)).get('page') ?? NaN);
  return Number.isInteger(page) && page >= 1 ? page : null;
}
