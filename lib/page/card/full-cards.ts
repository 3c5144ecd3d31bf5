/**
 * Fetches full cards when they are opened. Few are kept, since each takes as much memory as ten
 * glances.
 */
import type { FullCard } from '../../card/model/full-card.ts';
import { nearKey } from '../../messaging/compare-nearest.ts';
import type { AskedEntry } from '../../messaging/page-request.ts';
import type { FetchFullCards, NoCardReason, OpenedCards } from './card-script.ts';

/** Cards that are kept: as many as a user comes back to. */
const MAX_KEPT = 12;

type CachedCards = readonly FullCard[] | 'loading' | 'failed';

export class FullCards implements OpenedCards {
  readonly #fetch: FetchFullCards;
  readonly #changed: () => void;
  /** In the order of their last use. */
  readonly #held = new Map<string, CachedCards>();

  /** `changed`: called when an answer has arrived. */
  constructor(fetch: FetchFullCards, changed: () => void) {
    this.#fetch = fetch;
    this.#changed = changed;
  }

  of(asked: readonly AskedEntry[]): readonly FullCard[] | NoCardReason {
    const key = asked.map((one) => `${one.entry}|${nearKey(one)}`).join(' ');
    const held = this.#held.get(key) ?? 'loading';
    if (!this.#held.has(key)) void this.#load(asked, key);
    this.#keep(key, held);
    return held;
  }

  retry(): void {
    for (const [key, held] of this.#held) if (held === 'failed') this.#held.delete(key);
  }

  clear(): void {
    this.#held.clear();
  }

  async #load(asked: readonly AskedEntry[], key: string): Promise<void> {
    const cards = await this.#fetch(asked).catch(() => null);
    // The cache was cleared in between: the answer belongs to another article or other settings.
    if (this.#held.get(key) !== 'loading') return;
    this.#keep(key, cards && cards.length > 0 ? cards : 'failed');
    this.#changed();
  }

  #keep(key: string, held: CachedCards): void {
    this.#held.delete(key);
    this.#held.set(key, held);
    for (const oldest of this.#held.keys()) {
      if (this.#held.size <= MAX_KEPT) return;
      this.#held.delete(oldest);
    }
  }
}
