/**
 * While a card is open: looks at whether the page has shifted under it, and hears of the user's
 * wish to close it where the page keeps the Escape key to itself.
 */

/**
 * TypeScript has no type of it yet:
 * https://html.spec.whatwg.org/multipage/interaction.html#closewatcher
 */
declare class CloseWatcher extends EventTarget {
  destroy(): void;
}

/** Between two looks at whether the page has shifted under an open card. */
const SHIFT_CHECK_MS = 100;

export class WhileOpen {
  readonly #follow: () => void;
  readonly #goBack: () => void;
  #shifts: ReturnType<typeof setInterval> | undefined;
  #watcher: CloseWatcher | null = null;
  /** Escape was acted on when it went down. */
  #isActedOn = false;

  /** `goBack`: as Escape does. */
  constructor(follow: () => void, goBack: () => void) {
    this.#follow = follow;
    this.#goBack = goBack;
  }

  /** To be called whenever a card opens or closes. */
  watch(isOpen: boolean): void {
    clearInterval(this.#shifts);
    this.#shifts = isOpen ? setInterval(this.#follow, SHIFT_CHECK_MS) : undefined;
    if (isOpen) this.#watcher ??= this.#newWatcher();
    else {
      this.#watcher?.destroy();
      this.#watcher = null;
    }
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
