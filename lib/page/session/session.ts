/**
 * One page view: marks, cards, and answers to the extension. Given everything it needs; ends with its
 * signal, and then nothing of it is left in the page.
 */
import type { GlanceModel } from '../../card/model/glance-model.ts';
import { hostOf } from '../../core/site-state.ts';
import { turn } from '../../core/slices.ts';
import { localeOf } from '../../i18n/translate.ts';
import { nameKey, type SenseOptions } from '../../match/index.ts';
import { decodeNames } from '../../match/names/serialize.ts';
import { afterDecision, type Decision } from '../../messaging/decision.ts';
import type { Details, PageRequest, ToPage } from '../../messaging/protocol.ts';
import { Annotator } from '../annotate/annotator.ts';
import { articleDate, findArticleDate } from '../text/article-date.ts';
import { articleRoot } from '../text/article-root.ts';
import type { Container } from '../text/collect.ts';
import { HoverControllerProxy } from '../card/hover-controller-proxy.ts';
import { bring } from '../card/scroll-to-mention.ts';
import { bodyOf, isDesigned, languageOf, listen, urlOf } from '../dom/safe-dom.ts';
import { eachRoot } from '../dom/on-document-replaced.ts';
import { lineKind } from '../marks/highlight-names.ts';
import { clearLeftovers } from '../marks/highlighter.ts';
import { liveRange } from '../text/place.ts';
import type { PageMention } from '../mentions/mentions.ts';
import { MOST_LISTED, listMentions, tryNames } from '../mentions/list-page-mentions.ts';
import { Counts, type Counted } from '../mentions/badge-count.ts';
import { decisionsHere } from './user-choices.ts';
import { cardScript, dropCardScript, type HoverPorts } from '../card/card-script.ts';
import { dropFullCardScript, fullCardScript } from '../card/full-card-script.ts';
import { FullCards } from './full-cards.ts';
import { removeLeftoverHost } from '../card/remove-stale-host.ts';
import { neighbour } from '../mentions/next-mention.ts';
import { PageLists } from '../mentions/list-names.ts';
import type { PageSettings, SessionPorts } from './ports.ts';
import { styleRoot } from '../marks/style-shadow-root.ts';
import { visibility } from '../text/visibility.ts';

/** Milliseconds for which the article's day is taken to stand. */
const DATED = 1000;

export class Session {
  readonly #ports: SessionPorts;
  readonly #annotator: Annotator;
  readonly #hover: HoverControllerProxy;
  #settings: PageSettings;
  readonly #forcedColors = matchMedia('(forced-colors: active)');
  readonly #cards = new Map<string, GlanceModel>();
  readonly #full = new FullCards(
    (entries) => this.#fetchFull(entries),
    () => this.#hover.here?.redraw(),
  );
  readonly #asked = new Set<string>();
  #failed = false;
  readonly #counts: Counts;
  readonly #lists = new PageLists();
  #current: PageMention | null = null;
  #dated: { url: string; at: number; day: string | null } | null = null;
  /** As it was when cards were asked for last. */
  #article: { url: string; day: string | null } | null = null;

  constructor(ports: SessionPorts) {
    this.#ports = ports;
    this.#settings = ports.settings;
    const { document, matcher, signal } = ports;
    clearLeftovers(CSS.highlights);
    removeLeftoverHost(document);
    dropCardScript();
    dropFullCardScript();
    this.#counts = new Counts(() => this.#found(), signal);
    this.#annotator = new Annotator({
      document,
      registry: CSS.highlights,
      matcher,
      signal,
      root: (known) => this.#findRoot(known),
      leaveOut: (element) => this.#hover?.here?.isHost(element) === true,
      prepare: () => this.#findDay(),
      senses: () => this.#senses(),
      painted: (mention) =>
        !this.#settings.hiddenKinds.includes(lineKind(mention.kind)) && !(mention.repeat && this.#leavesOutRepeats()),
      onFound: (byOtherNames) => {
        if (byOtherNames) this.#counts.anew();
        this.#hover.here?.again();
        this.#found();
      },
      onGone: (isGone) => this.#hover.here?.dropIf(isGone),
      onRoot: (root, ofRoot) => ports.marksCss !== null && styleRoot(root, ports.marksCss, ofRoot),
    });
    // The button forgot the count when the reader went away from the page, and keeps it when we do.
    eachRoot(
      document,
      (ofRoot) =>
        listen(window, 'pageshow', (event) => (event as PageTransitionEvent).persisted && this.#tellAgain(), {
          signal: ofRoot,
        }),
      signal,
    );
    signal.addEventListener(
      'abort',
      () => void ports.ask(this.#request([], { mentions: 0, personal: 0 })).catch(() => undefined),
    );
    const hover: HoverPorts = {
      document,
      signal,
      marks: this.#annotator.marks,
      look: () => ({
        theme: this.#settings.theme,
        textSize: this.#settings.textSize,
        openAfter: this.#settings.openAfter,
        openOn: this.#settings.openOn,
        cardSize: this.#settings.cardSize,
        locale: localeOf(this.#settings.language, ports.browserLanguage),
      }),
      glance: (entry) => this.#card(entry),
      full: (entries) => (ports.isAlive() ? this.#full.of(entries) : 'gone'),
      entries: (mention) => this.#lists.inOrder([mention.entry, ...this.#annotator.painted.also(mention)]),
      range: liveRange,
      retry: () => this.#retry(),
      open: (entry, panel) => void ports.ask({ type: 'open-entry', entry, panel }).catch(() => undefined),
      mute: ({ entry }, here) =>
        void this.#decide({ type: 'mute', entry, site: here ? hostOf(urlOf(document)) : null }),
      unmute: ({ entry }, here) =>
        void this.#decide({ type: 'unmute', entry, site: here ? hostOf(urlOf(document)) : null }),
      choose: ({ text }, entry) => void this.#decide({ type: 'choose-sense', name: nameKey(text), entry }),
    };
    // What follows the reader comes with the details: where both failed, they are asked for again.
    this.#hover = new HoverControllerProxy(hover, () => this.#failed && ports.isAlive() && this.#retry());
  }

  start(): void {
    this.#annotator.start();
  }

  change(settings: PageSettings): void {
    this.#settings = settings;
    this.#cards.clear();
    this.#full.clear();
    this.#asked.clear();
    this.#counts.anew();
    this.#annotator.restart();
  }

  /** What the reader decided goes into the settings and comes back from there; where it is not kept, it holds here alone. */
  async #decide(decision: Decision): Promise<void> {
    try {
      if ((await this.#ports.ask(decision)) === false)
        this.change({ ...this.#settings, ...afterDecision(decision, this.#settings) });
    } catch {
      // The extension has gone; the card says so when it is opened next.
    }
  }

  async answer(request: ToPage): Promise<unknown> {
    switch (request.type) {
      case 'mentions':
        return listMentions(this.#ports.document, this.#annotator.listed, this.#annotator.painted.also);
      case 'show': {
        const mention = this.#annotator.listed[request.mention];
        return mention ? this.#show(mention) : false;
      }
      case 'jump':
        return this.#jump(request.forward);
      case 'terms':
        await this.#askFor([]);
        return true;
      case 'try':
        return tryNames(this.#ports.document, decodeNames(request.names), this.#annotator.flows, this.#senses());
      case 'stop':
        return true;
    }
  }

  /** In forced colours nothing is fainter, and Chromium fills each mark as if it were selected: the first of each is enough. */
  #leavesOutRepeats(): boolean {
    const { repeats } = this.#settings;
    return repeats === 'first only' || (repeats === 'fainter' && this.#forcedColors.matches);
  }

  #senses(): SenseOptions {
    const { document } = this.#ports;
    return {
      date: this.#day() ?? undefined,
      lang: languageOf(document) ?? undefined,
      ...decisionsHere(this.#settings, urlOf(document)),
    };
  }

  /** The part of the page that is read: nothing where all of it is an editor. */
  *#findRoot(known: Container | null): Generator<void, Container | null> {
    const { document } = this.#ports;
    if (isDesigned(document)) return null;
    if (this.#settings.scope === 'page') return bodyOf(document);
    return known ?? (yield* articleRoot(document));
  }

  /** The article's day is looked for again after a while, since it may come late: not at each change of a busy page. */
  *#findDay(): Generator<void> {
    const url = urlOf(this.#ports.document);
    if (this.#dated?.url === url && performance.now() - this.#dated.at <= DATED) return;
    const date = yield* findArticleDate(this.#ports.document, url);
    this.#dated = { url, at: performance.now(), day: date?.day ?? null };
  }

  #day(): string | null {
    const url = urlOf(this.#ports.document);
    if (this.#dated?.url !== url)
      this.#dated = { url, at: performance.now(), day: articleDate(this.#ports.document, url)?.day ?? null };
    return this.#dated.day;
  }

  #tellAgain(): void {
    this.#counts.anew();
    this.#found();
  }

  /** After each finding: the badge, and the cards of entries that are new here. */
  #found() {
    const [url, day] = [urlOf(this.#ports.document), this.#day()];
    if (this.#article && (url !== this.#article.url || day !== this.#article.day)) {
      // Another article under the same document, or its date came late: cards are its own.
      if (url !== this.#article.url) this.#hover.here?.close();
      this.#cards.clear();
      this.#full.clear();
      this.#asked.clear();
    }
    this.#article = { url, day };
    const { listed, painted } = this.#annotator;
    const { all, also } = painted;
    const named = new Set<string>();
    for (const mention of all) {
      named.add(mention.entry);
      for (const entry of also(mention)) named.add(entry);
    }
    const entries = [...named].filter((entry) => !this.#asked.has(entry));
    const isNews = this.#counts.isNews(all, listed, this.#annotator.isBusy);
    if (entries.length > 0 || this.#lists.mustAsk || isNews) void this.#askFor(entries);
  }

  #request(entries: string[], { mentions, personal }: Counted): PageRequest {
    return {
      type: 'details',
      entries: entries.slice(0, MOST_LISTED),
      articleDay: this.#day(),
      lang: languageOf(this.#ports.document),
      mentions,
      personal,
      ...this.#lists.ask(),
      drawer: cardScript() === null,
    };
  }

  async #askFor(entries: string[]): Promise<void> {
    for (const entry of entries) this.#asked.add(entry);
    try {
      const details = this.#ports.parseDetails(await this.#ports.ask(this.#request(entries, this.#counts.told)));
      let isWhole = details !== null;
      for (const sent of details?.cards ?? []) {
        const card = cardScript()?.glanceOf(sent) ?? null;
        if (card) this.#cards.set(card.id, card);
        else isWhole = false;
        // Each takes a moment, the first of them some milliseconds.
        await turn();
      }
      if (this.#ports.signal.aborted) return;
      if (details) this.#useNames(details);
      this.#failed = !isWhole;
    } catch {
      for (const entry of entries) this.#asked.delete(entry);
      this.#failed = true;
    }
    this.#hover.meet();
    this.#hover.here?.redraw();
  }

  #useNames(details: Details) {
    const names = this.#lists.take(details);
    if (names) this.#annotator.useLate(names);
    if (!details.lists) return;
    // Other lists, other words on the same entries: asked for anew, shown as they were until then.
    this.#asked.clear();
    this.#full.clear();
    this.#counts.anew();
  }

  #card(entry: string): GlanceModel | 'loading' | 'failed' | 'gone' {
    const card = this.#cards.get(entry);
    if (card) return card;
    if (!this.#ports.isAlive()) return 'gone';
    if (this.#asked.has(entry)) return this.#failed ? 'failed' : 'loading';
    if (this.#failed) return 'failed';
    void this.#askFor([entry]);
    return 'loading';
  }

  async #fetchFull(entries: readonly string[]) {
    const answer = await this.#ports.ask({
      type: 'full-card',
      entries: [...entries],
      articleDay: this.#day(),
      lang: languageOf(this.#ports.document),
      script: fullCardScript() === null,
    });
    return fullCardScript()?.parse(answer) ?? null;
  }

  #retry() {
    this.#failed = false;
    this.#full.retry();
    this.#asked.clear();
    this.#found();
    this.#hover.here?.redraw();
  }

  #show(mention: PageMention): boolean {
    const range = liveRange(mention);
    if (!range) return false;
    bring(this.#ports.document, range, mention.personal);
    // Of the reader's own terms nothing is drawn, not over the page either: Chromium tells a page which of its words is covered (IntersectionObserver's trackVisibility), whatever root the cover is in.
    if (mention.personal) return true;
    this.#current = mention;
    this.#annotator.paint();
    this.#hover.show(mention);
    return true;
  }

  /** To the next or the previous visible mention, from the one shown last or from the top of the window. */
  #jump(forward: boolean): boolean {
    const isVisible = visibility();
    const all = this.#annotator.painted.all.filter(isVisible);
    const mention = neighbour(all, this.#hover.here?.open ?? this.#current, forward);
    return mention ? this.#show(mention) : false;
  }
}
