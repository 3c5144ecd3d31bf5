/** The data and actions of the side panel. */
import type { ChangedProps } from '../changed-for-you.tsx';
import type { Lookup } from '../../lib/card/lookup/lookup-model.ts';
import type { ReadFor } from '../../lib/messaging/pages.ts';
import type { ListedMention, PageMentions } from '../../lib/messaging/protocol.ts';
import type { Density } from '../../lib/settings/settings.ts';

export interface PanelProps {
  lookup: Lookup;
  /** false while the base is being read and the tab is asked. */
  ready: boolean;
  /** Null where Tradegloss does not run in the tab. */
  page: PageMentions | null;
  /** The day of the article in the page; null: as the page states it. */
  setDay?: ((day: string | null) => void) | undefined;
  show: (mention: ListedMention) => void;
  openEntry: (entry: string, read: ReadFor) => void;
  openSettings: () => void;
  /** The host of the page, with how many mentions are underlined on it. */
  density: { host: string; value: Density; isOfSite: boolean };
  /** `host`: for it alone; null: for all sites. */
  setDensity: (density: Density, host: string | null) => void;
  /** The changes of followed entries, measures and lists. */
  changed: ChangedProps;
  copy: (text: string) => Promise<void>;
  save: (name: string, type: string, content: string | Uint8Array<ArrayBuffer>) => void;
}
