/** The data and actions of the popup. */
import type { ChangedProps } from '../changed-for-you.tsx';
import type { Lookup } from '../../lib/card/lookup/lookup-model.ts';
import type { SiteState } from '../../lib/core/site-state.ts';
import type { ReadFor } from '../../lib/messaging/pages.ts';
import type { ListedMention, PageMentions } from '../../lib/messaging/protocol.ts';
import type { Density } from '../../lib/settings/settings.ts';

export interface PopupProps {
  lookup: Lookup;
  /** false while nothing is found yet. */
  searchable: boolean;
  /** false while the base is being read. */
  ready: boolean;
  /** In plain words, where the base could not be read from the database. */
  problem: string | null;
  /** Titles of lists with an update that was held back. */
  held: readonly string[];
  /** Words to look up at once: the ones that were selected. */
  asked: string;
  /** Null while the tab is being asked. */
  site: { state: SiteState; host: string } | null;
  page: PageMentions | null;
  /** Hosts of frames in the page that may not be read. */
  closedFrames: readonly string[];
  /** How many mentions are underlined on this site. */
  density: Density;
  /** The site has a choice of its own. */
  isSiteDensity: boolean;
  /** On or off on this site, by the user's setting. */
  turn: (on: boolean) => void;
  markOnce: () => void;
  /** Asks the browser for the site: straight in the click. */
  always: () => void;
  reload: () => void;
  /** `host`: for it alone; null: for all sites. */
  setDensity: (density: Density, host: string | null) => void;
  /** The day of the article in the page; null: as the page states it. */
  setDay?: ((day: string | null) => void) | undefined;
  show: (mention: ListedMention) => void;
  openPanel: () => void;
  openSettings: () => void;
  openLists: () => void;
  openEntry: (entry: string, read: ReadFor) => void;
  /** Makes a term of the user's own of these words. */
  /** Null where the administrator hides own terms. */
  addTerm: ((name: string) => void) | null;
  /** The page of all dates on file. */
  openNext: () => void;
  /** The document in the tab, or its page as an article, in the reader. */
  openReader: (as: 'document' | 'article') => void;
  /** The changes of followed entries, measures and lists. */
  changed: ChangedProps;
  copy: (text: string) => Promise<void>;
}
