/**
 * Reads notices from web pages: each link is an item, dated by the text beside it or by its
 * address.
 */
import { parseHTML } from 'linkedom';
import * as v from 'valibot';
import { BadAnswer, type Item } from '../item.ts';
import type { WatchSource } from '../source.ts';
import { readJson } from './json.ts';

/** Letters in the shortest title of a notice; shorter links are buttons and page numbers. */
const MIN_TITLE_LETTERS = 6;
const DATE = /(20\d\d)[-/.年]\s?(\d{1,2})[-/.月]\s?(\d{1,2})/;

/** Throws `BadAnswer` for an empty page. A link that occurs twice is one item. */
export function readLinks(text: string, { url, only }: Pick<WatchSource, 'url' | 'only'>): Item[] {
  if (text.trim() === '') throw new BadAnswer('the answer is empty');
  const { document } = parseHTML(text);
  const wanted = only === undefined ? null : new RegExp(only, 'u');
  const items = new Map<string, Item>();
  for (const link of document.querySelectorAll('a[href]')) {
    const title = (link.getAttribute('title') ?? link.textContent ?? '').replace(/\s+/g, ' ').trim();
    const address = URL.parse(link.getAttribute('href') ?? '', url)?.href;
    if (!address || title.length < MIN_TITLE_LETTERS || (wanted && !wanted.test(title) && !wanted.test(address)))
      continue;
    items.set(address, { id: address, title, day: dayBeside(link) ?? dayIn(address), url: address, text: '' });
  }
  return [...items.values()];
}

/** Levels above a link at which its date may be: a cell, a row, a list item. */
const MAX_LEVELS_TO_DATE = 3;

/**
 * The day in the nearest text around a link that has one; null if that text also has the days of
 * other links.
 */
function dayBeside(link: Element): string | null {
  let around = link.parentElement;
  for (let level = 0; around && level < MAX_LEVELS_TO_DATE; level++, around = around.parentElement) {
    if (around.querySelectorAll('a[href]').length > 1) return null;
    const day = dayIn(around.textContent ?? '');
    if (day !== null) return day;
  }
  return null;
}

function dayIn(text: string): string | null {
  const [, year, month = '', day = ''] = DATE.exec(text) ?? [];
  return year === undefined ? null : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const Wrapped = v.looseObject({ data: v.looseObject({ html: v.string() }) });

/** MOFCOM's list service answers with JSON that contains the page's markup. */
export const readLinksInJson = (text: string, source: Pick<WatchSource, 'url' | 'only'>): Item[] =>
  readLinks(readJson(text, Wrapped).data.html, source);
