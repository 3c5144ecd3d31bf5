/**
 * The day an article is of, as its page states it: JSON-LD, `article:published_time`, `<time>`, the
 * address, in that order of trust. The day is taken as printed, in its own offset: an article of
 * "2025-07-18T23:30:00-04:00" is of 18 July wherever it is read. Unknown stays unknown.
 */
import { queryAll } from '../dom/safe-dom.ts';

type DateSource = 'json-ld' | 'meta' | 'time' | 'url';
export interface ArticleDate {
  /** `YYYY-MM-DD`. */
  day: string;
  source: DateSource;
}

const ISO = /^\s*(\d{4})-(\d{2})-(\d{2})(?:$|[T\s])/;
const ARTICLE =
  /(?:Article|NewsArticle|Report|BlogPosting|LiveBlogPosting|ReportageNewsArticle|AnalysisNewsArticle|WebPage)$/;

/** A real calendar day out of the start of a date text, or null. */
function dayOf(text: unknown): string | null {
  const match = typeof text === 'string' ? ISO.exec(text) : null;
  if (!match) return null;
  const [, year = '', month = '', day = ''] = match;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const real = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return real && Number(year) >= 1900 && Number(year) <= 2100 ? `${year}-${month}-${day}` : null;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** `datePublished` of the first article in a JSON-LD value; arrays and `@graph` are looked through, to a depth. */
function publishedIn(value: unknown, depth = 0): string | null {
  if (depth > 4 || !isRecord(value)) return null;
  if (Array.isArray(value)) {
    for (const item of value.slice(0, 100)) {
      const day = publishedIn(item, depth + 1);
      if (day) return day;
    }
    return null;
  }
  const types = [value['@type']].flat();
  const day = types.some((type) => typeof type === 'string' && ARTICLE.test(type))
    ? dayOf(value['datePublished'])
    : null;
  return day ?? publishedIn(value['@graph'], depth + 1) ?? publishedIn(value['mainEntity'], depth + 1);
}

function fromJsonLd(document: Document): string | null {
  for (const script of queryAll(document, 'script[type="application/ld+json" i]')) {
    try {
      const day = publishedIn(JSON.parse(script.textContent ?? ''));
      if (day) return day;
    } catch {
      // Broken JSON-LD is common; the next source of the date is asked instead.
    }
  }
  return null;
}

const METAS = [
  'article:published_time',
  'og:article:published_time',
  'article:published',
  'datePublished',
  'pubdate',
  'publishdate',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dc.date',
  'date',
  'citation_publication_date',
];

const META_KEYS = ['property', 'name', 'itemprop'];

/** Looks through the page once: this is asked again after each change of it. */
function fromMeta(document: Document): string | null {
  const contents = new Map<string, string | null>();
  for (const meta of queryAll(document, 'meta')) {
    for (const attribute of META_KEYS) {
      const key = `${attribute}=${meta.getAttribute(attribute)?.toLowerCase()}`;
      if (!contents.has(key)) contents.set(key, meta.getAttribute('content'));
    }
  }
  for (const name of METAS) {
    for (const attribute of META_KEYS) {
      const day = dayOf(contents.get(`${attribute}=${name.toLowerCase()}`));
      if (day) return day;
    }
  }
  return null;
}

/** From the surest to the least. */
const TIMES = [
  'time[itemprop="datePublished"]',
  'time[pubdate]',
  'article time[datetime]',
  'main time[datetime]',
  'time[datetime]',
];

function fromTime(document: Document): string | null {
  for (const selector of TIMES) {
    const [marked] = queryAll(document, selector);
    if (marked) return dayOf(marked.getAttribute('datetime') ?? marked.getAttribute('content'));
  }
  return null;
}

function fromUrl(url: string): string | null {
  const path = url.replace(/^[a-z-]+:\/\/[^/]*/i, '').replace(/[?#].*$/, '');
  const match = /(?:^|[/_-])((?:19|20)\d{2})[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?:$|\D)/.exec(path);
  return match ? dayOf(`${match[1]}-${match[2]}-${match[3]}`) : null;
}

/** The article's date, or null where the page does not state one. Never throws. */
export function articleDate(document: Document, url: string): ArticleDate | null {
  const sources: [DateSource, () => string | null][] = [
    ['json-ld', () => fromJsonLd(document)],
    ['meta', () => fromMeta(document)],
    ['time', () => fromTime(document)],
    ['url', () => fromUrl(url)],
  ];
  for (const [source, read] of sources) {
    try {
      const day = read();
      if (day) return { day, source };
    } catch {
      // A page can break any DOM call for its own document; the date is then looked for elsewhere.
    }
  }
  return null;
}
