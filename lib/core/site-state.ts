/**
 * The state of marking on a tab's page, or the reason why there are no marks. It follows from the
 * permissions and from the page script's answer.
 */

export type SiteState =
  /** The page script runs and answered. */
  | 'marked'
  /** The page script runs in this tab only, after a click on the button. */
  | 'marked once'
  /** The user turned this site off. */
  | 'off'
  /**
   * Granted and not off, but no script answers: the tab is older than the grant or still loading.
   */
  | 'silent'
  | 'no access'
  /** A page that is closed to all extensions: the browser's own pages, extension stores. */
  | 'browser page'
  | 'pdf'
  /** A document in our reader. */
  | 'document'
  /**
   * A page with an ordinary address that the browser closes to extensions: an error page, or
   * Firefox's PDF viewer (https://bugzilla.mozilla.org/show_bug.cgi?id=1454760).
   */
  | 'closed'
  | 'reader view'
  | 'file';

/** Facts about the page in a tab, from which `siteState` derives its state. */
export interface SiteFacts {
  /**
   * The tab's address; undefined if the browser hides it. A click on the button reveals all but the
   * browser's own pages.
   */
  url: string | undefined;
  /** True if the user granted this origin. */
  granted: boolean;
  off: boolean;
  answered: boolean;
}

const STORES =
  /^https:\/\/(?:chrome\.google\.com\/webstore|chromewebstore\.google\.com|addons\.mozilla\.org|microsoftedge\.microsoft\.com\/addons)/;

const parsed = (url: string | undefined): URL | null => (url !== undefined && URL.canParse(url) ? new URL(url) : null);

/** The origin pattern to request; null for pages that cannot be granted. */
export function originOf(url: string | undefined): string | null {
  const address = parsed(url);
  return address && /^https?:$/.test(address.protocol) ? `${address.protocol}//${address.hostname}/*` : null;
}

/** The host of a web page; '' for other pages (an extension's pages have its id as host). */
export const hostOf = (url: string | undefined): string => {
  const address = parsed(url);
  return address && /^https?:$/.test(address.protocol) ? address.hostname : '';
};

/** A hint only: the address does not prove the content type. */
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
