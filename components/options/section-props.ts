/** The data and actions of the settings page and of each of its sections. */
import type { ComponentChildren } from 'preact';
import type { Translate } from '../../lib/i18n/translate.ts';
import type { Shortcuts } from '../shortcut-keys.tsx';
import type { Settings } from '../../lib/settings/settings.ts';

export interface OptionsProps {
  t: Translate;
  settings: Settings;
  /** Rejects where it can't be kept. */
  change: (change: Partial<Settings>) => Promise<unknown>;
  /** Origins that the browser holds as granted. */
  origins: readonly string[];
  removeOrigin: (origin: string) => void;
  /** The keys as they are bound; null where the browser has no commands. */
  shortcuts: Shortcuts | null;
  changeShortcuts: () => void;
  addSites: () => void;
  /** Asks the browser for these origins; must be called in the click itself. */
  request: (origins: string[]) => void;
  /** The name of an entry, for muted ones and choices. */
  nameOf: (entry: string) => string;
  exportAll: () => Promise<void>;
  /** false: it is not a file of ours, and nothing was changed. */
  importAll: (file: File) => Promise<boolean>;
  diagnostics: string;
  copy: (text: string) => Promise<void>;
  /** Sections of others: lists, personal terms, sync. Titles with ids for the way there. */
  sections: readonly { id: string; title: string; body: ComponentChildren }[];
}

/** The props of a section. A change that cannot be stored is reported below the sections. */
export type SectionProps = Omit<OptionsProps, 'change'> & { change: (change: Partial<Settings>) => void };
