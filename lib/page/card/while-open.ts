/**
 * While cards are open: looks at whether the page has shifted under it, and hears of the user's
 * wish to close it where the page keeps the Escape key to itself.
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

/** Between two looks at whether the page has shifted under an open card. */
const SHIFT_CHECK_MS = 100;
/** Elements around a marked word whose size is watched: what comes in above it makes one larger. */
const MAX_WATCHED_AROUND = 64;

export class WhileOpen {
  readonly #follow: () => void;
  readonly #goBack: () => void;
  #shifts: ReturnType<typeof setInterval> | undefined;
  /** Heard after the layout of a frame and before it is drawn: the card moves with its word. */
  readonly #sizes = typeof ResizeObserver === 'function' ? new ResizeObserver(() => this.#follow()) : null;
  #watcher: CloseWatcher | null = null;
  /** Escape was acted on when it went down. */
  #isActedOn = false;

  /** `goBack`: as Escape does. */
  constructor(follow: () => void, goBack: () => void) {
    this.#follow = follow;
    this.#goBack = goBack;
  }

  /** To be called whenever a card opens or closes; `mentions`: of those that are open. */
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
        // One is asked once, and another card may be open still, or a smaller one.
        this.#watcher = this.#newWatcher();
        this.#isActedOn = true;
        this.#goBack();
      });
      return watcher;
    } catch {
      // A document that the user has left has none.
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
