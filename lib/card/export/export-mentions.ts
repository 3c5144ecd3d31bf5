/**
 * The mentions of a page as lines that can be filed: the quote in its sentence, a link to it, the entry,
 * its status on the article's date and on the reader's day, the sources, and the version of the list.
 */
import Papa from 'papaparse';
import type { Translate } from '../../i18n/translate.ts';
import { RESTRAINS, type Day } from '../../knowledge/model/schema.ts';
import { restrainsWords } from '../../knowledge/wording/terms.ts';
import type { ListedMention, PageMentions } from '../../messaging/protocol.ts';
import type { CardModel } from '../model/card-model.ts';
import { citations, withRefs } from './citations.ts';
import { linkTo } from './text-fragment.ts';

export const FORMATS = ['markdown', 'csv', 'json'] as const;
export type Format = (typeof FORMATS)[number];

export interface ExportRequest {
  page: PageMentions;
  /** The mentions wanted, in reading order. */
  mentions: readonly ListedMention[];
  /** The card of an entry, in the reader's language; null for one that is not in the base. */
  card: (entry: string) => CardModel | null;
  today: Day;
  list: string;
  t: Translate;
}

type Line = {
  mention: number;
  text: string;
  quote: string;
  link: string;
  page: string;
  article_date: string;
  entry: string;
  entry_id: string;
  kind: string;
  /** A measure each. */
  status_on_article_date: string[];
  status_on_day: string[];
  day: string;
  restrains: string;
  not_known: string;
  newest_source: string;
  sources: string[];
  list: string;
};

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
      link: linkTo(page.url, mention.text, mention.before, mention.after),
      page: page.title,
      article_date: page.articleDay ?? '',
      entry: model?.name ?? mention.name,
      entry_id: mention.entry,
      kind: model?.kindLabel ?? mention.kind,
      status_on_article_date: then.map(({ text, refs }) => withRefs(text, refs)),
      status_on_day: now.map(({ text, refs }) => withRefs(text, refs)),
      day: today,
      restrains: RESTRAINS.filter((act) => model?.restrains.includes(act))
        .map((act) => restrainsWords(act, { t }))
        .join(' | '),
      not_known: model?.open ?? '',
      newest_source: model?.newest ?? '',
      // Without a measure, those of what it is.
      sources: model ? citations(model, behind.length > 0 ? behind : model.what.refs, t) : [],
      list,
    };
  });
}

/** A cell that a sheet would take for a formula is quoted, so that a page can't smuggle one in. */
const csv = (lines: readonly Line[]): string =>
  `\ufeff${Papa.unparse(
    lines.map((line) =>
      Object.fromEntries(
        Object.entries(line).map(([key, value]) => [key, Array.isArray(value) ? value.join(' | ') : value]),
      ),
    ),
    { escapeFormulae: true, newline: '\r\n' },
  )}\r\n`;

const json = (request: ExportRequest, lines: readonly Line[]): string =>
  `${JSON.stringify({ page: request.page.title, url: request.page.url, article_date: request.page.articleDay, day: request.today, list: request.list, mentions: lines }, null, 2)}\n`;

/** Text of a page inside Markdown: nothing in it is markup. */
const plain = (text: string) => text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');

/** One measure on the line of its day, several under it. */
function statusList(day: string, lines: readonly string[], t: Translate): string {
  const [only, ...more] = lines;
  if (only === undefined) return '';
  if (more.length === 0) return `- ${t('status_with_amount', day, only)}`;
  return [`- ${t('status_with_amount', day, '').trimEnd()}`, ...lines.map((one) => `  - ${one}`)].join('\n');
}

function markdown({ page, today, list, t }: ExportRequest, lines: readonly Line[]): string {
  const byEntry = new Map<string, Line[]>();
  for (const line of lines) byEntry.set(line.entry_id, [...(byEntry.get(line.entry_id) ?? []), line]);
  const blocks = [...byEntry.values()].map((some) => {
    const [first] = some;
    if (!first) return '';
    const status = [
      statusList(t('export_then', first.article_date), first.status_on_article_date, t),
      statusList(t('export_now', today), first.status_on_day, t),
      first.not_known && `- ${first.not_known}`,
      first.newest_source && `- ${t('export_newest', first.newest_source)}`,
    ];
    const quotes = some.map((line) => `> ${plain(line.quote)} ([${plain(line.text)}](${line.link}))`);
    const sources = first.sources.map((source) => `- ${source}`);
    return [
      `## ${t('status_bracket', plain(first.entry), first.kind)}`,
      '',
      quotes.join('\n>\n'),
      ...[status.filter(Boolean), sources].flatMap((part) => (part.length > 0 ? ['', ...part] : [])),
    ].join('\n');
  });
  const head = [
    `# ${plain(page.title)}`,
    '',
    page.url,
    '',
    page.articleDay ? t('export_article_of', page.articleDay) : t('article_undated'),
    '',
  ];
  return `${[...head, blocks.join('\n\n'), '', '---', list, t('card_foot')].join('\n')}\n`;
}

export const FILE_TYPES: Record<Format, { extension: string; type: string }> = {
  markdown: { extension: 'md', type: 'text/markdown' },
  csv: { extension: 'csv', type: 'text/csv' },
  json: { extension: 'json', type: 'application/json' },
};

export function exportMentions(format: Format, request: ExportRequest): string {
  const lines = linesOf(request);
  if (format === 'csv') return csv(lines);
  return format === 'json' ? json(request, lines) : markdown(request, lines);
}

/** "tradegloss-2026-11-24-beijing-guards.md": from the page's title, safe on every system. */
export function fileName(format: Format, title: string, today: Day): string {
  const slug = title
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50);
  return `tradegloss-${today}${slug && `-${slug}`}.${FILE_TYPES[format].extension}`;
}
