/**
 * What follows the reader and draws cards comes in a script of its own, which the background puts into a
 * page with the details of what was found there: most pages name nothing and never carry it. This is all
 * that the two scripts know of each other.
 */
import type { CardModel } from '../../card/model/card-model.ts';
import type { Locale } from '../../i18n/translate.ts';
import type { Source } from './hover-state.ts';
import type { Marks } from '../marks/highlighter.ts';
import type { PageMention } from '../mentions/mentions.ts';

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
  /** What stands there before the card is known: as the page names it, or the card that led here. */
  called: { name: string; kind: string };
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

/** Where the pointer came to, and when; -Infinity where it waits for nothing there. */
export interface Pointer {
  x: number;
  y: number;
  at: number;
}

export interface ReaderPorts extends CardPorts {
  signal: AbortSignal;
  marks: Marks<PageMention>;
}

/** What follows pointer, keyboard and touch, and opens cards. */
export interface PageReader {
  /** The mention whose card is open. */
  readonly open: PageMention | null;
  isHost: (element: Element) => boolean;
  /** Opens the card of a mention: from the keyboard, the panel, a tap. */
  show: (mention: PageMention, source: Source) => void;
  /** The card closes if its mention is no longer what it was, unless the page draws it anew where it stood. */
  dropIf: (isGone: (mention: PageMention) => boolean) => void;
  /** The marks stand again: who has just come to a word that the page drew anew need not move for its card. */
  again: () => void;
  close: () => void;
  /** Something the card shows has come in. */
  redraw: () => void;
}

export interface Drawer {
  /** `pointer`: where it was last, if it moved at all. */
  reader: (ports: ReaderPorts, pointer: Pointer | null) => PageReader;
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
