/** The data and actions of the side panel. */
import type { Lookup } from '../../lib/card/lookup/lookup-model.ts';
import type { ReadFor } from '../../lib/messaging/pages.ts';
import type { ListedMention, PageMentions } from '../../lib/messaging/protocol.ts';

export interface PanelProps {
  lookup: Lookup;
  /** false while the base is being read and the tab is asked. */
  ready: boolean;
  /** Null where Tradegloss does not run in the tab. */
  page: PageMentions | null;
  show: (mention: ListedMention) => void;
  openEntry: (entry: string, read: ReadFor) => void;
  openSettings: () => void;
  copy: (text: string) => Promise<void>;
  save: (name: string, type: string, content: string | Uint8Array<ArrayBuffer>) => void;
}
