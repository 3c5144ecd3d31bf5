/**
 * What draws cards comes in a script of its own, which the background puts into a page with the details
 * of what was found there: most pages name nothing and never carry it. This is all that the two scripts
 * know of each other.
 */
import type { CardModel } from '../card/card-model.ts';
import type { Locale } from '../i18n/translate.ts';
import type { CardHost } from './card-host.ts';
import type { PageMention } from './mentions.ts';
import type { Box } from './place.ts';

/** What the reader can do on a card; what is left out is not offered. */
export interface CardCommands {
  close: () => void;
  pin?: (() => void) | undefined;
  back?: (() => void) | undefined;
  copy: (text: string) => Promise<void>;
  open: (entry: string, panel: boolean) => void;
  /** On this site only, or everywhere. */
  mute?: ((here: boolean) => void) | undefined;
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
  locale: Locale;
  commands: CardCommands;
}

interface Look {
  theme: 'system' | 'page' | 'light' | 'dark';
  textSize: number;
  openAfter: number;
  locale: Locale;
}

/** What a card is given. */
export interface CardPorts {
  document: Document;
  look: () => Look;
  /** The card of an entry if it is here already; asks for it otherwise and has it drawn anew when it comes. */
  card: (entry: string) => CardModel | 'loading' | 'failed' | 'gone';
  /** The cards of all entries that a mention stands for, in the order of their lists, as far as they are here. */
  words: (mention: PageMention) => readonly CardModel[];
  /** Where a mention stands now; null where its text is no longer what it was. */
  range: (mention: PageMention) => Range | null;
  retry: () => void;
  open: (entry: string, panel: boolean) => void;
  mute: (mention: PageMention, here: boolean) => void;
  choose: (mention: PageMention, entry: string | null) => void;
}

/** Which card is open, and how. */
export interface Opened {
  mention: PageMention;
  pinned: boolean;
  /** By the keyboard. */
  spoken: boolean;
  pointer: { x: number; y: number } | null;
}

export interface OpenCard {
  readonly host: CardHost;
  /** The line of the mention that it stands beside. */
  readonly line: Box | null;
  /** Another mention: nothing stays of what was open before. */
  begin: () => void;
  /** Both false if the mention is out of the window, or nowhere. */
  draw: (opened: Opened) => boolean;
  place: (opened: Opened) => boolean;
}

/** What the reader does on a card, and what the card does not know by itself. */
export interface CardEvents {
  close: () => void;
  pin: () => void;
  /** Draws what is open now, if anything is. */
  redraw: () => void;
}

export interface Drawer {
  cards: (ports: CardPorts, events: CardEvents) => OpenCard;
  /** A card as the background sent it; null where that is none. */
  cardOf: (sent: unknown) => CardModel | null;
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
