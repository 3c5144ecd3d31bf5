/**
 * Caches the glances of the entries on a page. Each is requested once and kept while article and
 * settings stay the same. An entry in another sentence may have another lead, and so another card.
 */
import type { GlanceModel } from '../../card/model/glance-model.ts';
import type { Background } from '../../messaging/ask-background.ts';
import { MAX_ENTRIES } from '../../messaging/limits.ts';
import { nearKey } from '../../messaging/compare-nearest.ts';
import type { NearestEntries } from '../../messaging/nearest-schema.ts';
import type { AskedEntry, PageRequestOf } from '../../messaging/page-request.ts';
import { cardScript } from '../card/card-script.ts';

type Article = Pick<PageRequestOf<'cards'>, 'articleDay' | 'lang'>;

/** Cards that are kept besides the first of each entry: those of the latest hovered words. */
const MAX_OTHERS = 30;

/** The page view that the cache serves. `isAlive`: false after the view has ended. */
export interface CardCachePorts {
  background: Pick<Background, 'cards' | 'cardScript'>;
  article: () => Article;
  isAlive: () => boolean;
  /** Called when cards have arrived or failed. */
  onCards: () => void;
  signal: AbortSignal;
}

const keyOf = (asked: AskedEntry): string => `${asked.entry}|${nearKey(asked)}`;

export class CardCache {
  readonly #ports: CardCachePorts;
  readonly #cards = new Map<string, GlanceModel>();
  /** Keys of requested cards. */
  readonly #asked = new Set<string>();
  readonly #entries = new Set<string>();
  /** Keys of further cards of the same entries, oldest first. */
  readonly #others = new Set<string>();
  #failed = false;

  constructor(ports: CardCachePorts) {
    this.#ports = ports;
  }

  /** True if the last request failed, or part of its answer could not be used. */
  get failed(): boolean {
    return this.#failed;
  }

  /** The card, or why there is none. Requests it if it was not requested before. */
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
   * Requests the cards of entries that have none yet. `nearOf`: the entries around the first
   * mention. Returns false if there was nothing to request.
   */
  want(entries: Iterable<string>, nearOf: (entry: string) => NearestEntries): boolean {
    const fresh = [...entries].filter((entry) => !this.#entries.has(entry));
    if (fresh.length > 0) void this.#ask(fresh.map((entry) => ({ entry, ...nearOf(entry) })));
    return fresh.length > 0;
  }

  /** Forgets all cards: the article or the settings have changed. */
  clear(): void {
    this.#cards.clear();
    this.#others.clear();
    this.#forgetAsked();
  }

  /** Makes all cards be requested again when needed; until then the present ones are shown. */
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
      // Pages without mentions never load the card script.
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
