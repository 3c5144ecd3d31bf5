/** Yields the files of the site one by one, so that memory never holds all of them. */
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { filedDateModel } from '../../../card/build/filed-date.ts';
import { buildFullCard } from '../../../card/build/full-card.ts';
import type { FullCard } from '../../../card/model/full-card.ts';
import { whoWhomLine } from '../../../card/build/who-whom-line.ts';
import type { Locale } from '../../../i18n/translate.ts';
import type { KnowledgeList } from '../../../knowledge/model/schema.ts';
import { calendarOf } from '../../../card/export/calendar.ts';
import type { Changes } from '../previous.ts';
import { assetsOf } from './assets.ts';
import { pageContext, publicationOf, type PageContext, type Publication } from './context.ts';
import { entryDataOf } from './entry-data.ts';
import { changesFeedText, entryFeedText } from './entry-feed.ts';
import { EntryPage, furtherPages, hasSourcesPage, MeasuresPage, SourcesPage } from './entry-page.tsx';
import { ChangesPage, HomePage, KindPage, KINDS, NextPage } from './other-pages.tsx';
import {
  CALENDAR,
  CHANGES,
  CHANGES_FEED,
  entryData,
  entryFeed,
  entryPage,
  HOME,
  kindPage,
  measuresPage,
  LOCALES,
  NEXT,
  pathIn,
  sourcesPage,
} from './paths.ts';
import { dataScript, ROWS } from './search-data.ts';

/** A file as text. `path`: from the root of the site. */
export interface SiteFile {
  path: string;
  content: string;
}

const html = (page: VNode): string => `<!doctype html>${renderToString(page)}\n`;

function fullCardOf({ knowledge, today, list, voice, locale }: PageContext, id: string): FullCard {
  const card = buildFullCard(knowledge, id, {
    articleDay: null,
    inArticle: false,
    today,
    locale,
    t: voice.t,
    list: { title: list.title, version: list.version },
  });
  if (!card) throw new Error(`${id} has no card`);
  return card;
}

/** "China → United States · exports: Licence needed". */
function lineOf({ glance: { lead, none } }: FullCard, { t }: PageContext['voice']): string {
  if (!lead) return none ?? '';
  const now = lead.rows.find(({ when }) => when === 'now' || when === 'since')?.title;
  const line = whoWhomLine(lead);
  return now ? t('status_with_amount', line, now.replace(/[.。]$/, '')) : line;
}

function* otherPages(publication: Publication, locale: Locale): Generator<SiteFile> {
  const at = (page: string) => pageContext(publication, locale, page);
  const file = (page: string, content: string): SiteFile => ({ path: pathIn(locale, page), content });
  yield file(HOME, html(<HomePage context={at(HOME)} />));
  for (const kind of KINDS) yield file(kindPage(kind), html(<KindPage context={at(kindPage(kind))} kind={kind} />));
  yield file(CHANGES, html(<ChangesPage context={at(CHANGES)} />));
  yield file(CHANGES_FEED, changesFeedText(at(CHANGES_FEED)));
  yield file(NEXT, html(<NextPage context={at(NEXT)} />));
  const { voice } = at(CALENDAR);
  const dates = publication.ahead.map((date) => filedDateModel(date, voice));
  yield file(CALENDAR, calendarOf(dates, publication.today, voice.t));
}

function* entryFiles(publication: Publication, locale: Locale): Generator<SiteFile> {
  const rows: Record<string, [string, string, string]> = {};
  for (const { id } of publication.list.entries) {
    const context = pageContext(publication, locale, entryPage(id));
    const word = fullCardOf(context, id);
    rows[id] = [word.card.name, word.card.kindLabel, lineOf(word, context.voice)];
    yield { path: context.path, content: html(<EntryPage context={context} word={word} />) };
    for (let number = 2; number <= furtherPages(word) + 1; number++) {
      const further = pageContext(publication, locale, measuresPage(id, number));
      yield { path: further.path, content: html(<MeasuresPage context={further} word={word} number={number} />) };
    }
    if (hasSourcesPage(word)) {
      const sources = pageContext(publication, locale, sourcesPage(id));
      yield { path: sources.path, content: html(<SourcesPage context={sources} word={word} />) };
    }
    const feed = pageContext(publication, locale, entryFeed(id));
    yield { path: feed.path, content: entryFeedText(feed, id) };
  }
  const [path, content] = dataScript(ROWS[locale], rows);
  yield { path, content };
}

/**
 * Its addresses are relative, because only the person who puts the site on a host knows the host's
 * name.
 */
const sitemapOf = (paths: readonly string[], updated: string): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...paths.map((path) => `<url><loc>${encodeURI(path)}</loc><lastmod>${updated}</lastmod></url>`),
    '</urlset>\n',
  ].join('\n');

export async function* siteFiles(list: KnowledgeList, changes: Changes): AsyncGenerator<SiteFile> {
  const publication = publicationOf(list, changes);
  const pages: string[] = [];
  for (const locale of LOCALES)
    for (const files of [otherPages(publication, locale), entryFiles(publication, locale)])
      for (const file of files) {
        if (file.path.endsWith('.html')) pages.push(file.path);
        yield file;
      }
  for (const entry of list.entries)
    yield {
      path: entryData(entry.id),
      content: `${JSON.stringify(entryDataOf(list, publication.knowledge, entry))}\n`,
    };
  for (const [path, content] of await assetsOf(list)) yield { path, content };
  yield { path: 'sitemap.xml', content: sitemapOf(pages, list.updated) };
}
