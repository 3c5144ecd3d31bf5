/**
 * What draws cards comes in a script of its own, which the background puts into a page with the details
 * of what was found there: most pages name nothing and never carry it. This is all that the two scripts
 * know of each other.
 */
import type { CardModel } from '../card/card-model.ts';
import type { Locale } from '../i18n/translate.ts';
import type { PageMention } from './mentions.ts';

/** What the reader can do on a card; what is left out is not offered. */
export interface CardCommands {
  close: () => void;
  pin?: (() => void) | undefined;
  back?: (() => void) | undefined;
  copy: (text: string) => void;
  open: (entry: string, panel: boolean) => void;
  mute?: (() => void) | undefined;
  /** Another reading of the name, or null for none. */
  choose?: ((entry: string | null) => void) | undefined;
  follow: (entry: string) => void;
  retry: () => void;
}

export interface CardView {
  /** The card, or why there is none. `loading` says nothing yet, `late` that it takes long. */
  card: CardModel | 'loading' | 'late' | 'failed' | 'gone';
  /** The cards of all lists that know the name, in the reader's order; of one list or none, there is nothing to part. */
  words: readonly CardModel[];
  mention: PageMention;
  /** Whether the card is of the mention's own entry, not of one that was followed to. */
  own: boolean;
  pinned: boolean;
  /** Opened by the keyboard, which stays where it was: said aloud, since nothing else tells of the card. */
  spoken: boolean;
  copied: boolean;
  locale: Locale;
  commands: CardCommands;
}

export interface Drawer {
  css: string;
  /** Draws into `root`; null takes away what was drawn. */
  draw: (root: ShadowRoot, view: CardView | null) => void;
}

const KEY = Symbol.for('tradegloss.drawer');
const world = globalThis as { [KEY]?: Drawer | undefined };

export const handOverDrawer = (drawer: Drawer): void => {
  world[KEY] = drawer;
};

/** The drawer, if its script has run here. */
export const drawerHere = (): Drawer | null => world[KEY] ?? null;

/** A drawer that an earlier version left must not draw the cards of this one. */
export const dropDrawer = (): void => {
  delete world[KEY];
};
