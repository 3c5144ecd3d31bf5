/** The data and actions of the side panel. */
import type { ChangedProps } from '../changed-for-you.tsx';
import type { Lookup } from '../../lib/card/lookup/lookup-model.ts';
import type { ReadFor } from '../../lib/messaging/pages.ts';
import type { ListedMention, PageMentions } from '../../lib/messaging/protocol.ts';
import type { Density } from '../../lib/settings/settings.ts';

export interface PanelProps {
  lookup: Lookup;
  /** False until the base is loaded and the tab has answered. */
  ready: boolean;
  /** Null if Tradegloss does not run in the tab. */
  page: PageMentions | null;
  /** Sets the day of the page's article; null to use the page's own. */
  setDay?: ((day: string | null) => void) | undefined;
  show: (mention: ListedMention) => void;
  openEntry: (entry: string, read: ReadFor) => void;
  openSettings: () => void;
  /** The host of the page, and the density of its marks. */
  density: { host: string; value: Density; isOfSite: boolean };
  /** `host`: applies to this site only; null: to all sites. */
  setDensity: (density: Density, host: string | null) => void;
  /** The changes of followed entries, measures and lists. */
  changed: ChangedProps;
  copy: (text: string) => Promise<void>;
  save: (name: string, type: string, content: string | Uint8Array<ArrayBuffer>) => void;
}
