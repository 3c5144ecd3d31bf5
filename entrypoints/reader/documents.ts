/** Makes the documents that the reader shows, each with its own element. */
import { copyStructure } from '../../lib/reader/text/copy-structure.ts';
import { paragraphsIn, titleOf } from '../../lib/reader/text/plain-text.ts';
import { articleDate } from '../../lib/page/text/article-date.ts';
import type { DocumentDate } from '../../lib/reader/document-facts.ts';
import type { PdfView } from '../../lib/reader/view/pdf-view.ts';
import type { OutlineItem } from '../../components/reader/reader-props.ts';
import { OpenError } from './source.ts';

/** A document in the page. `date`: null if none was found. `pdf`: null for texts and HTML. */
export interface ReaderDocument {
  title: string;
  /** '' for a local file. */
  url: string;
  lang: string | null;
  date: DocumentDate | null;
  /** The scrolling element in the reader's page. */
  host: HTMLElement;
  /** The element with the text only. */
  root: HTMLElement;
  pdf: { view: PdfView; outline: readonly OutlineItem[] } | null;
}

/** Facts that the source of a text states about it. */
export interface TextFacts {
  title: string;
  url: string;
  lang?: string | null;
  date?: DocumentDate | null;
}

/** The scrolling element that contains a document. */
export function createHost(): HTMLElement {
  const host = document.createElement('main');
  host.className = 'reader-scroller';
  // Focusable, so that arrow keys scroll it.
  host.tabIndex = 0;
  return host;
}

function textDocument(content: Node, { title, url, lang = null, date = null }: TextFacts, isPlain: boolean) {
  const host = createHost();
  const root = document.createElement('article');
  root.className = isPlain ? 'reader-text plain' : 'reader-text';
  if (lang) root.lang = lang;
  root.append(content);
  if ((root.textContent ?? '').trim() === '') throw new OpenError('no text');
  host.append(root);
  return { title: title || titleOf(root.textContent ?? ''), url, lang, date, host, root, pdf: null };
}

/** Parses HTML into an inert document: no scripts run and nothing is loaded. */
export function parseHtml(html: string, url: string): Document {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  if (url) {
    const base = parsed.createElement('base');
    base.href = url;
    parsed.head.prepend(base);
  }
  return parsed;
}

/** The date that a page states for its article; null if it states none. */
export const dateIn = (parsed: Document, url: string): DocumentDate | null => {
  const found = articleDate(parsed, url);
  return found && { day: found.day, source: 'page' };
};

/** The first lines of a plain text, among which its date is looked for. */
const MAX_HEAD_LINES = 20;

/** The date printed at the head of a plain text, found like the one below the title of a page. */
function dateAtHead(text: string): DocumentDate | null {
  const parsed = parseHtml('<h1>-', '');
  parsed.body.append(...text.split('\n', MAX_HEAD_LINES));
  return dateIn(parsed, '');
}

/** A document of plain text, one element a paragraph. Its date is sought at its head. */
export function plainDocument(text: string, facts: TextFacts): ReaderDocument {
  const content = document.createDocumentFragment();
  for (const paragraph of paragraphsIn(text)) {
    const element = document.createElement('p');
    element.textContent = paragraph;
    content.append(element);
  }
  return textDocument(content, { date: dateAtHead(text), ...facts }, true);
}

/** `content`: the part of `parsed` that is shown. */
export function structuredDocument(content: Node, facts: TextFacts): ReaderDocument {
  return textDocument(copyStructure(content, document), facts, false);
}
