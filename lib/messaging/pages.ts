/** Addresses of the extension's own files. */
import { browser } from 'wxt/browser';

const urlOf: (path: string) => string = (path) => browser.runtime.getURL(path as never);

export const fileUrl = urlOf;
export const entryUrl = (entry: string): string => `${urlOf('/entry.html')}#${entry}`;
export const searchUrl = (query: string): string => `${urlOf('/entry.html')}#?${encodeURIComponent(query)}`;
/** The page for a new term of the reader's own; `tab` is where its name was found. */
export const newTermUrl = (name: string, tab: number | null): string => `${urlOf('/term.html')}#${new URLSearchParams({ name, ...(tab !== null && { tab: String(tab) }) })}`;
export const termUrl = (id: string): string => `${urlOf('/term.html')}#${new URLSearchParams({ id })}`;
export const welcomeUrl = (): string => urlOf('/welcome.html');
