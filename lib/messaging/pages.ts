/** Addresses of the extension's own files. */
import { browser } from 'wxt/browser';
import { isOwn } from '../knowledge/model/ids.ts';
import { hashOf, type Route } from './route.ts';

/** The article for which an entry is shown, and where on the entry's page to start. */
export type ReadFor = Pick<Extract<Route, { at: 'entry' }>, 'day' | 'near' | 'measure' | 'report'>;

/** `path`: starts with a slash; may have a hash. */
export const fileUrl = (path: string): string => browser.runtime.getURL(path as never);

/** The page for a new own term. `tab`: the tab where its name was found. */
export const newTermUrl = (name: string, tab: number | null): string =>
  fileUrl(`/term.html#${new URLSearchParams({ name, ...(tab !== null && { tab: String(tab) }) })}`);
/** The page that edits an own term. */
export const termUrl = (id: string): string => fileUrl(`/term.html#${new URLSearchParams({ id })}`);
/** The page of an entry, for the article that led there; for an own term, its editor. */
export const entryUrl = (entry: string, read: ReadFor = {}): string =>
  isOwn(entry) ? termUrl(entry) : fileUrl(`/entry.html${hashOf({ at: 'entry', entry, ...read })}`);
/** The panel as a page about one tab. */
export const panelUrl = (tab: number): string => fileUrl(`/sidepanel.html#tab=${tab}`);
/** The results of a search. */
export const searchUrl = (query: string): string => fileUrl(`/entry.html${hashOf({ at: 'search', query })}`);
/** The popup with a query. */
export const popupUrl = (query: string): string => fileUrl(`/popup.html${hashOf({ at: 'search', query })}`);
/** The lists section of the settings. */
export const listsUrl = (): string => fileUrl('/options.html#lists');
/** The page "What comes next". */
export const nextUrl = (): string => fileUrl('/next.html');
/** The first-run page. */
export const welcomeUrl = (): string => fileUrl('/welcome.html');
