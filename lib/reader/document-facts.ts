/** The date of a document and its source. */

export interface DocumentDate {
  /** `YYYY-MM-DD`. */
  day: string;
  /** From the page, from the file's metadata, or set by the user. */
  source: 'page' | 'file' | 'user';
}

/** The day of a PDF date, "D:20251109153000+08'00'", in its own time zone; null if invalid. */
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

/** The page number in an address: `#page=3`. */
export function pageOfAddress(url: string): number | null {
  const page = Number(new URLSearchParams(new URL(url).hash.slice(1)).get('page') ?? NaN);
  return Number.isInteger(page) && page >= 1 ? page : null;
}
