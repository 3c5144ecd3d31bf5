/**
 * The hover and card code is a script of its own. The background injects it with the first glances,
 * so pages without mentions never load it. This is all that the two scripts know of each other.
 */
import type { FullCard } from '../../card/model/full-card.ts';
import type { GlanceModel } from '../../card/model/glance-model.ts';
import type { Locale } from '../../i18n/translate.ts';
import type { FrameCardNews } from '../../messaging/frame-card-news.ts';
import type { FrameCardInput } from '../../messaging/frame-card.ts';
import type { Near } from '../../messaging/near-schema.ts';
import type { AskedEntry } from '../../messaging/page-request.ts';
import type { Source } from './hover-state.ts';
import type { Marks } from '../marks/highlighter.ts';
import type { Box } from './position.ts';
import type { PageMention } from '../mentions/mentions.ts';

/** The user's actions on a card; an action that is left out is not offered. */
export interface CardCommands {
  close: () => void;
  pin: () => void;
  /** To the full card, or back to the glance. */
  resize: (size: CardSize) => void;
  back?: (() => void) | undefined;
  copy: (text: string) => Promise<void>;
  open: (entry: string, panel: boolean) => void;
  /** Follows an entry, a measure or a list, or not any more. */
  star: (ref: string, on: boolean) => void;
  /** Opens a report of a fault, for the user to send. */
  report?: (() => void) | undefined;
  /** On this site only, or everywhere. */
  mute?: ((here: boolean) => void) | undefined;
  /** Chooses another entry for the name; null: the name stays unmarked. */
  choose?: ((entry: string | null) => void) | undefined;
  /** The day of the article; null: as the page states it. */
  setDay?: ((day: string | null) => void) | undefined;
  follow: (entry: string) => void;
  retry: () => void;
}

export type CardSize = 'glance' | 'full';
/** Why there is no card: not here yet, not read, or the extension behind the page has gone. */
export type Missing = 'loading' | 'failed' | 'gone';

export interface CardView {
  size: CardSize;
  /** The glance, or why there is none. `loading` shows nothing yet, `late` that it takes long. */
  glance: GlanceModel | Missing | 'late';
  /**
   * The full cards of all lists that know the name, in the user's order; the first one is of
   * `glance`.
   */
  full: readonly FullCard[] | Missing;
  /** How many further lists know the name. */
  lists: number;
  mention: PageMention;
  /** The name to show until the card arrives, from the page or from the card with the link. */
  called: { name: string; kind: string };
  /** The card is of the mention's own entry, not of one that was followed to. */
  own: boolean;
  /** References to what the user follows. */
  followed: readonly string[];
  pinned: boolean;
  /** Stays until it is closed: pinned, or opened by the keyboard or a tap. */
  stays: boolean;
  /**
   * Opened by the keyboard, with the focus left in place: read aloud, since nothing else announces
   * the card.
   */
  spoken: boolean;
  /** At the lower edge of the window: a finger opened it. */
  isSheet: boolean;
  locale: Locale;
  commands: CardCommands;
}

export interface Look {
  theme: 'system' | 'page' | 'light' | 'dark';
  textSize: number;
  openAfter: number;
  openOn: 'rest' | 'click' | 'key';
  cardSize: CardSize;
  locale: Locale;
}

/** The needs of a card. */
export interface CardPorts {
  document: Document;
  look: () => Look;
  /**
   * The glance of an entry if it is here already; otherwise asks for it, and has it drawn when it
   * comes.
   */
  glance: (asked: AskedEntry) => GlanceModel | Missing;
  /**
   * The full cards of an entry and of its namesakes on other lists, in the order of their lists.
   */
  full: (asked: readonly AskedEntry[]) => readonly FullCard[] | Missing;
  /** The entries that the text names around a mention. */
  near: (mention: PageMention) => Near;
  /** The entries of all lists for a mention, in the order of the lists. */
  entries: (mention: PageMention) => readonly string[];
  /** The present place of a mention; null where its text has changed. */
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
 * The place and time of the pointer's last move. The time is -Infinity once the user does something
 * else.
 */
export interface Pointer {
  x: number;
  y: number;
  at: number;
}

/** The card of this frame in the top page. */
export interface TopPage {
  /** False where the top page does not show it. */
  show: (input: FrameCardInput) => Promise<boolean>;
  /** Calls with what the user does on the card; returns a way to stop. */
  listen: (id: number, call: (news: FrameCardNews) => void) => () => void;
  articleDay: () => string | null;
  /** The sentence around a mention. */
  quote: (mention: PageMention) => string;
}

export interface FrameCardPorts extends CardPorts {
  signal: AbortSignal;
  articleDay: () => string | null;
  tell: (frame: number, id: number, news: FrameCardNews) => void;
}

/** In the top page: the cards of mentions in its frames. */
export interface CardsOfFrames {
  /** True where it is done: a card that opens is shown here, and not in its frame. */
  take: (frame: number, input: FrameCardInput) => boolean;
  isHost: (element: Element) => boolean;
  /** Something that a card shows has come in. */
  redraw: () => void;
  close: () => void;
}

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
   * Closes the card if its mention is gone, unless the page draws the words again in their place.
   */
  dropIf: (isGone: (mention: PageMention) => boolean) => void;
  /** Called when marks are painted again: the pointer may already rest on one of them. */
  again: () => void;
  /** Closes every card. */
  close: () => void;
  /** Draws open cards again: data that they show has arrived. */
  redraw: () => void;
}

export interface CardScript {
  /** `pointer`: where it was last, if it moved at all. */
  hover: (ports: HoverPorts, pointer: Pointer | null) => PageHover;
  ofFrames: (ports: FrameCardPorts) => CardsOfFrames;
}

const KEY = Symbol.for('tradegloss.card-script');
const world = globalThis as { [KEY]?: CardScript | undefined };

export const publishCardScript = (script: CardScript): void => {
  world[KEY] = script;
};

/** The card script, if it has run here. */
export const cardScript = (): CardScript | null => world[KEY] ?? null;

/** A script that an earlier version left must not draw the cards of this one. */
export const dropCardScript = (): void => {
  delete world[KEY];
};
