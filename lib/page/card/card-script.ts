/**
 * The interface between the page script and the card script. The background injects the card script
 * with the first glances, so that pages without mentions never load it.
 */
import type { FullCard } from '../../card/model/full-card.ts';
import type { GlanceModel } from '../../card/model/glance-model.ts';
import type { Locale } from '../../i18n/translate.ts';
import type { FrameCardNews } from '../../messaging/frame-card-news.ts';
import type { FrameCardInput } from '../../messaging/frame-card.ts';
import type { NearestEntries } from '../../messaging/nearest-schema.ts';
import type { AskedEntry } from '../../messaging/page-request.ts';
import type { Source } from './hover-state.ts';
import type { Marks } from '../marks/highlighter.ts';
import type { Box } from '../dom/box.ts';
import type { PageMention } from '../mentions/mentions.ts';

/** The user's actions on a card. A missing action is not offered. */
export interface CardCommands {
  close: () => void;
  pin: () => void;
  /** Changes to the full card or back to the glance. */
  resize: (size: CardSize) => void;
  back?: (() => void) | undefined;
  copy: (text: string) => Promise<void>;
  open: (entry: string, panel: boolean) => void;
  /** Starts or stops following an entry, a measure or a list. */
  star: (ref: string, on: boolean) => void;
  /** Opens a report of a fault, for the user to send. */
  report?: (() => void) | undefined;
  /** Stops marking the entry on this site (`here`) or everywhere. */
  mute?: ((here: boolean) => void) | undefined;
  /** Chooses another entry for the name; null leaves the name unmarked. */
  choose?: ((entry: string | null) => void) | undefined;
  /** Sets the day of the article; null for the page's own. */
  setDay?: ((day: string | null) => void) | undefined;
  follow: (entry: string) => void;
  retry: () => void;
}

/** The small card that opens on hover, or the card with everything. */
export type CardSize = 'glance' | 'full';
/** Why there is no card: it is loading, it could not be read, or the extension was removed. */
export type NoCardReason = 'loading' | 'failed' | 'gone';

/** All that a card shows. */
export interface CardView {
  size: CardSize;
  /**
   * The glance, or why there is none. `loading` shows nothing yet; `late` shows that it takes long.
   */
  glance: GlanceModel | NoCardReason | 'late';
  /**
   * The full cards of all lists that have the name, in the user's order; the first belongs to
   * `glance`.
   */
  full: readonly FullCard[] | NoCardReason;
  /** Number of further lists that have the name. */
  lists: number;
  mention: PageMention;
  /** The name to show until the card arrives. */
  called: { name: string; kind: string };
  /** True for the mention's own entry, false for an entry that the user reached by a link. */
  own: boolean;
  /** Refs that the user follows. */
  followed: readonly string[];
  pinned: boolean;
  /** True if the card stays until it is closed: pinned, or opened by the keyboard or a tap. */
  stays: boolean;
  /**
   * True if the keyboard opened it without moving the focus: a live region then announces the card.
   */
  spoken: boolean;
  /** True if a tap opened it: the card is a sheet at the lower edge of the window. */
  isSheet: boolean;
  locale: Locale;
  commands: CardCommands;
}

/** Settings of cards. `textSize`: a factor. `openAfter`: milliseconds. */
export interface CardLook {
  theme: 'system' | 'page' | 'light' | 'dark';
  textSize: number;
  openAfter: number;
  openOn: 'rest' | 'click' | 'key';
  cardSize: CardSize;
  locale: Locale;
}

/** The parts of a page that a card uses. */
export interface CardPorts {
  document: Document;
  look: () => CardLook;
  /**
   * The glance of an entry, or why there is none. Requests a missing glance and redraws the card
   * when it arrives.
   */
  glance: (asked: AskedEntry) => GlanceModel | NoCardReason;
  /**
   * The full cards of an entry and of its namesakes on other lists, in the order of their lists.
   */
  full: (asked: readonly AskedEntry[]) => readonly FullCard[] | NoCardReason;
  /** The entries that the text names around a mention. */
  near: (mention: PageMention) => NearestEntries;
  /** The entries of all lists for a mention, in the order of the lists. */
  entries: (mention: PageMention) => readonly string[];
  /** The present range of a mention; null if its text has changed. */
  range: (mention: PageMention) => { getClientRects: () => Iterable<Box>; startContainer: Node } | null;
  retry: () => void;
  open: (asked: AskedEntry, panel: boolean) => void;
  report: (asked: AskedEntry, mention: PageMention) => void;
  followed: () => readonly string[];
  star: (ref: string, on: boolean) => void;
  mute: (mention: PageMention, here: boolean) => void;
  /** Takes back a `mute`. */
  unmute: (mention: PageMention, here: boolean) => void;
  choose: (mention: PageMention, entry: string | null) => void;
  setDay?: ((day: string | null) => void) | undefined;
}

/**
 * The position and time of the pointer's last move. The time is -Infinity after the user did
 * something else.
 */
export interface Pointer {
  x: number;
  y: number;
  at: number;
}

/** Shows the card of this frame in the top page. */
export interface TopPage {
  /** Resolves with false if the top page does not show it. */
  show: (input: FrameCardInput) => Promise<boolean>;
  /** Calls back with the user's actions on the card; returns a function that stops it. */
  listen: (id: number, call: (news: FrameCardNews) => void) => () => void;
  articleDay: () => string | null;
  /** The sentence around a mention. */
  quote: (mention: PageMention) => string;
}

/** For the top page, which draws the cards of its frames. */
export interface FrameCardPorts extends CardPorts {
  signal: AbortSignal;
  articleDay: () => string | null;
  tell: (frame: number, id: number, news: FrameCardNews) => void;
}

/** The top page's side: cards of mentions in its frames. */
export interface CardsOfFrames {
  /**
   * Returns true if the top page shows the card or did what the frame asked; false if the frame
   * must show the card.
   */
  take: (frame: number, input: FrameCardInput) => boolean;
  isHost: (element: Element) => boolean;
  /** Call when something that a card shows has arrived. */
  redraw: () => void;
  close: () => void;
}

/** For a page or frame that draws its own cards. */
export interface HoverPorts extends CardPorts {
  signal: AbortSignal;
  marks: Marks<PageMention>;
  /** The page around this frame. */
  top?: TopPage | undefined;
}

/** Follows pointer, keyboard and touch, and opens cards. */
export interface PageHover {
  /** The mention whose card is open. */
  readonly open: PageMention | null;
  isHost: (element: Element) => boolean;
  /** Opens the card of a mention: from the keyboard, the panel, a tap. */
  show: (mention: PageMention, source: Source) => void;
  /**
   * Closes the card if its mention is gone, unless the page redraws the words in the same place.
   */
  dropIf: (isGone: (mention: PageMention) => boolean) => void;
  /**
   * Call when marks are painted again: the pointer may already rest on a mark. `isRead`: the page
   * was read first, so that a card whose words are still missing closes.
   */
  again: (isRead: boolean) => void;
  /** Closes every card. */
  close: () => void;
  /** Redraws open cards after data has arrived. */
  redraw: () => void;
}

/** The full cards that the user opened. */
export interface OpenedCards {
  /** The cards of an entry and of its namesakes. */
  of: (asked: readonly AskedEntry[]) => readonly FullCard[] | NoCardReason;
  /** Allows another request for cards that failed. */
  retry: () => void;
  clear: () => void;
}

/** Resolves with null or rejects if the cards are not available. */
export type FetchFullCards = (asked: readonly AskedEntry[]) => Promise<readonly FullCard[] | null>;

/** What `card.js` offers to the page script. */
export interface CardScript {
  /** `pointer`: its last position, if it has moved. `pressedAt`: the time of the last press. */
  hover: (ports: HoverPorts, pointer: Pointer | null, pressedAt: number) => PageHover;
  ofFrames: (ports: FrameCardPorts) => CardsOfFrames;
  /** `changed`: called when an answer has arrived. */
  fullCards: (fetch: FetchFullCards, changed: () => void) => OpenedCards;
}

const KEY = Symbol.for('tradegloss.card-script');
const world = globalThis as { [KEY]?: CardScript | undefined };

/** Called by the card script as it loads. */
export const publishCardScript = (script: CardScript): void => {
  world[KEY] = script;
};

/** The card script, if it has run here. */
export const cardScript = (): CardScript | null => world[KEY] ?? null;

/** Drops the script of an earlier version, which must not draw the cards of this one. */
export const dropCardScript = (): void => {
  delete world[KEY];
};
