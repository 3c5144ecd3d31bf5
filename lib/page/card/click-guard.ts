/**
 * Clickjacking: a page can draw above the card and let clicks through (`pointer-events: none`), so
 * that the user mutes a name without seeing the card. A setting changes only by a click on a card
 * that was in plain sight for a while, and no click counts right after the card moved under the
 * pointer.
 */
import { isLayer } from './layer-host.ts';
import { isInViewTransition, othersInTopLayer } from '../dom/top-layer.ts';

const IN_SIGHT_MS = 500;
const AT_REST_MS = 300;
/** Times that an open card is raised above elements of the page before it closes. */
const MAX_RAISES = 3;
/**
 * Milliseconds; the least that is allowed with `trackVisibility`:
 * https://developer.mozilla.org/docs/Web/API/IntersectionObserver/delay.
 */
const OBSERVER_DELAY_MS = 100;

/** Chromium alone reports covers and effects: https://w3c.github.io/IntersectionObserver/v2/ */
const TRACKS_VISIBILITY =
  typeof IntersectionObserverEntry === 'function' && 'isVisible' in IntersectionObserverEntry.prototype;
type TrackedEntry = IntersectionObserverEntry & { isVisible?: boolean };

export class ClickGuard {
  #observer: IntersectionObserver | null = null;
  #card: Element | null = null;
  #inSightSince: number | null = null;
  #shownAt = -Infinity;
  #movedAt = -Infinity;
  #box = '';
  #raises = 0;

  /** Call when the card opens and when it is raised. */
  shown(): void {
    this.#shownAt = this.#movedAt = performance.now();
    if (!TRACKS_VISIBILITY) this.#inSightSince = this.#shownAt;
  }

  /** Call after each drawing and placing. `box`: the card's box in the window, as text. */
  placed(card: Element, box: string): void {
    if (box !== this.#box) this.#movedAt = performance.now();
    this.#box = box;
    if (card === this.#card) return;
    this.#observer?.disconnect();
    this.#card = card;
    this.#shownAt = performance.now();
    if (!TRACKS_VISIBILITY) return;
    this.#inSightSince = null;
    // TypeScript's types lack these options.
    const options = { trackVisibility: true, delay: OBSERVER_DELAY_MS } as IntersectionObserverInit;
    this.#observer = new IntersectionObserver((entries) => this.#note(entries), options);
    this.#observer.observe(card);
  }

  closed(): void {
    this.#observer?.disconnect();
    [this.#observer, this.#card, this.#inSightSince, this.#box, this.#raises] = [null, null, null, '', 0];
  }

  #note(entries: readonly TrackedEntry[]): void {
    const isVisible = entries.at(-1)?.isVisible;
    if (isVisible === undefined) return;
    this.#inSightSince = isVisible ? (this.#inSightSince ?? performance.now()) : null;
  }

  /**
   * Stops a click on a card that has just moved. A click by keyboard has no position and is not
   * stopped.
   */
  readonly filter = (event: Event): void => {
    const { detail, timeStamp } = event as MouseEvent;
    if (detail === 0 || timeStamp - this.#movedAt >= AT_REST_MS) return;
    event.stopImmediatePropagation();
    event.preventDefault();
  };

  /** Decides if a click on the card in `host` may change a setting now. */
  judge(host: Element): 'allowed' | 'early' | 'covered' {
    this.#note(this.#observer?.takeRecords() ?? []);
    const now = performance.now();
    if (now - this.#shownAt < IN_SIGHT_MS) return 'early';
    if (this.#raises > 0 || this.#inSightSince === null || isInViewTransition(host.ownerDocument)) return 'covered';
    // Chromium's observer detects covers itself, and an open popover below the card does no harm:
    // https://developer.mozilla.org/docs/Web/API/IntersectionObserver/trackVisibility.
    if (!TRACKS_VISIBILITY && othersInTopLayer(host.ownerDocument, host).some((other) => !isLayer(other)))
      return 'covered';
    return now - this.#inSightSince < IN_SIGHT_MS ? 'early' : 'allowed';
  }

  /**
   * Call when another element enters the top layer above the card. Raises the card, or closes it if
   * the page repeats this. Until it is reopened, the card changes no setting, since the page may
   * have tried to cover it.
   */
  covered({ raise, close }: { raise: () => void; close: () => void }): void {
    if (++this.#raises > MAX_RAISES) close();
    else raise();
  }
}
