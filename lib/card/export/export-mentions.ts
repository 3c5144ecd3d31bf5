/**
 * Exports the mentions of a page: the quote in its sentence, a link to it, the entry, its status on
 * the article's date and on the user's day, the sources, and the list's version.
 */
import { guardFormulas, joinLines } from '../../core/csv-cell.ts';
import type { Translate } from '../../i18n/translate.ts';
import { RESTRAINS, type Day } from '../../knowledge/model/schema.ts';
import { restrainsWords } from '../../knowledge/wording/terms.ts';
import type { ListedMention, PageMentions } from '../../messaging/protocol.ts';
import type { CardModel } from '../model/card-model.ts';
import { citationLine, citationsOf, withRefs, type Citation } from './citations.ts';
import { autolink, escapeMarkdown, markdownLink } from './escape-markdown.ts';
import { linkToPage } from './page-link.ts';
import { linkTo } from './text-fragment.ts';

/** In the order of the menu. `short`: Markdown, one line an entry. */
export const FORMATS = ['short', 'markdown', 'xlsx', 'csv', 'json'] as const;
export type Format = (typeof FORMATS)[number];

/** `list`: title and version of the list, as the export cites it. */
export interface ExportRequest {
  page: PageMentions;
  /** The mentions to export, in reading order. */
  mentions: readonly ListedMention[];
  /** The card of an entry in the user's language; null if the base does not have it. */
  card: (entry: string) => CardModel | null;
  today: Day;
  list: string;
  t: Translate;
}

type Status = CardModel['statusNow'][number];

type Line = {
  mention: number;
  text: string;
  quote: string;
  link: string;
  page: string;
  /** Only for a document with pages. */
  page_number?: number;
  article_date: string;
  entry: string;
  entry_id: string;
  kind: string;
  /** One element a measure. */
  status_on_article_date: readonly Status[];
  status_on_day: readonly Status[];
  day: string;
  restrains: string;
  not_known: string;
  newest_source: string;
  sources: readonly Citation[];
  list: string;
};

/** A link to the words on a web page or to the page of a document; '' for a local file. */
function linkOf(url: string, { text, before, after, page }: ListedMention): string {
  if (url === '') return '';
  return page === undefined ? linkTo(url, text, before, after) : (linkToPage(url, page) ?? '');
}

function linesOf({ page, mentions, card, today, list, t }: ExportRequest): Line[] {
  return mentions.map((mention, i) => {
    const model = card(mention.entry);
    const then = model?.statusThen ?? [];
    const now = model?.statusNow ?? [];
    const behind = [...then, ...now].flatMap(({ refs }) => refs);
    return {
      mention: i + 1,
      text: mention.text,
      quote: mention.quote,
      link: linkOf(page.url, mention),
      page: page.title,
      ...(mention.page !== undefined && { page_number: mention.page }),
      article_date: page.articleDay ?? '',
      entry: model?.name ?? mention.name,
      entry_id: mention.entry,
      kind: model?.kindLabel ?? mention.kind,
      status_on_article_date: then,
      status_on_day: now,
      day: today,
      restrains: RESTRAINS.filter((act) => model?.restrains.includes(act))
        .map((act) => restrainsWords(act, { t }))
        .join(' | '),
      not_known: model?.open ?? '',
      newest_source: model?.newest ?? '',
      // Without a measure, the sources of the description.
      sources: model ? citationsOf(model, behind.length > 0 ? behind : model.what.refs, t) : [],
      list,
    };
  });
}

/** The line with measures and sources as texts, for tables. */
const flat = (line: Line) => ({
  ...line,
  status_on_article_date: line.status_on_article_date.map(({ text, refs }) => withRefs(text, refs)),
  status_on_day: line.status_on_day.map(({ text, refs }) => withRefs(text, refs)),
  sources: line.sources.map(citationLine),
});

/** Most values come from pages and lists: line breaks are removed and formulas are escaped. */
const cell = (value: string | number | string[]): string =>
  guardFormulas(joinLines(Array.isArray(value) ? value.join(' | ') : String(value), ' '));

/** The code for CSV loads only with this. */
export async function exportCsv(request: ExportRequest): Promise<string> {
  const { default: Papa } = await import('papaparse');
  const rows = linesOf(request).map((line) =>
    Object.fromEntries(Object.entries(flat(line)).map(([key, value]) => [key, cell(value)])),
  );
  return `\ufeff${Papa.unparse(rows, { newline: '\r\n' })}\r\n`;
}

/** A workbook in which every cell is text, so that an ECCN is not read as a number. */
export async function exportWorkbook(request: ExportRequest): Promise<Uint8Array<ArrayBuffer>> {
  const { writeXlsxStream } = await import('hucre/xlsx');
  const rows = linesOf(request).map((line) =>
    Object.fromEntries(
      Object.entries(flat(line)).map(([key, value]) => [
        key,
        joinLines(Array.isArray(value) ? value.join(' | ') : String(value), ' '),
      ]),
    ),
  );
  const [first = {}] = rows;
  const columns = Object.keys(first).map((key) => ({ header: key, key }));
  const file = writeXlsxStream(
    rows.map((row) => columns.map(({ key }) => row[key] ?? '')),
    { name: 'Tradegloss', columns },
  );
  return new Uint8Array(await new Response(file).arrayBuffer());
}

const json = ({ page, today, list }: ExportRequest, lines: readonly Line[]): string =>
  `${JSON.stringify({ page: page.title, url: page.url, article_date: page.articleDay, day: today, list, mentions: lines.map(flat) }, null, 2)}\n`;

const statusText = ({ text, refs }: Status): string => withRefs(escapeMarkdown(text), refs);

/** A single measure is on the line of its day; several are below it. */
function statusList(day: string, measures: readonly Status[], t: Translate): string {
  const [only, ...more] = measures;
  if (only === undefined) return '';
  if (more.length === 0) return `- ${t('status_with_amount', day, statusText(only))}`;
  return [
    `- ${t('status_with_amount', day, '').trimEnd()}`,
    ...measures.map((measure) => `  - ${statusText(measure)}`),
  ].join('\n');
}

function markdownOfEntry(lines: readonly [Line, ...Line[]], today: Day, t: Translate): string {
  const [first] = lines;
  const status = [
    statusList(t('export_then', escapeMarkdown(first.article_date)), first.status_on_article_date, t),
    statusList(t('export_now', today), first.status_on_day, t),
    first.not_known && `- ${escapeMarkdown(first.not_known)}`,
    first.newest_source && `- ${t('export_newest', escapeMarkdown(first.newest_source))}`,
  ];
  const quotes = lines.map((line) => {
    const words = line.link ? markdownLink(line.text, line.link) : escapeMarkdown(line.text);
    const place = line.page_number === undefined ? '' : `, ${t('export_on_page', line.page_number)}`;
    return `> ${escapeMarkdown(line.quote)} (${words}${place})`;
  });
  const sources = first.sources.map(({ n, text, url }) => `- [${n}] ${escapeMarkdown(text)}. ${autolink(url)}`);
  return [
    `## ${t('status_bracket', escapeMarkdown(first.entry), escapeMarkdown(first.kind))}`,
    '',
    quotes.join('\n>\n'),
    ...[status.filter(Boolean), sources].flatMap((part) => (part.length > 0 ? ['', ...part] : [])),
  ].join('\n');
}

/** Measures in the line of an entry; further ones are only counted. */
const MEASURES_IN_SHORT = 1;

/** One line an entry: the number of mentions, the state and its first source. */
function short({ page, today, list, t }: ExportRequest, lines: readonly Line[]): string {
  const told = byEntry(lines).map((some) => {
    const [first] = some;
    const now = first.status_on_day;
    const more = now.length - MEASURES_IN_SHORT;
    const stands = now.slice(0, MEASURES_IN_SHORT).map(({ text }) => escapeMarkdown(text));
    const source = first.sources.find(({ n }) => now.length === 0 || now[0]?.refs.includes(n));
    return [
      `- **${escapeMarkdown(first.entry)}** (${escapeMarkdown(first.kind)}, ${t('export_times', some.length)})`,
      [...stands, ...(more > 0 ? [t('export_more', more)] : [])].join('; ') || escapeMarkdown(first.not_known),
      source ? `${escapeMarkdown(source.text)} ${autolink(source.url)}` : '',
    ]
      .filter(Boolean)
      .join(' · ');
  });
  return `${[`# ${escapeMarkdown(page.title)}`, '', ...(page.url ? [autolink(page.url), ''] : []), t('export_now', today), '', ...told, '', escapeMarkdown(list), t('card_foot')].join('\n')}\n`;
}

function byEntry(lines: readonly Line[]): [Line, ...Line[]][] {
  const found = new Map<string, [Line, ...Line[]]>();
  for (const line of lines) {
    const others = found.get(line.entry_id);
    if (others) others.push(line);
    else found.set(line.entry_id, [line]);
  }
  return [...found.values()];
}

function markdown({ page, today, list, t }: ExportRequest, lines: readonly Line[]): string {
  const blocks = byEntry(lines).map((some) => markdownOfEntry(some, today, t));
  const head = [
    `# ${escapeMarkdown(page.title)}`,
    '',
    ...(page.url ? [autolink(page.url), ''] : []),
    page.articleDay ? t('export_article_of', escapeMarkdown(page.articleDay)) : t('article_undated'),
    '',
  ];
  return `${[...head, blocks.join('\n\n'), '', '---', escapeMarkdown(list), t('card_foot')].join('\n')}\n`;
}

/** The extension and the media type of the saved file. */
export const FILE_TYPES: Record<Format, { extension: string; type: string }> = {
  markdown: { extension: 'md', type: 'text/markdown' },
  short: { extension: 'md', type: 'text/markdown' },
  xlsx: { extension: 'xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  csv: { extension: 'csv', type: 'text/csv' },
  json: { extension: 'json', type: 'application/json' },
};

/** The mentions in a format of plain text, which needs no further script. */
export function exportText(format: Exclude<Format, 'xlsx' | 'csv'>, request: ExportRequest): string {
  const lines = linesOf(request);
  if (format === 'short') return short(request, lines);
  return format === 'json' ? json(request, lines) : markdown(request, lines);
}

export async function exportMentions(
  format: Format,
  request: ExportRequest,
): Promise<string | Uint8Array<ArrayBuffer>> {
  if (format === 'xlsx') return exportWorkbook(request);
  return format === 'csv' ? exportCsv(request) : exportText(format, request);
}

/** "tradegloss-2026-11-24-beijing-guards.md": from the page's title, safe on every system. */
export function fileName(format: Format, title: string, today: Day): string {
  const slug = title
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 50);
  return `tradegloss-${today}${slug && `-${slug}`}.${FILE_TYPES[format].extension}`;
}
