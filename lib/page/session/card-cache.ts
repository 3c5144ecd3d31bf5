/**
 * Glances of the entries on a page: asked for once each, kept while article and settings stay the
 * same.
 */
import type { GlanceModel } from '../../card/model/glance-model.ts';
import { turn } from '../../core/slices.ts';
import type { Background } from '../../messaging/ask-background.ts';
import { MAX_ENTRIES, type PageRequestOf } from '../../messaging/protocol.ts';
import { cardScript } from '../card/card-script.ts';

type Article = Pick<PageRequestOf<'cards'>, 'articleDay' | 'lang'>;

export interface CardCachePorts {
  background: Pick<Background, 'cards' | 'cardScript'>;
  article: () => Article;
  isAlive: () => boolean;
  /** Cards came in, or could not be had. */
  onCards: () => void;
  signal: AbortSignal;
}

export class CardCache {
  readonly #ports: CardCachePorts;
  readonly #cards = new Map<string, GlanceModel>();
  readonly #asked = new Set<string>();
  #failed = false;

  constructor(ports: CardCachePorts) {
    this.#ports = ports;
  }

  /** The last request failed, or not all that came could be used. */
  get failed(): boolean {
    return this.#failed;
  }

  /** The card, or why there is none; asks for it where that was not done yet. */
  card(entry: string): GlanceModel | 'loading' | 'failed' | 'gone' {
    const card = this.#cards.get(entry);
    if (card) return card;
    if (!this.#ports.isAlive()) return 'gone';
    if (this.#failed) return 'failed';
    if (!this.#asked.has(entry)) void this.#ask([entry]);
    return 'loading';
  }

  /** Asks for the cards of those that were not asked for yet. False where there are none. */
  want(entries: Iterable<string>): boolean {
    const fresh = [...entries].filter((entry) => !this.#asked.has(entry));
    if (fresh.length > 0) void this.#ask(fresh);
    return fresh.length > 0;
  }

  /** Cards are other ones from now on: another article, other settings. */
  clear(): void {
    this.#cards.clear();
    this.#asked.clear();
  }

  /** Asks again for all that is wanted next; what is here is shown until then. */
  renew(): void {
    this.#failed = false;
    this.#asked.clear();
  }

  async #ask(entries: readonly string[]): Promise<void> {
    const { background, article, onCards, signal } = this.#ports;
    for (const entry of entries) this.#asked.add(entry);
    try {
      const wanted = background.cards({ entries: entries.slice(0, MAX_ENTRIES), ...article() });
      // Pages that name nothing never load what draws cards.
      const [sent] = await Promise.all([wanted, cardScript() === null ? background.cardScript() : null]);
      let isWhole = sent !== null;
      for (const one of sent ?? []) {
        const card = cardScript()?.glanceOf(one) ?? null;
        if (card) this.#cards.set(card.id, card);
        else isWhole = false;
        // Each takes a moment, the first of them some milliseconds.
        await turn();
      }
      this.#failed = !isWhole;
    } catch {
      for (const entry of entries) this.#asked.delete(entry);
      this.#failed = true;
    }
    if (!signal.aborted) onCards();
  }
}
