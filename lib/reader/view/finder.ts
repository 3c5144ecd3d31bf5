/** Finds words in a document, also in parts that are not laid out, and tints them. */
import { flowsOf } from '../../page/text/collect.ts';
import { staticRange, type Place } from '../../page/text/place.ts';
import { placesOf } from '../fold.ts';

const ALL = 'reader-found';
const HERE = 'reader-found-here';
/** Bounds the tinted places, which cost Chromium time in each frame: see viewport-filter.ts. */
const MAX_TINTED = 500;

export class Finder {
  readonly #registry: HighlightRegistry;
  readonly #root: HTMLElement;
  /** Lays out a place and scrolls to it. */
  readonly #show: (place: Place) => void;
  #places: Place[] = [];
  #at = -1;

  constructor(registry: HighlightRegistry, root: HTMLElement, show: (place: Place) => void) {
    this.#registry = registry;
    this.#root = root;
    this.#show = show;
  }

  find(words: string): { at: number; count: number } {
    this.clear();
    for (const flow of words.trim() === '' ? [] : flowsOf(this.#root, { ignoresStyles: true }))
      for (const [start, end] of placesOf(words, flow.text)) this.#places.push({ flow, start, end });
    if (this.#places.length === 0) return { at: 0, count: 0 };
    return this.next(1);
  }

  next(by: 1 | -1): { at: number; count: number } {
    const { length: count } = this.#places;
    if (count === 0) return { at: 0, count };
    this.#at = (this.#at + by + count) % count;
    const place = this.#places[this.#at];
    if (place) {
      // Two tints on top of each other would hide the letters of a drawn page.
      const others = this.#places.slice(0, MAX_TINTED).filter((one) => one !== place);
      this.#registry.set(ALL, new Highlight(...others.map(staticRange)));
      this.#registry.set(HERE, new Highlight(staticRange(place)));
      this.#show(place);
    }
    return { at: this.#at + 1, count };
  }

  clear(): void {
    this.#places = [];
    this.#at = -1;
    this.#registry.delete(ALL);
    this.#registry.delete(HERE);
  }
}
