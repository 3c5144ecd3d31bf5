/** Addresses of the extension's own files. */
import { browser } from 'wxt/browser';
import { isOwn } from '../knowledge/model/ids.ts';
import { hashOf, type Route } from './route.ts';

/**
 * The article that an entry is read for, its day and what it names around the entry; and where to
 * begin.
 */
export type ReadFor = Pick<Extract<Route, { at: 'entry' }>, 'day' | 'near' | 'measure' | 'report'>;

/** `path` starts with a slash, and may end in a hash. */
export const fileUrl = (path: string): string => browser.runtime.getURL(path as never);

/** The page for a new term of the user's own; `tab` is where its name was found. */
export const newTermUrl = (name: string, tab: number | null): string =>
  fileUrl(`/term.html#${new URLSearchParams({ name, ...(tab !== null && { tab: String(tab) }) })}`);
export const termUrl = (id: string): string => fileUrl(`/term.html#${new URLSearchParams({ id })}`);
/**
 * The page of an entry, read for the article that led there; of one of the user's own terms, where
 * it can be edited.
 */
export const entryUrl = (entry: string, read: ReadFor = {}): string =>
  isOwn(entry) ? termUrl(entry) : fileUrl(`/entry.html${hashOf({ at: 'entry', entry, ...read })}`);
/** The panel as a page of its own, on one tab. */
export const panelUrl = (tab: number): string => fileUrl(`/sidepanel.html#tab=${tab}`);
export const searchUrl = (query: string): string => fileUrl(`/entry.html${hashOf({ at: 'search', query })}`);
/** The popup with words to look up. */
export const popupUrl = (query: string): string => fileUrl(`/popup.html${hashOf({ at: 'search', query })}`);
/** The lists in the settings. */
export const listsUrl = (): string => fileUrl('/options.html#lists');
/** "What comes next": all dates on file. */
export const nextUrl = (): string => fileUrl('/next.html');
export const welcomeUrl = (): string => fileUrl('/welcome.html');
