/**
 * The cards that the user pinned: they stay and follow their words, while the pointer opens other
 * cards.
 */
import type { PageMention } from '../mentions/mentions.ts';
import type { OpenCard, OpenedMention } from './open-card.ts';

/** A pinned card and the mention that it follows. */
export interface PinnedCard {
  card: OpenCard;
  opened: OpenedMention;
}

export class PinnedCards {
  #pinned: PinnedCard[] = [];

  get cards(): readonly OpenCard[] {
    return this.#pinned.map(({ card }) => card);
  }

  get mentions(): readonly PageMention[] {
    return this.#pinned.map(({ opened }) => opened.mention);
  }

  add(pinned: PinnedCard): void {
    this.#pinned.push(pinned);
    pinned.card.draw(pinned.opened);
  }

  of(card: OpenCard): PinnedCard | null {
    return this.#pinned.find((one) => one.card === card) ?? null;
  }

  /** Removes a card from the pinned ones and leaves it in the page; the caller closes it. */
  take(card: OpenCard): PinnedCard | null {
    const taken = this.of(card);
    this.#pinned = this.#pinned.filter((one) => one !== taken);
    return taken;
  }

  shows(mention: PageMention): boolean {
    return this.#pinned.some(({ opened }) => opened.mention === mention);
  }

  holds(target: EventTarget | null): boolean {
    return this.#pinned.some(({ card }) => card.host.holds(target));
  }

  isHost(element: Element): boolean {
    return this.#pinned.some(({ card }) => card.host.isHost(element));
  }

  /** The card that has the keyboard focus. */
  get focused(): OpenCard | null {
    return this.#pinned.find(({ card }) => card.host.hasFocus)?.card ?? null;
  }

  /** The card that was pinned last. */
  get newest(): OpenCard | null {
    return this.#pinned.at(-1)?.card ?? null;
  }

  /** Moves the cards to their words. A card whose word has left the window does not move. */
  follow(): void {
    for (const { card, opened } of this.#pinned) card.follow(opened);
  }

  redraw(): void {
    for (const { card, opened } of this.#pinned) card.draw(opened);
  }

  closeAll(): void {
    for (const { card } of this.#pinned) card.host.close();
    this.#pinned = [];
  }
}
