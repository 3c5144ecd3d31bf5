/**
 * Connects the scripts in a frame and in the top page for cards of mentions in frames. They talk
 * through the background only, so that pages cannot interfere.
 */
import type { Background } from '../../messaging/ask-background.ts';
import type { FrameCardNews } from '../../messaging/frame-card-news.ts';
import type { FrameCardInput } from '../../messaging/frame-card.ts';
import { quoteOf } from '../text/quote.ts';
import { cardScript, type CardsOfFrames, type HoverPorts, type TopPage } from '../card/card-script.ts';

type Asked = Pick<Background, 'cardScript' | 'frameCard' | 'frameCardNews'>;

export class FrameCards {
  readonly #background: Asked;
  readonly #articleDay: () => string | null;
  /** In a frame: listeners by card number. */
  readonly #listeners = new Map<number, (news: FrameCardNews) => void>();
  #shown: CardsOfFrames | null = null;

  constructor(background: Asked, articleDay: () => string | null) {
    [this.#background, this.#articleDay] = [background, articleDay];
  }

  /** The top page's side, for a frame; undefined in the top page itself. */
  get top(): TopPage | undefined {
    if (window === window.top) return undefined;
    return {
      show: (input) => this.#background.frameCard(input),
      listen: (id, call) => {
        this.#listeners.set(id, call);
        return () => void this.#listeners.delete(id);
      },
      articleDay: this.#articleDay,
      quote: (mention) => quoteOf(mention).quote,
    };
  }

  hear(id: number, news: FrameCardNews): boolean {
    this.#listeners.get(id)?.(news);
    return true;
  }

  /**
   * In the top page: takes a request of a frame. Resolves with false if the frame must show the
   * card.
   */
  async take(frame: number, input: FrameCardInput, ports: () => HoverPorts): Promise<boolean> {
    if (!this.#shown && input.is === 'opened') {
      if (cardScript() === null) await this.#background.cardScript().catch(() => undefined);
      this.#shown ??=
        cardScript()?.ofFrames({
          ...ports(),
          articleDay: this.#articleDay,
          tell: (to, id, news) => void this.#background.frameCardNews({ frame: to, id, news }).catch(() => undefined),
        }) ?? null;
    }
    return this.#shown?.take(frame, input) === true;
  }

  get here(): CardsOfFrames | null {
    return this.#shown;
  }
}
