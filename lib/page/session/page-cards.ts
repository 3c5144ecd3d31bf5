/**
 * The cards of a page view: fetches glances and full cards, and has the hover controller draw them.
 */
import type { FullCard } from '../../card/model/full-card.ts';
import { slicesOf } from '../../core/slices.ts';
import { localeOf } from '../../i18n/translate.ts';
import { MAX_REPORTED_CHARS } from '../../messaging/limits.ts';
import type { FrameCardNews } from '../../messaging/frame-card-news.ts';
import type { FrameCardInput } from '../../messaging/frame-card.ts';
import type { AskedEntry } from '../../messaging/page-request.ts';
import type { PageSettings } from '../../settings/settings.ts';
import type { Annotator } from '../annotate/annotator.ts';
import {
  cardScript,
  type CardPorts,
  type HoverPorts,
  type NoCardReason,
  type OpenedCards,
  type PageHover,
} from '../card/card-script.ts';
import { fullCardScript } from '../card/full-card-script.ts';
import { HoverControllerProxy } from '../card/hover-controller-proxy.ts';
import type { PaintedMentions } from '../mentions/merge-lists.ts';
import type { PageMention } from '../mentions/mentions.ts';
import { NearMentions, nearTo } from '../mentions/nearest-entries.ts';
import { liveRange } from '../text/place.ts';
import { quoteOf } from '../text/quote.ts';
import type { Article } from './article.ts';
import { CardCache } from './card-cache.ts';
import { FrameCards } from './frame-cards.ts';
import type { SessionPorts } from './ports.ts';
import type { UserDecisions } from './user-decisions.ts';

/** `entriesOf`: the entries of a mention, the user's first list first. */
export interface PageCardsOptions {
  ports: SessionPorts;
  article: Article;
  annotator: Annotator;
  settings: () => PageSettings;
  decisions: UserDecisions;
  entriesOf: CardPorts['entries'];
  /** Called when the article's day was found late, or failed cards are requested again. */
  onFound: () => void;
}

export class PageCards {
  readonly #options: PageCardsOptions;
  readonly #glances: CardCache;
  /** Null until the card script has arrived. */
  #full: OpenedCards | null = null;
  readonly #near = new NearMentions();
  readonly #proxy: HoverControllerProxy;
  readonly #frames: FrameCards;

  constructor(options: PageCardsOptions) {
    this.#options = options;
    const { background, isAlive, signal } = options.ports;
    this.#frames = new FrameCards(background, () => options.article.day);
    this.#glances = new CardCache({
      background,
      article: () => this.#article(),
      isAlive,
      onCards: () => {
        this.#proxy.meet();
        this.redraw();
      },
      signal,
    });
    // The hover code arrives with the first cards. If both failed, they are requested again.
    this.#proxy = new HoverControllerProxy(
      this.#hoverPorts(),
      () => this.#glances.failed && isAlive() && this.#retry(),
    );
  }

  /** The hover controller, once its script has arrived. */
  get hover(): PageHover | null {
    return this.#proxy.here;
  }

  isHost(element: Element): boolean {
    return this.hover?.isHost(element) === true || this.#frames.here?.isHost(element) === true;
  }

  redraw(): void {
    this.hover?.redraw();
    this.#frames.here?.redraw();
  }

  close(): void {
    this.hover?.close();
    this.#frames.here?.close();
  }

  /**
   * In the top page: takes a frame's request for its card. Resolves with false if the frame must
   * show it.
   */
  takeFromFrame(frame: number, input: FrameCardInput): Promise<boolean> {
    return this.#frames.take(frame, input, () => this.#hoverPorts());
  }

  /** In a frame: takes news of its card in the top page. */
  hearFromTop(id: number, news: FrameCardNews): boolean {
    return this.#frames.hear(id, news);
  }

  show(mention: PageMention): void {
    this.#proxy.show(mention);
  }

  /**
   * Requests the glances of entries that are named for the first time. Returns false if there are
   * none.
   */
  want({ all, also }: PaintedMentions): boolean {
    /** The index of each entry's first mention. */
    const named = new Map<string, number>();
    const note = (entry: string, n: number) => void (named.has(entry) || named.set(entry, n));
    all.forEach((mention, n) => {
      note(mention.entry, n);
      for (const entry of also(mention)) note(entry, n);
    });
    return this.#glances.want(named.keys(), (entry) => nearTo(all, named.get(entry) ?? -1));
  }

  /** Call when the article or the settings have changed: all cards are dropped. */
  clear(): void {
    this.#glances.clear();
    this.#full?.clear();
  }

  /** Call when lists have changed: glances are requested again and shown until then. */
  renew(): void {
    this.#glances.renew();
    this.#full?.clear();
  }

  #hoverPorts(): HoverPorts {
    const { ports, article, annotator, settings, decisions, entriesOf } = this.#options;
    const { document, signal, background, browserLanguage, isAlive } = ports;
    const open = (asked: AskedEntry, panel: boolean, report: string | null) =>
      void background.open({ ...asked, articleDay: article.day, panel, report }).catch(() => undefined);
    return {
      document,
      signal,
      marks: annotator.marks,
      top: this.#frames.top,
      look: () => {
        const { theme, textSize, openAfter, openOn, cardSize, language } = settings();
        return { theme, textSize, openAfter, openOn, cardSize, locale: localeOf(language, browserLanguage) };
      },
      glance: (asked) => {
        this.#findLateDay();
        return this.#glances.card(asked);
      },
      full: (asked) => (isAlive() ? this.#fullOf(asked) : 'gone'),
      near: (mention) => this.#near.of(mention, annotator.painted.all),
      entries: entriesOf,
      range: liveRange,
      retry: () => this.#retry(),
      open: (asked, panel) => open(asked, panel, null),
      report: (asked, mention) => open(asked, false, quoteOf(mention).quote.slice(0, MAX_REPORTED_CHARS)),
      followed: () => settings().follows,
      star: (ref, on) => decisions.star(ref, on),
      mute: ({ entry }, here) => decisions.mute(entry, here),
      unmute: ({ entry }, here) => decisions.unmute(entry, here),
      choose: ({ text }, entry) => decisions.choose(text, entry),
      setDay: article.give ? (day) => decisions.setDay(day) : undefined,
    };
  }

  #fullOf(asked: readonly AskedEntry[]): readonly FullCard[] | NoCardReason {
    this.#full ??=
      cardScript()?.fullCards(
        (wanted) => this.#fetchFull(wanted),
        () => this.redraw(),
      ) ?? null;
    return this.#full?.of(asked) ?? 'failed';
  }

  async #fetchFull(asked: readonly AskedEntry[]) {
    const cards = await this.#options.ports.background.fullCards({
      entries: [...asked],
      ...this.#article(),
      script: fullCardScript() === null,
    });
    // Without the script nothing can draw the cards.
    return fullCardScript() && (cards as readonly FullCard[] | null);
  }

  /** The article that cards are made for. */
  #article() {
    const { day, lang } = this.#options.article;
    return { articleDay: day, lang };
  }

  /** A date may appear after the text, without another change that triggers a reading. */
  #findLateDay(): void {
    const { article, ports, onFound } = this.#options;
    if (!article.isUndated) return;
    void slicesOf(ports.signal)
      .run(article.findDay())
      .then((isDone) => isDone && onFound());
  }

  #retry(): void {
    this.#glances.renew();
    this.#full?.retry();
    this.#options.onFound();
    this.redraw();
  }
}
