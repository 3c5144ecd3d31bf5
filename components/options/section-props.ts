/** The data and actions of the settings page and of each of its sections. */
import type { ComponentChildren } from 'preact';
import type { Translate } from '../../lib/i18n/translate.ts';
import type { Shortcuts } from '../shortcut-keys.tsx';
import type { Settings } from '../../lib/settings/settings.ts';

/** Sections take the part that they need with `Pick`. */
export interface OptionsProps {
  t: Translate;
  settings: Settings;
  /** Rejects if the change could not be stored. */
  change: (change: Partial<Settings>) => Promise<unknown>;
  /** The origins that the browser has granted. */
  origins: readonly string[];
  removeOrigin: (origin: string) => void;
  /** The bound keys; null if the browser has no commands. */
  shortcuts: Shortcuts | null;
  changeShortcuts: () => void;
  addSites: () => void;
  /**
   * Asks the browser for these origins. Call it directly in the click:
   * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/User_actions.
   */
  request: (origins: string[]) => void;
  /** The name of an entry, for muted entries and chosen senses. */
  nameOf: (entry: string) => string;
  exportAll: () => Promise<void>;
  /** False if the file is not ours; then nothing was changed. */
  importAll: (file: File) => Promise<boolean>;
  diagnostics: string;
  copy: (text: string) => Promise<void>;
  /**
   * Sections from other modules: lists, own terms, sync. The id is the target of links to the
   * section.
   */
  sections: readonly { id: string; title: string; body: ComponentChildren }[];
}

/** The props of a section. A change that cannot be stored is reported below the sections. */
export type SectionProps = Omit<OptionsProps, 'change'> & { change: (change: Partial<Settings>) => void };
