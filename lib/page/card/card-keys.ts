/** Handles the keys of open cards: Escape, Enter, and Tab into and out of a card. */
import { activeElementOf, bodyOf, rootOf } from '../dom/safe-dom.ts';
import type { CardSize } from './card-script.ts';
import type { OpenCard } from './open-card.ts';

/** The cards that a key may concern. */
export interface KeyTargets {
  document: Document;
  /** The open card of the pointer or the keyboard, if any. */
  card: OpenCard | null;
  /** The pinned card that has the focus, or else the newest one. */
  pinned: OpenCard | null;
  /** The size in which cards open. */
  opensAs: CardSize;
  close: (card: OpenCard) => void;
  /** Keeps the card open wherever the pointer goes. */
  keep: () => void;
}

function stop(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

/** Returns true if the key was handled. */
export function handleCardKey(event: KeyboardEvent, targets: KeyTargets): boolean {
  const { card } = targets;
  if (event.key === 'Escape') {
    if (!goBack(targets)) return false;
    stop(event);
    return true;
  }
  if (!card) return false;
  if (event.key === 'Enter') return enter(event, card, targets.document);
  if (event.key !== 'Tab' || event.altKey || event.ctrlKey || event.metaKey) return false;
  tab(event, card, targets);
  return true;
}

/**
 * Does what Escape does: a full card becomes the glance again, and a glance closes. Returns false
 * if no card is open.
 */
export function goBack({ card: open, pinned, opensAs, close }: KeyTargets): boolean {
  const card = pinned?.host.hasFocus ? pinned : (open ?? pinned);
  if (!card) return false;
  if (card.host.closeMenu()) return true;
  if (card.size === 'full' && opensAs === 'glance') card.resize('glance');
  else close(card);
  return true;
}

/** Enter opens the full card if nothing in the page has the focus; Alt+Enter always does. */
function enter(event: KeyboardEvent, card: OpenCard, document: Document): boolean {
  const active = activeElementOf(document);
  const isFree = active === null || active === bodyOf(document) || active === rootOf(document);
  if (card.size === 'full' || card.host.hasFocus || !(isFree || event.altKey)) return false;
  stop(event);
  card.resize('full');
  return true;
}

function tab(event: KeyboardEvent, card: OpenCard, { keep, close }: KeyTargets): void {
  const { host } = card;
  if (!host.hasFocus) {
    keep();
    host.focus();
    event.preventDefault();
  } else if (host.isAtEdge(event.shiftKey)) {
    // Tab out of the card closes it. Forwards, the browser continues from where the focus was
    // before.
    if (event.shiftKey || !host.cameFrom) event.preventDefault();
    close(card);
  }
}
