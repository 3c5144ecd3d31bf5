/**
 * Stores the user's decisions on a card in the settings. If they cannot be stored, they apply to
 * this page only.
 */
import { hostOf } from '../../core/site-state.ts';
import { nameKey } from '../../match/index.ts';
import { afterDecision, type Decision } from '../../messaging/decision.ts';
import type { PageSettings } from '../../settings/settings.ts';
import type { Article } from './article.ts';
import type { SessionPorts } from './ports.ts';

/** The settings of the page view, and the background that stores decisions. */
export interface UserDecisionsOptions {
  background: SessionPorts['background'];
  article: Article;
  settings: () => PageSettings;
  /** Changes the settings for this page only. */
  change: (settings: PageSettings) => void;
}

export class UserDecisions {
  readonly #options: UserDecisionsOptions;

  constructor(options: UserDecisionsOptions) {
    this.#options = options;
  }

  star(ref: string, on: boolean): void {
    this.#decide({ type: 'follow', ref, on });
  }

  mute(entry: string, here: boolean): void {
    this.#decide({ type: 'mute', entry, site: this.#site(here) });
  }

  unmute(entry: string, here: boolean): void {
    this.#decide({ type: 'unmute', entry, site: this.#site(here) });
  }

  /** Chooses the entry that a name means; null for none. */
  choose(name: string, entry: string | null): void {
    this.#decide({ type: 'choose-sense', name: nameKey(name), entry });
  }

  setDay(articleDay: string | null): void {
    const { background, settings } = this.#options;
    void this.#store(
      () => background.setDay(articleDay),
      () => ({ ...settings(), articleDay }),
    );
  }

  #site(here: boolean): string | null {
    return here ? hostOf(this.#options.article.siteUrl) : null;
  }

  #decide(decision: Decision): void {
    const { background, settings } = this.#options;
    void this.#store(
      () => background.decide(decision),
      () => ({
        ...settings(),
        ...afterDecision(decision, settings()),
      }),
    );
  }

  async #store(send: () => Promise<unknown>, changed: () => PageSettings): Promise<void> {
    try {
      if (!(await send())) this.#options.change(changed());
    } catch {
      // The extension was removed; the next card says so.
    }
  }
}
