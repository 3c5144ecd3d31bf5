/**
 * One page view: marks, cards, and answers to the extension. Given everything it needs; ends with
 * its signal, and then nothing of it is left in the page.
 */
import type { FullCard } from '../../card/model/full-card.ts';
import { slicesOf } from '../../core/slices.ts';
import { hostOf } from '../../core/site-state.ts';
import { localeOf } from '../../i18n/translate.ts';
import { nameKey, type SenseOptions } from '../../match/index.ts';
import { afterDecision, type Decision } from '../../messaging/decision.ts';
import { MAX_REPORTED_CHARS } from '../../messaging/limits.ts';
import type { AskedEntry } from '../../messaging/protocol.ts';
import type { ToPage } from '../../messaging/to-page.ts';
import { DENSITIES } from '../../settings/defaults.ts';
import type { PageSettings } from '../../settings/settings.ts';
import { Annotator } from '../annotate/annotator.ts';
import { articleRoot } from '../text/article-root.ts';
import type { Container } from '../text/flow.ts';
import { HoverControllerProxy } from '../card/hover-controller-proxy.ts';
import { scrollPrivately, scrollToPublic } from '../card/scroll-to-mention.ts';
import { bodyOf, isDesigned, listen } from '../dom/safe-dom.ts';
import { eachRoot } from '../dom/on-document-replaced.ts';
import { lineKind } from '../marks/highlight-names.ts';
import { clearLeftovers } from '../marks/highlighter.ts';
import { liveRange } from '../text/place.ts';
import type { PageMention } from '../mentions/mentions.ts';
import { listMentions } from '../mentions/list-page-mentions.ts';
import { BadgeCount } from '../mentions/badge-count.ts';
import { dropCardScript, type HoverPorts } from '../card/card-script.ts';
import { dropFullCardScript, fullCardScript } from '../card/full-card-script.ts';
import { removeLeftoverHost } from '../card/remove-stale-host.ts';
import { NearMentions, nearTo } from '../mentions/near.ts';
import { neighbour, type Way } from '../mentions/next-mention.ts';
import { PageLists } from '../mentions/list-names.ts';
import { TextPieces } from '../mentions/text-piece.ts';
import { styleRoot } from '../marks/style-shadow-root.ts';
import { visibility } from '../text/visibility.ts';
import { PageArticle, type Article } from './article.ts';
import { CardCache } from './card-cache.ts';
import { FullCards } from './full-cards.ts';
import { whenIdle } from './when-idle.ts';
import type { SessionPorts } from './ports.ts';
import { quoteOf } from '../text/quote.ts';
import { userChoices } from './user-choices.ts';

export class Session {
  readonly #ports: SessionPorts;
  readonly #article: Article;
  readonly #annotator: Annotator;
  readonly #hover: HoverControllerProxy;
  readonly #cards: CardCache;
  readonly #full = new FullCards(
    (asked) => this.#fetchFull(asked),
    () => this.#hover.here?.redraw(),
  );
  readonly #count: BadgeCount;
  readonly #lists = new PageLists();
  readonly #pieces = new TextPieces();
  readonly #near = new NearMentions();
  readonly #forcedColors = matchMedia('(forced-colors: active)');
  #settings: PageSettings;
  #hasNames = false;
  #current: PageMention | null = null;
  /** The article as it was when mentions were found last. */
  #before: { url: string; day: string | null } | null = null;

  constructor(ports: SessionPorts) {
    this.#ports = ports;
    this.#settings = ports.settings;
    this.#article = ports.article ?? new PageArticle(ports.document);
    this.#giveDays();
    const { document, matcher, signal, background } = ports;
    clearLeftovers(CSS.highlights);
    removeLeftoverHost(document);
    dropCardScript();
    dropFullCardScript();
    this.#count = new BadgeCount(() => this.#found(), signal);
    this.#cards = new CardCache({
      background,
      article: () => this.#articleOfCards(),
      isAlive: ports.isAlive,
      onCards: () => {
        this.#hover.meet();
        this.#hover.here?.redraw();
      },
      signal,
    });
    this.#annotator = new Annotator({
      document,
      registry: CSS.highlights,
      matcher,
      signal,
      root: (known) => this.#findRoot(known),
      leaveOut: (element) => this.#hover?.here?.isHost(element) === true,
      ignoresStyles: ports.ignoresStyles,
      prepare: () => this.#article.findDay(),
      senses: () => this.#senses(),
      painted: (mention) =>
        !this.#settings.hiddenKinds.some((kind) => kind === lineKind(mention.kind)) && this.#isWanted(mention),
      onFound: (byOtherNames) => {
        if (byOtherNames) this.#count.requestCount();
        this.#hover.here?.again();
        this.#found();
      },
      onGone: (isGone) => this.#hover.here?.dropIf(isGone),
      onRoot: (root, ofRoot) => ports.marksCss !== null && styleRoot(root, ports.marksCss, ofRoot),
    });
    // The button forgot the count when the user went away from the page, and keeps it when we do.
    eachRoot(
      document,
      (ofRoot) =>
        listen(window, 'pageshow', (event) => (event as PageTransitionEvent).persisted && this.#cameBack(), {
          signal: ofRoot,
        }),
      signal,
    );
    signal.addEventListener('abort', () => void background.found(null).catch(() => undefined));
    // The hover code arrives with the first cards: where both failed, they are requested again.
    this.#hover = new HoverControllerProxy(
      this.#hoverPorts(),
      () => this.#cards.failed && ports.isAlive() && this.#retry(),
    );
  }

  #hoverPorts(): HoverPorts {
    const { document, signal, background, browserLanguage, isAlive } = this.#ports;
    return {
      document,
      signal,
      marks: this.#annotator.marks,
      look: () => ({
        theme: this.#settings.theme,
        textSize: this.#settings.textSize,
        openAfter: this.#settings.openAfter,
        openOn: this.#settings.openOn,
        cardSize: this.#settings.cardSize,
        locale: localeOf(this.#settings.language, browserLanguage),
      }),
      glance: (asked) => {
        this.#findLateDay();
        return this.#cards.card(asked);
      },
      full: (asked) => (isAlive() ? this.#full.of(asked) : 'gone'),
      near: (mention) => this.#near.of(mention, this.#annotator.painted.all),
      entries: (mention) => this.#lists.inOrder([mention.entry, ...this.#annotator.painted.also(mention)]),
      range: liveRange,
      retry: () => this.#retry(),
      open: (asked, panel) =>
        void background.open({ ...asked, articleDay: this.#article.day, panel, report: null }).catch(() => undefined),
      report: (asked, mention) =>
        void background
          .open({
            ...asked,
            articleDay: this.#article.day,
            panel: false,
            report: quoteOf(mention).quote.slice(0, MAX_REPORTED_CHARS),
          })
          .catch(() => undefined),
      followed: () => this.#settings.follows,
      star: (ref, on) => void this.#decide({ type: 'follow', ref, on }),
      mute: ({ entry }, here) =>
        void this.#decide({ type: 'mute', entry, site: here ? hostOf(this.#article.siteUrl) : null }),
      unmute: ({ entry }, here) =>
        void this.#decide({ type: 'unmute', entry, site: here ? hostOf(this.#article.siteUrl) : null }),
      setDay: this.#article.give ? (day) => void this.#setDay(day) : undefined,
      choose: ({ text }, entry) => void this.#decide({ type: 'choose-sense', name: nameKey(text), entry }),
    };
  }

  start(): void {
    this.#annotator.start();
  }

  change(settings: PageSettings): void {
    const { follows: _, ...before } = this.#settings;
    const { follows: __, ...now } = settings;
    this.#settings = settings;
    // A star on a card changes nothing of the page, and the card stays open.
    if (JSON.stringify(before) === JSON.stringify(now)) return void this.#hover.here?.redraw();
    this.#giveDays();
    this.#cards.clear();
    this.#full.clear();
    this.#count.requestCount();
    this.#annotator.restart();
  }

  /** The article's date is another one. */
  articleChanged(): void {
    this.#found();
    this.#annotator.restart();
  }

  /**
   * A decision of the user goes into the settings and comes back from there; where it cannot be
   * stored, it holds on this page alone.
   */
  async #decide(decision: Decision): Promise<void> {
    try {
      if (!(await this.#ports.background.decide(decision)))
        this.change({ ...this.#settings, ...afterDecision(decision, this.#settings) });
    } catch {
      // The extension has gone; the card says so when it is opened next.
    }
  }

  #giveDays(): void {
    const { articleDay = null, topDay = null } = this.#settings;
    this.#article.give?.(articleDay, topDay);
  }

  async #setDay(articleDay: string | null): Promise<void> {
    try {
      if (!(await this.#ports.background.setDay(articleDay))) this.change({ ...this.#settings, articleDay });
    } catch {
      // The extension has gone; the card says so when it is opened next.
    }
  }

  async answer(request: Exclude<ToPage, { type: 'stop' | 'settings-changed' }>): Promise<unknown> {
    const { document } = this.#ports;
    const { flows, painted } = this.#annotator;
    switch (request.type) {
      case 'mentions':
        return listMentions(this.#article.facts(), painted, (flow) => this.#pieces.idOf(flow), this.#ports.pageOf);
      case 'count':
        return this.#count.told;
      case 'day':
        return this.#article.day;
      case 'show': {
        const mention = painted.all[request.mention];
        return mention ? this.#show(mention) : false;
      }
      case 'show-place': {
        // Nothing is drawn there, not over the page either: Chromium tells a page which of its
        // words is covered (IntersectionObserver's trackVisibility), whatever root the cover is in.
        const place = this.#pieces.placeOf(flows, request);
        const range = place && liveRange(place);
        if (range) scrollPrivately(document, range);
        return range !== null;
      }
      case 'jump':
        return this.#jump(request.forward, request.way);
      case 'text':
        if (request.idle) await whenIdle();
        return this.#pieces.piece(this.#annotator.flows, request.from);
      case 'names-changed':
        await this.#askForNames();
        return true;
    }
  }

  /**
   * In forced colours nothing is fainter, and Chromium fills each mark as if it were selected: the
   * first of each is enough.
   */
  #isWanted({ from, repeat }: PageMention): boolean {
    const { density } = this.#settings;
    return DENSITIES.indexOf(from) <= DENSITIES.indexOf(density) && !(repeat && this.#forcedColors.matches);
  }

  #senses(): SenseOptions {
    const { siteUrl, lang, day } = this.#article;
    return { date: day ?? undefined, lang: lang ?? undefined, ...userChoices(this.#settings, siteUrl) };
  }

  /** The part of the page that is read: nothing where all of it is an editor. */
  *#findRoot(known: Container | null): Generator<void, Container | null> {
    const { document, root } = this.#ports;
    if (root) return root;
    if (isDesigned(document)) return null;
    if (this.#settings.scope === 'page') return bodyOf(document);
    return known ?? (yield* articleRoot(document));
  }

  /** A date may come after the text, with nothing else that would have the page read again. */
  #findLateDay(): void {
    if (!this.#article.isUndated) return;
    void slicesOf(this.#ports.signal)
      .run(this.#article.findDay())
      .then((isDone) => isDone && this.#found());
  }

  /**
   * From the pages that the browser keeps for going back: nothing that was sent meanwhile arrived.
   */
  #cameBack(): void {
    this.#count.requestCount();
    this.#hasNames = false;
    this.#found();
    this.#ports.renewSettings();
  }

  /**
   * After each finding: the count on the button, names that are missing here, and the cards of
   * entries that are new.
   */
  #found() {
    const { url, day } = this.#article;
    if (this.#before && (url !== this.#before.url || day !== this.#before.day)) {
      // Another article under the same document, or its date came late: cards are its own.
      if (url !== this.#before.url) this.#hover.here?.close();
      this.#cards.clear();
      this.#full.clear();
    }
    this.#before = { url, day };
    const { all, also } = this.#annotator.painted;
    /** By their first mention. */
    const named = new Map<string, number>();
    const note = (entry: string, n: number) => void (named.has(entry) || named.set(entry, n));
    all.forEach((mention, n) => {
      note(mention.entry, n);
      for (const entry of also(mention)) note(entry, n);
    });
    const isNews = this.#count.isNews(all, this.#annotator.isBusy);
    if (this.#cards.want(named.keys(), (entry) => nearTo(all, named.get(entry) ?? -1)) || isNews)
      void this.#ports.background.found(this.#count.told).catch(() => undefined);
    if (!this.#hasNames || this.#lists.mustAsk) void this.#askForNames();
  }

  async #askForNames(): Promise<void> {
    this.#hasNames = true;
    try {
      const answer = await this.#ports.background.names(this.#lists.ask());
      if (this.#ports.signal.aborted) return;
      if (!answer) throw new TypeError('no names');
      const names = this.#lists.take(answer);
      this.#annotator.useBuiltIn(this.#lists.builtIn ?? this.#ports.matcher);
      if (names) this.#annotator.useLists(names);
      if (!answer.lists) return;
      // Other lists, other words on the same entries.
      this.#cards.renew();
      this.#full.clear();
      this.#count.requestCount();
    } catch {
      this.#hasNames = false;
    }
  }

  async #fetchFull(asked: readonly AskedEntry[]) {
    const cards = await this.#ports.background.fullCards({
      entries: [...asked],
      ...this.#articleOfCards(),
      script: fullCardScript() === null,
    });
    // Without the script there is nothing that draws them.
    return fullCardScript() && (cards as readonly FullCard[] | null);
  }

  /** The article that cards are made for. */
  #articleOfCards() {
    return { articleDay: this.#article.day, lang: this.#article.lang };
  }

  #retry() {
    this.#cards.renew();
    this.#full.retry();
    this.#found();
    this.#hover.here?.redraw();
  }

  async #show(mention: PageMention): Promise<boolean> {
    await this.#ports.reveal?.(mention);
    const range = liveRange(mention);
    if (!range) return false;
    scrollToPublic(range);
    this.#current = mention;
    this.#annotator.paint();
    this.#hover.show(mention);
    return true;
  }

  /**
   * To the next or the previous visible mention, from the one shown last or from the top of the
   * window.
   */
  async #jump(forward: boolean, way: Way): Promise<boolean> {
    const isVisible = visibility();
    const all = this.#annotator.painted.all.filter(isVisible);
    const mention = neighbour(all, this.#hover.here?.open ?? this.#current, forward, way);
    if (!mention) this.#hover.here?.close();
    return mention ? this.#show(mention) : false;
  }
}
