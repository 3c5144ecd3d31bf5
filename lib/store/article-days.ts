/**
 * The days that the user set for articles. Addresses are stored as hashes: in Firefox a page that
 * took over one of our content scripts can read this storage
 * (https://bugzilla.mozilla.org/show_bug.cgi?id=1724754) and must not learn which other pages were
 * read.
 */
import { browser } from 'wxt/browser';
import * as v from 'valibot';
import { sha256Of } from '../core/hex.ts';

const KEY = 'articleDays';
/** Articles whose days are kept, the latest first. */
const MAX_DAYS = 500;

const Days = v.fallback(v.array(v.tuple([v.string(), v.pipe(v.string(), v.isoDate())])), []);

const hashOf = (url: string): Promise<string> => sha256Of(new TextEncoder().encode(url.replace(/#.*$/s, '')));

const readAll = async () => v.parse(Days, (await browser.storage.local.get(KEY))[KEY]);

/** The day as `YYYY-MM-DD`; null if the user set none. */
export async function articleDayOf(url: string): Promise<string | null> {
  const days = await readAll();
  if (days.length === 0) return null;
  const hash = await hashOf(url);
  return days.find(([of]) => of === hash)?.[1] ?? null;
}

/** Stores the day of an article; null deletes it. */
export async function keepArticleDay(url: string, day: string | null): Promise<void> {
  const hash = await hashOf(url);
  const others = (await readAll()).filter(([of]) => of !== hash);
  const now = day === null ? others : [...others, [hash, day] as const];
  await browser.storage.local.set({ [KEY]: now.slice(-MAX_DAYS) });
}
