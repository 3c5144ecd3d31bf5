/**
 * Detects, while a card is open, shifts of the page and the Escape key, even if the page stops the
 * key's events.
 */
import { parentOrHost, typeOf } from '../dom/safe-dom.ts';
import type { PageMention } from '../mentions/mentions.ts';

/**
 * TypeScript lacks this type: https://html.spec.whatwg.org/multipage/interaction.html#closewatcher
 */
declare class CloseWatcher extends EventTarget {
  destroy(): void;
}

/** Milliseconds between checks of an open card's position. */
const SHIFT_CHECK_MS = 100;
/**
 * Elements around a marked word whose size is watched: content that appears above the word enlarges
 * one of them.
 */
const MAX_WATCHED_AROUND = 64;

export class OpenCardWatcher {
  readonly #follow: () => void;
  readonly #goBack: () => void;
  #shifts: ReturnType<typeof setInterval> | undefined;
  /** Fires after layout and before paint, so that the card moves in the same frame as its word. */
  readonly #sizes = typeof ResizeObserver === 'function' ? new ResizeObserver(() => this.#follow()) : null;
  #watcher: CloseWatcher | null = null;
  /** True if the Escape key was already handled when it was pressed. */
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
    for (let at: Node | null = words; at && left > 0; at = parentOrHost(at), left--)
      if (typeOf(at) === 1) this.#sizes?.observe(at as Element);
  }

  /**
   * The browser notifies a close watcher of Escape unless the key was cancelled, even if the page
   * stopped the event: https://html.spec.whatwg.org/multipage/interaction.html#closewatcher.
   */
  #newWatcher(): CloseWatcher | null {
    try {
      const watcher = new CloseWatcher();
      watcher.addEventListener('close', () => {
        if (this.#watcher !== watcher) return;
        // A watcher fires only once, and a card may still be open.
        this.#watcher = this.#newWatcher();
        this.#isActedOn = true;
        this.#goBack();
      });
      return watcher;
    } catch {
      // A document that the user has left does not allow a watcher.
      return null;
    }
  }

  keyDown({ key }: KeyboardEvent): void {
    if (key === 'Escape') this.#isActedOn = true;
  }

  /** A page that cancels and stops `keydown` may let `keyup` pass. */
  keyUp({ key }: KeyboardEvent): void {
    if (key !== 'Escape') return;
    if (!this.#isActedOn) this.#goBack();
    this.#isActedOn = false;
  }
}
