/**
 * Glances of the entries on a page: asked for once each, kept while article and settings stay the
 * same. One that is read in another sentence may lead with another measure, and is another card.
 */
import type { GlanceModel } from '../../card/model/glance-model.ts';
import type { Background } from '../../messaging/ask-background.ts';
import { MAX_ENTRIES } from '../../messaging/limits.ts';
import { nearKey } from '../../messaging/near.ts';
import type { Near } from '../../messaging/near-schema.ts';
import type { AskedEntry, PageRequestOf } from '../../messaging/protocol.ts';
import { cardScript } from '../card/card-script.ts';

type Article = Pick<PageRequestOf<'cards'>, 'articleDay' | 'lang'>;

/** Cards besides one of each entry: of words that were pointed at, the latest. */
const MAX_OTHERS = 30;

export interface CardCachePorts {
  background: Pick<Background, 'cards' | 'cardScript'>;
  article: () => Article;
  isAlive: () => boolean;
  /** Cards came in, or could not be had. */
  onCards: () => void;
  signal: AbortSignal;
}

const keyOf = (asked: AskedEntry): string => `${asked.entry}|${nearKey(asked)}`;

export class CardCache {
  readonly #ports: CardCachePorts;
  readonly #cards = new Map<string, GlanceModel>();
  /** Keys of cards, and entries of which one was asked for. */
  readonly #asked = new Set<string>();
  readonly #entries = new Set<string>();
  /** Keys of cards besides those, in the order of asking. */
  readonly #others = new Set<string>();
  #failed = false;

  constructor(ports: CardCachePorts) {
    this.#ports = ports;
  }

  /** The last request failed, or not all that came could be used. */
  get failed(): boolean {
    return this.#failed;
  }

  /** The card, or why there is none; asks for it where that was not done yet. */
  card(asked: AskedEntry): GlanceModel | 'loading' | 'failed' | 'gone' {
    const card = this.#cards.get(keyOf(asked));
    if (card) return card;
    if (!this.#ports.isAlive()) return 'gone';
    if (this.#failed) return 'failed';
    if (!this.#asked.has(keyOf(asked))) {
      if (this.#entries.has(asked.entry)) this.#others.add(keyOf(asked));
      void this.#ask([asked]);
      this.#dropOldest();
    }
    return 'loading';
  }

  /**
   * Asks for the cards of entries of which none was asked for yet. `nearOf`: what is named around
   * the first mention. False where there are none.
   */
  want(entries: Iterable<string>, nearOf: (entry: string) => Near): boolean {
    const fresh = [...entries].filter((entry) => !this.#entries.has(entry));
    if (fresh.length > 0) void this.#ask(fresh.map((entry) => ({ entry, ...nearOf(entry) })));
    return fresh.length > 0;
  }

  /** Cards are other ones from now on: another article, other settings. */
  clear(): void {
    this.#cards.clear();
    this.#others.clear();
    this.#forgetAsked();
  }

  /** Asks again for all that is wanted next; what is here is shown until then. */
  renew(): void {
    this.#failed = false;
    this.#forgetAsked();
  }

  #forgetAsked(): void {
    this.#asked.clear();
    this.#entries.clear();
  }

  #dropOldest(): void {
    const [oldest] = this.#others;
    if (this.#others.size <= MAX_OTHERS || oldest === undefined) return;
    for (const held of [this.#others, this.#cards, this.#asked]) held.delete(oldest);
  }

  async #ask(asked: readonly AskedEntry[]): Promise<void> {
    const { background, article, onCards, signal } = this.#ports;
    const keys = new Map(asked.map((one) => [one.entry, keyOf(one)]));
    for (const [entry, key] of keys) {
      this.#asked.add(key);
      this.#entries.add(entry);
    }
    try {
      const wanted = background.cards({ entries: asked.slice(0, MAX_ENTRIES), ...article() });
      // Pages that name nothing never load what draws cards.
      const [sent] = await Promise.all([wanted, cardScript() === null ? background.cardScript() : null]);
      let isWhole = sent !== null && cardScript() !== null;
      for (const card of (sent ?? []) as readonly GlanceModel[]) {
        const key = keys.get(card.id);
        if (key === undefined) isWhole = false;
        else this.#cards.set(key, card);
      }
      this.#failed = !isWhole;
    } catch {
      for (const [entry, key] of keys) {
        this.#asked.delete(key);
        this.#entries.delete(entry);
      }
      this.#failed = true;
    }
    if (!signal.aborted) onCards();
  }
}
