/**
 * The card on a mention: its content, its position and the user's actions. The hover controller
 * decides when it opens and closes.
 */
import { kindIn, isOwn } from '../../knowledge/model/ids.ts';
import type { AskedEntry } from '../../messaging/page-request.ts';
import type { CardHost } from './card-host.ts';
import { copyText } from './copy-to-clipboard.ts';
import type { CardCommands, CardPorts, CardSize, CardView } from './card-script.ts';
import { freeMargins } from './free-margins.ts';
import { typeOf } from '../dom/safe-dom.ts';
import type { PageMention } from '../mentions/mentions.ts';
import type { Box } from '../dom/box.ts';
import { nearestLine } from './position.ts';
import { pageTheme } from './page-theme.ts';

/** Milliseconds after which a card that is still loading shows a placeholder. */
const SKELETON_AFTER_MS = 150;

/** The mention whose card is open, and how it was opened. */
export interface OpenedMention {
  mention: PageMention;
  pinned: boolean;
  /** True if the card stays until it is closed: pinned, or opened by the keyboard or a tap. */
  stays: boolean;
  /** True if the keyboard opened it: its text is announced. */
  spoken: boolean;
  /** True if a tap opened it: it is a sheet at the lower edge of the window. */
  isSheet: boolean;
  pointer: { x: number; y: number } | null;
}

/** The operations on a card, whether this frame or the top page draws it. */
export type CardSurface = Pick<
  CardHost,
  | 'isIn'
  | 'coveredBy'
  | 'holds'
  | 'isHost'
  | 'box'
  | 'closeMenu'
  | 'hasFocus'
  | 'isAtEdge'
  | 'cameFrom'
  | 'focus'
  | 'close'
>;

/** A card on the page, from its first drawing to its end. */
export interface OpenCard {
  readonly host: CardSurface;
  readonly size: CardSize;
  /** The line of the mention next to which the card is. */
  readonly line: Box | null;
  /**
   * Draws the card of a mention that may be opened next, if its glance is loaded, so that opening
   * only has to show it.
   */
  prepare: (mention: PageMention) => void;
  /** Starts with another mention: forgets the size and the links followed so far. */
  begin: (size: CardSize) => void;
  resize: (size: CardSize) => void;
  /** Returns false if the mention is outside the window or gone. */
  draw: (opened: OpenedMention) => boolean;
  /** Moves the card to its mention. Returns false as above; then the card stays. */
  follow: (opened: OpenedMention) => boolean;
}

/** What a card reports to the hover controller. */
export interface CardEvents {
  close: () => void;
  pin: () => void;
  /** `here`: on this site only. */
  mute: (mention: PageMention, here: boolean) => void;
  /** The pointer entered or left the card, if this frame does not get its events. */
  pointer: (isInside: boolean) => void;
  /** Draws this card, if it is open. */
  redraw: () => void;
}

interface LocatedMention {
  line: Box;
  rtl: boolean;
  block: Element | null;
}

const isSame = (a: Box | null, b: Box): boolean =>
  a !== null && a.left === b.left && a.top === b.top && a.right === b.right && a.bottom === b.bottom;

export function openCard(host: CardHost, ports: CardPorts, events: CardEvents): OpenCard {
  let line: Box | null = null;
  let trail: string[] = [];
  let openedAt = 0;
  let size: CardSize = 'glance';

  /** Runs before the card is drawn, so that it forces no layout of the page. */
  const find = ({ mention, pointer }: OpenedMention): LocatedMention | null => {
    const range = ports.range(mention);
    const near = line ? { x: line.left + 1, y: (line.top + line.bottom) / 2 } : pointer;
    const found = range && nearestLine([...range.getClientRects()], near);
    if (!found || found.bottom < 0 || found.top > window.innerHeight) return null;
    // Uses the paragraph's direction: a Latin name in Arabic text is often in its own element.
    const { container } = mention.flow;
    const block = typeOf(container) === 1 ? (container as Element) : range.startContainer.parentElement;
    return { line: found, block, rtl: block !== null && getComputedStyle(block).direction === 'rtl' };
  };

  /** Measures the margins only once, before the card covers them. */
  const place = ({ line: now, block, rtl }: LocatedMention, isSheet: boolean): void => {
    if (isSheet) {
      const overlap = host.placeSheet(now);
      // Scrolls so that the sheet does not cover the word.
      if (line === null && overlap > 0) window.scrollBy({ top: overlap });
      line = now;
      return;
    }
    const column = line || !block ? null : freeMargins(block, now, host.viewport);
    line = now;
    host.place(now, { rtl, column });
  };

  /** An entry that the user reached by a link has the link's name until its card arrives. */
  const calledAs = (mention: PageMention): CardView['called'] => {
    const entry = trail.at(-1);
    if (entry === undefined) return mention;
    const from = ports.full(askedAt(trail.length - 1, mention));
    const links = typeof from === 'string' ? [] : from.flatMap(({ card }) => [...card.related, ...card.members]);
    const name = links.find(({ id }) => id === entry)?.name ?? mention.name;
    return { name, kind: kindIn(entry) };
  };

  /**
   * The entries of the card at a step of the trail. Entries reached by a link have the same text
   * around them.
   */
  const askedAt = (step: number, mention: PageMention): readonly AskedEntry[] => {
    const entry = step === 0 ? undefined : trail[step - 1];
    const near = ports.near(mention);
    return (entry === undefined ? ports.entries(mention) : [entry]).map((one) => ({ entry: one, ...near }));
  };
  /** An own term comes before the entries of lists. */
  const firstIn = (mention: PageMention): string => ports.entries(mention).find(isOwn) ?? mention.entry;
  const shownIn = (mention: PageMention): AskedEntry => ({
    entry: trail.at(-1) ?? firstIn(mention),
    ...ports.near(mention),
  });

  const resize = (to: CardSize): void => {
    size = to;
    events.redraw();
  };

  const commands = (mention: PageMention): CardCommands => {
    const own = trail.length === 0;
    const { entry } = shownIn(mention);
    return {
      close: events.close,
      pin: events.pin,
      resize,
      back: own
        ? undefined
        : () => {
            trail.pop();
            events.redraw();
          },
      copy: (text) => copyText(ports.document, text),
      open: (one, panel) => ports.open({ entry: one, ...ports.near(mention) }, panel),
      star: (ref, on) => host.allowsChange(events.close) && ports.star(ref, on),
      report: isOwn(entry) ? undefined : () => ports.report({ entry, ...ports.near(mention) }, mention),
      mute: own ? (here) => host.allowsChange(events.close) && events.mute(mention, here) : undefined,
      choose: own ? (entry) => host.allowsChange(events.close) && ports.choose(mention, entry) : undefined,
      setDay: ports.setDay && ((day) => host.allowsChange(events.close) && ports.setDay?.(day)),
      follow: (one) => {
        trail.push(one);
        events.redraw();
        if (host.hasFocus) host.focus();
      },
      retry: ports.retry,
    };
  };

  const viewOf = ({ mention, pinned, stays, spoken, isSheet }: Omit<OpenedMention, 'pointer'>): CardView => {
    const own = trail.length === 0;
    const asked = askedAt(trail.length, mention);
    const glance = ports.glance(shownIn(mention));
    const late = performance.now() - openedAt >= SKELETON_AFTER_MS - 5;
    return {
      size,
      glance: glance === 'loading' && late ? 'late' : glance,
      full: size === 'full' ? ports.full(asked) : 'loading',
      lists: own ? asked.length - 1 : 0,
      mention,
      followed: ports.followed(),
      called: calledAs(mention),
      own,
      pinned,
      stays,
      spoken,
      isSheet,
      locale: ports.look().locale,
      commands: commands(mention),
    };
  };

  return {
    host,
    get size() {
      return size;
    },
    get line() {
      return line;
    },
    prepare: (mention) => {
      [trail, size] = [[], ports.look().cardSize];
      if (typeof ports.glance(shownIn(mention)) !== 'string')
        host.prepare(
          viewOf({ mention, pinned: false, stays: false, spoken: false, isSheet: false }),
          ports.look().textSize,
        );
    },
    begin: (opensAs) => {
      [line, trail, openedAt, size] = [null, [], performance.now(), opensAs];
      host.forgetPlace();
      setTimeout(events.redraw, SKELETON_AFTER_MS);
    },
    resize,
    draw: (opened) => {
      const found = find(opened);
      if (!found && !opened.pinned) return false;
      const { theme, textSize } = ports.look();
      host.draw(viewOf(opened), {
        theme: theme === 'page' ? pageTheme(ports.document) : theme === 'system' ? null : theme,
        textSize,
      });
      if (found) place(found, opened.isSheet);
      return found !== null;
    },
    follow: (opened) => {
      const found = find(opened);
      if (found && !isSame(line, found.line)) place(found, opened.isSheet);
      return found !== null;
    },
  };
}
