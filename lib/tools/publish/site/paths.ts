/**
 * Paths of the site's pages. All links are relative, so that the site works on any host and in any
 * folder.
 */
import { posix } from 'node:path';
import type { Locale } from '../../../i18n/translate.ts';

/** The site is written once in each, English at its root. */
export const LOCALES: readonly Locale[] = ['en', 'zh_CN'];
const PREFIX: Record<Locale, string> = { en: '', zh_CN: 'zh/' };

/** `page`: "entry/mineral/gallium.html", in the folder of its language. */
export const pathIn = (locale: Locale, page: string): string => PREFIX[locale] + page;

/** The page of an entry. */
export const entryPage = (id: string): string => `entry/${id}.html`;
/** `number`: from 2. */
export const measuresPage = (id: string, number: number): string => `entry/${id}.measures-${number}.html`;
/** The further sources of an entry. */
export const sourcesPage = (id: string): string => `entry/${id}.sources.html`;
/** The Atom feed of an entry. */
export const entryFeed = (id: string): string => `entry/${id}.atom`;
/** One file for both languages. */
export const entryData = (id: string): string => `entry/${id}.json`;
/** The entries of a kind. */
export const kindPage = (kind: string): string => `kind/${kind}.html`;
/** The pages and files of each language that exist once. */
export const HOME = 'index.html';
export const CHANGES = 'changes.html';
export const CHANGES_FEED = 'changes.atom';
export const NEXT = 'next.html';
export const CALENDAR = 'next.ics';

/** The link from the page at `from` to the file at `to`. */
export const linkTo = (from: string, to: string): string => posix.relative(posix.dirname(from), to);
