/** Permission for the host of one list, asked in the reader's click. */
import { browser } from 'wxt/browser';

/** Match patterns have no port: the permission is for the host. */
const originOf = (url: string): string => {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
};

/** Must be called straight in a click: the browser asks only then. */
export const requestHost = (url: string): Promise<boolean> => browser.permissions.request({ origins: [originOf(url)] });
