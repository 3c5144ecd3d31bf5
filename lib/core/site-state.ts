/**
 * The state of marks on a tab's page, with the reason where there are none. Permissions and the
 * page's own answer decide.
 */

export type SiteState =
  /** The script runs and answered. */
  | 'marked'
  /** It runs in this tab only, by a click on the button. */
  | 'marked once'
  /** The user switched this site off. */
  | 'off'
  /**
   * Granted and not off, yet nothing answers: the tab is older than the grant, or still loading.
   */
  | 'silent'
  | 'no access'
  /** The browser's own pages, stores and the like, closed to every extension. */
  | 'browser page'
  | 'pdf'
  /** A document in our own reader. */
  | 'document'
  /**
   * A page like any other by its address, which the browser keeps to itself: its PDF viewer in
   * Firefox, an error.
   */
  | 'closed'
  | 'reader view'
  | 'file';

export interface SiteFacts {
  /**
   * The tab's address; undefined where the browser does not tell: a click on the button opens all
   * but its own pages.
   */
  url: string | undefined;
  /** The browser's answer on the permission for this origin. */
  granted: boolean;
  off: boolean;
  answered: boolean;
}

const STORES =
  /^https:\/\/(?:chrome\.google\.com\/webstore|chromewebstore\.google\.com|addons\.mozilla\.org|microsoftedge\.microsoft\.com\/addons)/;

const parsed = (url: string | undefined): URL | null => (url !== undefined && URL.canParse(url) ? new URL(url) : null);

/** The pattern to ask the browser for; null where there is nothing to ask for. */
export function originOf(url: string | undefined): string | null {
  const address = parsed(url);
  return address && /^https?:$/.test(address.protocol) ? `${address.protocol}//${address.hostname}/*` : null;
}

/** '' where there is no site: an extension's own pages have ids for hosts. */
export const hostOf = (url: string | undefined): string => {
  const address = parsed(url);
  return address && /^https?:$/.test(address.protocol) ? address.hostname : '';
};

/** The ending of an address is a hint of the content, no proof. */
export const isPdfName = (url: string | undefined): boolean => /\.pdf$/i.test(parsed(url)?.pathname ?? '');

export function siteState({ url, granted, off, answered }: SiteFacts): SiteState {
  if (answered) return granted ? 'marked' : 'marked once';
  const address = parsed(url);
  if (!address) return 'browser page';
  if (address.protocol === 'about:' && address.pathname === 'reader') return 'reader view';
  if (address.protocol === 'file:') return isPdfName(url) ? 'pdf' : 'file';
  if (!/^https?:$/.test(address.protocol) || STORES.test(address.href)) return 'browser page';
  if (!granted) return 'no access';
  return off ? 'off' : 'silent';
}
