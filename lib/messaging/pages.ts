/** Addresses of the extension's own files. */
import { browser } from 'wxt/browser';

const urlOf: (path: string) => string = (path) => browser.runtime.getURL(path as never);

export const fileUrl = urlOf;
export const entryUrl = (entry: string): string => `${urlOf('/entry.html')}#${entry}`;
export const searchUrl = (query: string): string => `${urlOf('/entry.html')}#?${encodeURIComponent(query)}`;
export const welcomeUrl = (): string => urlOf('/welcome.html');
