/**
 * One page view: marks, cards, and answers to the extension. Gets all it needs through
 * `SessionPorts`. Ends with its signal, after which nothing of it is left in the page.
 */
import type { SenseOptions } from '../../match/index.ts';
import { DENSITIES } from '../../settings/defaults.ts';
import type { PageSettings } from '../../settings/settings.ts';
import { Annotator } from '../annotate/annotator.ts';
import { dropCardScript } from '../card/card-script.ts';
import { dropFullCardScript } from '../card/full-card-script.ts';
import { removeLeftoverHost } from '../card/remove-stale-host.ts';
import { onDocumentReplaced } from '../dom/on-document-replaced.ts';
import { bodyOf, isDesigned, listen } from '../dom/safe-dom.ts';
import { lineKind } from '../marks/highlight-names.ts';
import { clearLeftovers } from '../marks/highlighter.ts';
import { styleRoot } from '../marks/style-shadow-root.ts';
import { BadgeCount } from '../mentions/badge-count.ts';
import type { PageMention } from '../mentions/mentions.ts';
import { articleRoot } from '../text/article-root.ts';
import type { Container } from '../text/flow.ts';
import { PageArticle, type Article } from './article.ts';
import { BuiltInNames } from './built-in-names.ts';
import { MentionNavigator } from './mention-navigator.ts';
import { PageAnswers, type PageQuestion } from './page-answers.ts';
import { PageCards } from './page-cards.ts';
import { PageNames } from './page-names.ts';
import type { SessionPorts } from './ports.ts';
import { userChoices } from './user-choices.ts';
import { UserDecisions } from './user-decisions.ts';

export class PageSession {
  readonly #ports: SessionPorts;
  readonly #article: Article;
  readonly #builtIn: BuiltInNames;
  readonly #annotator: Annotator;
  readonly #cards: PageCards;
  readonly #names: PageNames;
  readonly #count: BadgeCount;
  readonly #answers: PageAnswers;
  readonly #forcedColors = matchMedia('(forced-colors: active)');
  #settings: PageSettings;
  /** The article when mentions were last found. */
  #before: { url: string; day: string | null } | null = null;

  constructor(ports: SessionPorts) {
    this.#ports = ports;
    this.#settings = ports.settings;
    this.#article = ports.article ?? new PageArticle(ports.document);
    this.#giveDays();
    const { document, signal, background } = ports;
    removeLeftovers(document);
    this.#count = new BadgeCount(() => this.#found(), signal);
    this.#builtIn = new BuiltInNames(ports.names, () => {
      if (!signal.aborted) this.#annotator.restart();
    });
    this.#annotator = this.#newAnnotator();
    const article = this.#article;
    const annotator = this.#annotator;
    const settings = () => this.#settings;
    this.#names = new PageNames({ ports, builtIn: this.#builtIn, annotator, onLists: () => this.#listsChanged() });
    this.#cards = new PageCards({
      ports,
      article,
      annotator,
      settings,
      decisions: new UserDecisions({ background, article, settings, change: (changed) => this.change(changed) }),
      entriesOf: (mention) => this.#names.inOrder([mention.entry, ...annotator.painted.also(mention)]),
      onFound: () => this.#found(),
    });
    const navigator = new MentionNavigator(annotator, this.#cards, ports.reveal);
    this.#answers = new PageAnswers({
      ports,
      article,
      annotator,
      count: this.#count,
      names: this.#names,
      navigator,
      cards: this.#cards,
    });
    // A page that comes back from the cache sends its count again, because the browser clears the
    // button when the user leaves a page:
    // https://developer.mozilla.org/en-US/Add-ons/WebExtensions/API/browserAction/setBadgeText.
    onDocumentReplaced(
      document,
      (ofRoot) =>
        listen(window, 'pageshow', (event) => (event as PageTransitionEvent).persisted && this.#cameBack(), {
          signal: ofRoot,
        }),
      signal,
    );
    signal.addEventListener('abort', () => void background.found(null).catch(() => undefined));
  }

  #newAnnotator(): Annotator {
    const { document, signal, ignoresStyles, marksCss } = this.#ports;
    return new Annotator({
      document,
      registry: CSS.highlights,
      matcherFor: (text) => this.#builtIn.matcherFor(text),
      signal,
      root: (known) => this.#findRoot(known),
      leaveOut: (element) => this.#cards?.isHost(element) === true,
      ignoresStyles,
      prepare: () => this.#article.findDay(),
      senses: () => this.#senses(),
      painted: (mention) => this.#isWanted(mention),
      onFound: (byOtherNames) => {
        this.#builtIn.wasRead();
        if (byOtherNames) this.#count.requestCount();
        this.#cards.hover?.again(true);
        this.#found();
      },
      onShown: () => {
        this.#cards.hover?.again(false);
        this.#found();
      },
      onGone: (isGone) => this.#cards.hover?.dropIf(isGone),
      onRoot: (root, ofRoot) => marksCss !== null && styleRoot(root, marksCss, ofRoot),
    });
  }

  start(): void {
    this.#annotator.start();
  }

  change(settings: PageSettings): void {
    const { follows: _, ...before } = this.#settings;
    const { follows: __, ...now } = settings;
    this.#settings = settings;
    // Follows change no mark: the page is not read again, and the card stays open.
    if (JSON.stringify(before) === JSON.stringify(now)) return this.#cards.redraw();
    this.#giveDays();
    this.#cards.clear();
    this.#count.requestCount();
    this.#annotator.restart();
  }

  /** Called when the article's date has changed. */
  articleChanged(): void {
    this.#found();
    this.#annotator.restart();
  }

  answer(question: PageQuestion): Promise<unknown> {
    return this.#answers.answer(question);
  }

  #giveDays(): void {
    const { articleDay = null, topDay = null } = this.#settings;
    this.#article.give?.(articleDay, topDay);
  }

  /**
   * In forced colours repeats cannot be fainter, and Chromium fills marks like a selection
   * (https://github.com/w3c/csswg-drafts/issues/7264). So only first mentions are marked.
   */
  #isWanted({ kind, from, repeat }: PageMention): boolean {
    const { hiddenKinds, density } = this.#settings;
    return (
      !hiddenKinds.some((hidden) => hidden === lineKind(kind)) &&
      DENSITIES.indexOf(from) <= DENSITIES.indexOf(density) &&
      !(repeat && this.#forcedColors.matches)
    );
  }

  #senses(): SenseOptions {
    const { siteUrl, lang, day } = this.#article;
    return { date: day ?? undefined, lang: lang ?? undefined, ...userChoices(this.#settings, siteUrl) };
  }

  /** Finds the part of the page to read; null if the whole document is an editor. */
  *#findRoot(known: Container | null): Generator<void, Container | null> {
    const { document, root } = this.#ports;
    if (root) return root;
    if (isDesigned(document)) return null;
    if (this.#settings.scope === 'page') return bodyOf(document);
    return known ?? (yield* articleRoot(document));
  }

  /** Called when the page comes back from the back/forward cache, in which it misses messages. */
  #cameBack(): void {
    this.#count.requestCount();
    this.#names.forget();
    this.#found();
    this.#ports.renewSettings();
  }

  #listsChanged(): void {
    this.#cards.renew();
    this.#count.requestCount();
  }

  /**
   * Called after mentions were found: updates the count, requests missing names and cards of new
   * entries.
   */
  #found(): void {
    this.#dropCardsOfAnother();
    const { painted, isBusy } = this.#annotator;
    const isNews = this.#count.isNews(painted.all, isBusy);
    if (this.#cards.want(painted) || isNews) void this.#ports.background.found(this.#count.told).catch(() => undefined);
    this.#names.want();
  }

  /** Drops cards if the document now has another article or a date that was found late. */
  #dropCardsOfAnother(): void {
    const { url, day } = this.#article;
    const before = this.#before;
    this.#before = { url, day };
    if (!before || (url === before.url && day === before.day)) return;
    if (url !== before.url) this.#cards.close();
    this.#cards.clear();
  }
}

/** Removes what an earlier version of the extension left in the page. */
function removeLeftovers(document: Document): void {
  clearLeftovers(CSS.highlights);
  removeLeftoverHost(document);
  dropCardScript();
  dropFullCardScript();
}
