/** Gets the names of all lists from the background for a page view. */
import type { Annotator } from '../annotate/annotator.ts';
import { PageLists } from '../mentions/list-names.ts';
import type { BuiltInNames } from './built-in-names.ts';
import type { SessionPorts } from './ports.ts';

/** `builtIn`: the names that came with the extension, used until the background has answered. */
export interface PageNamesOptions {
  ports: SessionPorts;
  builtIn: BuiltInNames;
  annotator: Annotator;
  /** Called when the lists have changed. */
  onLists: () => void;
}

export class PageNames {
  readonly #options: PageNamesOptions;
  readonly #lists = new PageLists();
  #isAsked = false;

  constructor(options: PageNamesOptions) {
    this.#options = options;
  }

  /** Sorts entries by the order of their lists. */
  inOrder(entries: readonly string[]): readonly string[] {
    return this.#lists.inOrder(entries);
  }

  /** Call when names may be outdated: they are requested again when needed. */
  forget(): void {
    this.#isAsked = false;
  }

  /** Requests missing names. */
  want(): void {
    if (!this.#isAsked || this.#lists.mustAsk) void this.ask();
  }

  async ask(): Promise<void> {
    const { ports, builtIn, annotator, onLists } = this.#options;
    this.#isAsked = true;
    try {
      const answer = await ports.background.names(this.#lists.ask());
      if (ports.signal.aborted) return;
      if (!answer) throw new TypeError('no names');
      const names = this.#lists.take(answer);
      annotator.useBuiltIn(this.#lists.builtIn ?? builtIn.matcher);
      if (names) annotator.useLists(names);
      if (answer.lists) onLists();
    } catch {
      this.#isAsked = false;
    }
  }
}
