/** The data and actions of the popup. */
import type { ChangedProps } from '../changed-for-you.tsx';
import type { Lookup } from '../../lib/card/lookup/lookup-model.ts';
import type { SiteState } from '../../lib/core/site-state.ts';
import type { ReadFor } from '../../lib/messaging/pages.ts';
import type { ListedMention, PageMentions } from '../../lib/messaging/protocol.ts';
import type { Density } from '../../lib/settings/settings.ts';

export interface PopupProps {
  lookup: Lookup;
  /** False until search is ready. */
  searchable: boolean;
  /** False until the base is loaded. */
  ready: boolean;
  /** The message in plain words if the base could not be read from the database; otherwise null. */
  problem: string | null;
  /** Titles of lists with an update that was held back. */
  held: readonly string[];
  /** The query to start with: the words that the user selected. */
  asked: string;
  /** Null until the tab has answered. */
  site: { state: SiteState; host: string } | null;
  page: PageMentions | null;
  /** The hosts of frames in the page that the extension may not read. */
  closedFrames: readonly string[];
  /** The density of marks on this site. */
  density: Density;
  /** True if the site has its own density. */
  isSiteDensity: boolean;
  /** Turns marking on or off on this site. */
  turn: (on: boolean) => void;
  markOnce: () => void;
  /**
   * Asks the browser for permission for the site. Call it directly in the click:
   * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/User_actions.
   */
  always: () => void;
  reload: () => void;
  /** `host`: applies to this site only; null: to all sites. */
  setDensity: (density: Density, host: string | null) => void;
  /** Sets the day of the page's article; null to use the page's own. */
  setDay?: ((day: string | null) => void) | undefined;
  show: (mention: ListedMention) => void;
  openPanel: () => void;
  openSettings: () => void;
  openLists: () => void;
  openEntry: (entry: string, read: ReadFor) => void;
  /** Makes these words an own term. Null if the administrator hides own terms. */
  addTerm: ((name: string) => void) | null;
  /** Opens the page of all dates. */
  openNext: () => void;
  /** Opens the reader with the document in the tab, or with its page as an article. */
  openReader: (as: 'document' | 'article') => void;
  /** The changes of followed entries, measures and lists. */
  changed: ChangedProps;
  copy: (text: string) => Promise<void>;
}
