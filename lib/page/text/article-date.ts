/**
 * Finds the date of an article in its page: JSON-LD, `article:published_time`, microdata, `<time>`,
 * the address, the text below the title, in this order of trust. The day is taken in the date's own
 * time zone: "2025-07-18T23:30:00-04:00" is 18 July everywhere.
 */
import { attributeOf, firstChildOf, firstElements, matches, nextSiblingOf, queryFirst } from '../dom/safe-dom.ts';
import { calendarDay, dayInText } from './date-in-text.ts';
import { inSteps } from './steps.ts';
import { textBelowTitle } from './text-below-title.ts';

type DateSource = 'user' | 'json-ld' | 'meta' | 'microdata' | 'time' | 'url' | 'text';
export interface ArticleDate {
  /** `YYYY-MM-DD`. */
  day: string;
  source: DateSource;
}

const ISO = /^\s*(\d{4})-(\d{2})-(\d{2})(?:$|[T\s])/;
const ARTICLE =
  /(?:Article|NewsArticle|Report|BlogPosting|LiveBlogPosting|ReportageNewsArticle|AnalysisNewsArticle|WebPage)$/;

/** The calendar day at the start of a date text, or null. */
function dayOf(text: unknown): string | null {
  const match = typeof text === 'string' ? ISO.exec(text) : null;
  return match && calendarDay(match[1], match[2], match[3]);
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The `datePublished` of the first article in a JSON-LD value, also in arrays and `@graph`. */
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

/** Elements of one name that are examined. */
const MAX_ELEMENTS = 1_000;
const MAX_JSON_LD_SCRIPTS = 50;
/**
 * UTF-16 units of all JSON-LD scripts together. A live blog with all its posts has a few hundred
 * thousand.
 */
const MAX_JSON_LD_LENGTH = 1_000_000;
const MAX_TEXT_NODES = 100;
const MAX_DATE_CHARS = 60;

/**
 * The length of an element's text, without copying it; Infinity if there are too many text nodes.
 */
function lengthOf(element: Element): number {
  let length = 0;
  let count = 0;
  for (let node = firstChildOf(element); node; node = nextSiblingOf(node) as ChildNode | null) {
    if (++count > MAX_TEXT_NODES) return Infinity;
    length += (node as Partial<Text>).length ?? 0;
  }
  return length;
}

/** The days of parsed JSON-LD scripts, because the date is searched after each change of a page. */
const readScripts = new WeakMap<Element, { text: string; day: string | null }>();

function dayOfScript(script: Element): string | null {
  const text = script.textContent ?? '';
  const before = readScripts.get(script);
  if (before?.text === text) return before.day;
  let day: string | null = null;
  try {
    day = publishedIn(JSON.parse(text));
  } catch {
    // Broken JSON-LD is common; the next source of the date is tried.
  }
  readScripts.set(script, { text, day });
  return day;
}

function* fromJsonLd(document: Document): Generator<void, string | null> {
  let count = 0;
  let length = 0;
  for (const script of firstElements(document, 'script', MAX_ELEMENTS)) {
    if (attributeOf(script, 'type')?.toLowerCase() !== 'application/ld+json') continue;
    if (++count > MAX_JSON_LD_SCRIPTS) return null;
    const own = lengthOf(script);
    if (length + own > MAX_JSON_LD_LENGTH) continue;
    length += own;
    const day = dayOfScript(script);
    if (day) return day;
    yield;
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

function* fromMeta(document: Document): Generator<void, string | null> {
  const contents = new Map<string, string | null>();
  yield* inSteps(firstElements(document, 'meta', MAX_ELEMENTS), (meta) => {
    for (const attribute of META_KEYS) {
      const key = `${attribute}=${attributeOf(meta, attribute)?.toLowerCase()}`;
      if (!contents.has(key)) contents.set(key, attributeOf(meta, 'content'));
    }
  });
  for (const name of METAS) {
    for (const attribute of META_KEYS) {
      const day = dayOf(contents.get(`${attribute}=${name.toLowerCase()}`));
      if (day) return day;
    }
  }
  return null;
}

/** Any element can have the date of an article, as a value or as its text. */
function* fromMicrodata(document: Document): Generator<void, string | null> {
  const marked = queryFirst(document, '[itemprop~="datePublished"]');
  yield;
  if (!marked) return null;
  return dayOf(attributeOf(marked, 'content') ?? attributeOf(marked, 'datetime')) ?? dayInText(shortTextOf(marked));
}

/** The text of an element, if it is short enough for a date. */
const shortTextOf = (element: Element): string =>
  lengthOf(element) > MAX_DATE_CHARS ? '' : (element.textContent ?? '');

/** The most reliable first. */
const TIMES = [
  'time[itemprop="datePublished"]',
  'time[pubdate]',
  'article time[datetime]',
  'main time[datetime]',
  'time[datetime]',
];

function* fromTime(document: Document): Generator<void, string | null> {
  const times = firstElements(document, 'time', MAX_ELEMENTS);
  for (const selector of TIMES) {
    const marked = times.find((time) => matches(time, selector));
    if (marked) return dayOf(attributeOf(marked, 'datetime') ?? attributeOf(marked, 'content'));
    yield;
  }
  return null;
}

function dayInAddress(url: string): string | null {
  const path = url.replace(/^[a-z-]+:\/\/[^/]*/i, '').replace(/[?#].*/, '');
  const match = /(?:^|[/_-])((?:19|20)\d{2})[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?:$|\D)/.exec(path);
  return match ? dayOf(`${match[1]}-${match[2]}-${match[3]}`) : null;
}

/**
 * The page of a copy, for phones or in an archive, has the address of the original as canonical
 * link.
 */
function* fromUrl(document: Document, url: string): Generator<void, string | null> {
  yield;
  const own = dayInAddress(url);
  const canonical = own ? null : queryFirst(document, 'link[rel~="canonical"][href]');
  return own ?? (canonical && dayInAddress(attributeOf(canonical, 'href') ?? ''));
}

/** The year of an address, for a dateline. */
const YEAR_IN_PATH = /\/((?:19|20)\d\d)(?!\d{5})/;

function* fromText(document: Document, url: string): Generator<void, string | null> {
  const text = textBelowTitle(document);
  yield;
  return dayInText(text, YEAR_IN_PATH.exec(url)?.[1]);
}

/** Finds the article's date, in steps; null if the page states none. Never throws. */
export function* findArticleDate(document: Document, url: string): Generator<void, ArticleDate | null> {
  const sources: [DateSource, () => Generator<void, string | null>][] = [
    ['json-ld', () => fromJsonLd(document)],
    ['meta', () => fromMeta(document)],
    ['microdata', () => fromMicrodata(document)],
    ['time', () => fromTime(document)],
    ['url', () => fromUrl(document, url)],
    ['text', () => fromText(document, url)],
  ];
  for (const [source, read] of sources) {
    try {
      const day = yield* read();
      if (day) return { day, source };
    } catch {
      // A page can break any DOM call on its own document; the next source is tried.
    }
    yield;
  }
  return null;
}

/** The same without steps. */
export function articleDate(document: Document, url: string): ArticleDate | null {
  const work = findArticleDate(document, url);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
