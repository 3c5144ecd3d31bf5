/**
 * The card on a mention: what it shows, where it stands, what the reader does on it. What follows the
 * pointer says when it opens and closes.
 */
import { kindIn } from '../../knowledge/model/ids.ts';
import type { CardHost } from './card-host.ts';
import { copyText } from './copy-to-clipboard.ts';
import type { CardCommands, CardPorts, CardView } from './card-script.ts';
import { typeOf } from '../dom/safe-dom.ts';
import type { PageMention } from '../mentions/mentions.ts';
import { nearestLine, type Box } from './position.ts';
import { pageTheme } from './page-theme.ts';

/** Milliseconds until a card that is waited for says so. */
const SKELETON_AFTER = 150;

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
  /** Draws the card of a mention that may be opened next, if it is here: to open it takes no more than to show it then. */
  prepare: (mention: PageMention) => void;
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

export function openCard(host: CardHost, ports: CardPorts, events: CardEvents): OpenCard {
  let line: Box | null = null;
  let trail: string[] = [];
  let openedAt = 0;

  /** Asked before the card is drawn, while nothing of the page has to be laid out for it. */
  const find = ({ mention, pointer }: Opened): { line: Box; rtl: boolean } | null => {
    const range = ports.range(mention);
    const near = line ? { x: line.left + 1, y: (line.top + line.bottom) / 2 } : pointer;
    const found = range && nearestLine([...range.getClientRects()], near);
    if (!found || found.bottom < 0 || found.top > window.innerHeight) return null;
    line = found;
    // The paragraph's direction: a Latin name in Arabic text often stands in an element of its own.
    const { container } = mention.flow;
    const block = typeOf(container) === 1 ? (container as Element) : range.startContainer.parentElement;
    return { line, rtl: block !== null && getComputedStyle(block).direction === 'rtl' };
  };

  /** What was followed to is called as in the card that holds the link. */
  const calledAs = (mention: PageMention): CardView['called'] => {
    const entry = trail.at(-1);
    if (entry === undefined) return mention;
    const from = ports.card(trail.at(-2) ?? mention.entry);
    const links = typeof from === 'string' ? [] : [...from.related, ...from.members];
    const name = links.find(({ id }) => id === entry)?.name ?? mention.name;
    return { name, kind: kindIn(entry) };
  };

  const commands = (mention: PageMention): CardCommands => {
    const own = trail.length === 0;
    return {
      close: events.close,
      pin: events.pin,
      back: own
        ? undefined
        : () => {
            trail.pop();
            events.redraw();
          },
      copy: (text) => copyText(ports.document, text),
      open: ports.open,
      mute: own ? (here) => host.allowsChange(events.close) && ports.mute(mention, here) : undefined,
      choose: own ? (entry) => host.allowsChange(events.close) && ports.choose(mention, entry) : undefined,
      follow: (entry) => {
        trail.push(entry);
        events.redraw();
        if (host.hasFocus) host.focus();
      },
      retry: ports.retry,
    };
  };

  const viewOf = ({ mention, pinned, spoken }: Omit<Opened, 'pointer'>, card: CardView['card']): CardView => {
    const own = trail.length === 0;
    return {
      card,
      mention,
      called: calledAs(mention),
      words: own ? ports.words(mention) : [],
      own,
      pinned,
      spoken,
      locale: ports.look().locale,
      commands: commands(mention),
    };
  };

  return {
    host,
    get line() {
      return line;
    },
    prepare: (mention) => {
      trail = [];
      const card = ports.words(mention).find(({ id }) => id === mention.entry);
      if (card) host.prepare(viewOf({ mention, pinned: false, spoken: false }, card), ports.look().textSize);
    },
    begin: () => {
      [line, trail, openedAt] = [null, [], performance.now()];
      host.forgetSide();
      setTimeout(events.redraw, SKELETON_AFTER);
    },
    place: (opened) => {
      const found = find(opened);
      if (found) host.place(found.line, found.rtl);
      return found !== null;
    },
    draw: (opened) => {
      const found = find(opened);
      if (!found) return false;
      const model = ports.card(trail.at(-1) ?? opened.mention.entry);
      const { theme, textSize } = ports.look();
      const late = performance.now() - openedAt >= SKELETON_AFTER - 5;
      host.draw(viewOf(opened, model === 'loading' && late ? 'late' : model), {
        theme: theme === 'page' ? pageTheme(ports.document) : theme === 'system' ? null : theme,
        textSize,
      });
      host.place(found.line, found.rtl);
      return true;
    },
  };
}
