/** Addresses of the extension's own files. */
import { browser } from 'wxt/browser';

const urlOf: (path: string) => string = (path) => browser.runtime.getURL(path as never);

export const fileUrl = urlOf;
/** The page for a new term of the reader's own; `tab` is where its name was found. */
export const newTermUrl = (name: string, tab: number | null): string =>
  `${urlOf('/term.html')}#${new URLSearchParams({ name, ...(tab !== null && { tab: String(tab) }) })}`;
export const termUrl = (id: string): string => `${urlOf('/term.html')}#${new URLSearchParams({ id })}`;
/** The page of an entry; of one of the reader's own terms, where it can be edited. */
export const entryUrl = (entry: string): string =>
  entry.startsWith('own/') ? termUrl(entry) : `${urlOf('/entry.html')}#${entry}`;
export const searchUrl = (query: string): string => `${urlOf('/entry.html')}#?${encodeURIComponent(query)}`;
/** The popup with words to look up. */
export const popupUrl = (query: string): string => `${urlOf('/popup.html')}#?${encodeURIComponent(query)}`;
/** The lists in the settings. */
export const listsUrl = (): string => `${urlOf('/options.html')}#lists`;
export const welcomeUrl = (): string => urlOf('/welcome.html');
