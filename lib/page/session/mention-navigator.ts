/** Takes the user to a mention from the panel, or to the next or previous mention by key. */
import type { Annotator } from '../annotate/annotator.ts';
import { scrollToPublic } from '../card/scroll-to-mention.ts';
import type { PageMention } from '../mentions/mentions.ts';
import { nextMention, type EndOfFrame } from '../mentions/next-mention.ts';
import { liveRange } from '../text/place.ts';
import { visibility } from '../text/visibility.ts';
import type { PageCards } from './page-cards.ts';
import type { SessionPorts } from './ports.ts';

export class MentionNavigator {
  readonly #annotator: Annotator;
  readonly #cards: PageCards;
  readonly #reveal: SessionPorts['reveal'];
  /** The mention that was shown last. */
  #current: PageMention | null = null;

  constructor(annotator: Annotator, cards: PageCards, reveal: SessionPorts['reveal']) {
    this.#annotator = annotator;
    this.#cards = cards;
    this.#reveal = reveal;
  }

  /** Scrolls to a mention and opens its card. Resolves with false if its words are gone. */
  async show(mention: PageMention): Promise<boolean> {
    await this.#reveal?.(mention);
    const range = liveRange(mention);
    if (!range) return false;
    scrollToPublic(range);
    this.#current = mention;
    this.#annotator.paint();
    this.#cards.show(mention);
    return true;
  }

  /** Shows the mention with this number in the panel's list. */
  async showNumber(n: number): Promise<boolean> {
    const mention = this.#annotator.painted.all[n];
    return mention ? this.show(mention) : false;
  }

  /**
   * Goes to the next or previous visible mention, from the one shown last or from the top of the
   * window.
   */
  async goToMention(forward: boolean, way: EndOfFrame): Promise<boolean> {
    const isVisible = visibility();
    const all = this.#annotator.painted.all.filter(isVisible);
    const { hover } = this.#cards;
    const mention = nextMention(all, hover?.open ?? this.#current, forward, way);
    if (!mention) hover?.close();
    return mention ? this.show(mention) : false;
  }
}
