/**
 * While a card is open: notices shifts of the page under it, and the Escape key where the page
 * keeps that key to itself.
 */
import { above, typeOf } from '../dom/safe-dom.ts';
import type { PageMention } from '../mentions/mentions.ts';

/**
 * TypeScript has no type of it yet:
 * https://html.spec.whatwg.org/multipage/interaction.html#closewatcher
 */
declare class CloseWatcher extends EventTarget {
  destroy(): void;
}

/** The interval at which an open card is put beside its word again. */
const SHIFT_CHECK_MS = 100;
/** Elements around a marked word whose size is watched: what comes in above it makes one larger. */
const MAX_WATCHED_AROUND = 64;

export class WhileOpen {
  readonly #follow: () => void;
  readonly #goBack: () => void;
  #shifts: ReturnType<typeof setInterval> | undefined;
  /**
   * Fires after the layout of a frame and before it is drawn, so the card moves in the same frame
   * as its word.
   */
  readonly #sizes = typeof ResizeObserver === 'function' ? new ResizeObserver(() => this.#follow()) : null;
  #watcher: CloseWatcher | null = null;
  /** Escape was acted on when it went down. */
  #isActedOn = false;

  /** `goBack`: does the same as the Escape key. */
  constructor(follow: () => void, goBack: () => void) {
    this.#follow = follow;
    this.#goBack = goBack;
  }

  /** Call whenever a card opens or closes, with the mentions of all open cards. */
  watch(mentions: readonly (PageMention | null)[]): void {
    const open = mentions.filter((mention) => mention !== null);
    const isOpen = open.length > 0;
    clearInterval(this.#shifts);
    this.#shifts = isOpen ? setInterval(this.#follow, SHIFT_CHECK_MS) : undefined;
    this.#sizes?.disconnect();
    for (const { flow } of open) this.#watchAround(flow.container);
    if (isOpen) this.#watcher ??= this.#newWatcher();
    else {
      this.#watcher?.destroy();
      this.#watcher = null;
    }
  }

  #watchAround(words: Node): void {
    let left = MAX_WATCHED_AROUND;
    for (let at: Node | null = words; at && left > 0; at = above(at), left--)
      if (typeOf(at) === 1) this.#sizes?.observe(at as Element);
  }

  /**
   * The browser asks it to close where nobody cancelled the key, even if the page let no listener
   * of ours hear of it.
   */
  #newWatcher(): CloseWatcher | null {
    try {
      const watcher = new CloseWatcher();
      watcher.addEventListener('close', () => {
        if (this.#watcher !== watcher) return;
        // A watcher fires once; the full card may have become a glance, or another card may still
        // be open.
        this.#watcher = this.#newWatcher();
        this.#isActedOn = true;
        this.#goBack();
      });
      return watcher;
    } catch {
      // A document that the user has left allows no watcher.
      return null;
    }
  }

  keyDown({ key }: KeyboardEvent): void {
    if (key === 'Escape') this.#isActedOn = true;
  }

  /** A page that cancels the key and keeps it to itself when it goes down may let it come up. */
  keyUp({ key }: KeyboardEvent): void {
    if (key !== 'Escape') return;
    if (!this.#isActedOn) this.#goBack();
    this.#isActedOn = false;
  }
}
