/**
 * Keeps the marks of one page view. Watches the page, has its changes scanned (`ScanScheduler`
 * decides when, `ScanPipeline` does it) and registers the marks near the viewport. Ends with its
 * signal.
 */
import { yieldToBrowser } from '../../core/slices.ts';
import type { Matcher, SenseOptions } from '../../match/index.ts';
import { Upgrades } from '../dom/custom-element-upgrades.ts';
import { onDocumentReplaced } from '../dom/on-document-replaced.ts';
import { bodyOf, isHidden, listen } from '../dom/safe-dom.ts';
import { ShadowRoots } from '../dom/shadow-roots.ts';
import { delayUntilVisible, throttle } from '../dom/throttle.ts';
import { watchDocument, type DocumentWatch } from '../dom/watch-mutations.ts';
import { watchStylesheets } from '../dom/watch-stylesheets.ts';
import { Marks } from '../marks/highlighter.ts';
import { ViewportFilter } from '../marks/viewport-filter.ts';
import type { ListNames } from '../mentions/list-mentions.ts';
import type { PageMention } from '../mentions/mentions.ts';
import type { PaintedMentions } from '../mentions/merge-lists.ts';
import type { Container, Flow } from '../text/flow.ts';
import { PageText } from '../text/page-text.ts';
import { ScanPipeline } from './scan-pipeline.ts';
import { ScanScheduler } from './scan-scheduler.ts';

/**
 * The page, and the decisions about it that belong to others: which part is read, by which names,
 * and what is painted.
 */
export interface AnnotatorOptions {
  document: Document;
  registry: HighlightRegistry;
  /** See `PipelineOptions`. */
  matcherFor: (text: string) => Generator<void, Matcher | null>;
  signal: AbortSignal;
  /**
   * Finds, in steps, the part of the page to read. `known`: the part found before, if it is still
   * in the page.
   */
  root: (known: Container | null) => Generator<void, Container | null>;
  leaveOut: (element: Element) => boolean;
  /** Joins texts by the markup only, without computed styles. */
  ignoresStyles?: boolean | undefined;
  /** Work, in steps, that must be done before senses are chosen. */
  prepare: () => Generator<void>;
  senses: () => SenseOptions;
  /** True for mentions that are painted: the user can turn kinds and repeats off. */
  painted: (mention: PageMention) => boolean;
  /**
   * Called after each scan that found mentions. `byOtherNames`: the names changed, not the page.
   */
  onFound: (byOtherNames: boolean) => void;
  /** Called when other mentions may be visible after a scroll or a change of styles. */
  onShown: () => void;
  /** Called when mentions are gone, so that a card on one of them closes. */
  onGone: (isGone: (mention: PageMention) => boolean) => void;
  /**
   * Called with each open shadow root, in which Firefox needs the style sheet of the marks until
   * the signal: https://bugzilla.mozilla.org/show_bug.cgi?id=1868009.
   */
  onRoot: (root: ShadowRoot, signal: AbortSignal) => void;
}

/**
 * Mentions up to which a change of styles is counted again; with more, the button shows "999+"
 * anyway.
 */
const MAX_COUNTED_AGAIN = 2000;

export class Annotator {
  readonly marks: Marks<PageMention>;
  readonly #options: AnnotatorOptions;
  readonly #text: PageText;
  readonly #pipeline: ScanPipeline;
  readonly #scheduler: ScanScheduler;
  readonly #viewport: ViewportFilter;
  readonly #watch: DocumentWatch;
  readonly #countSoon: ReturnType<typeof delayUntilVisible>;

  constructor(options: AnnotatorOptions) {
    this.#options = options;
    const { document, signal, matcherFor, prepare, senses } = options;
    this.marks = new Marks(options.registry);
    this.#viewport = new ViewportFilter(() => this.#restyled(), signal);
    this.#countSoon = delayUntilVisible(() => options.onShown(), document, signal);
    const restyled = throttle(() => this.#restyled(true), signal);
    const sheetsChanged = throttle(() => {
      if (this.#text.restyled()) this.#scheduler.request();
      this.#restyled(true);
    }, signal);
    this.#watch = watchDocument(
      document,
      { onRecords: (records) => this.#changed(records), onLooks: restyled },
      signal,
    );
    const roots = new ShadowRoots(document, this.#watch, options.onRoot, signal);
    const upgrades = new Upgrades(() => this.restart(), signal);
    this.#text = new PageText({
      root: options.root,
      leaveOut: options.leaveOut,
      ignoresStyles: options.ignoresStyles,
      onRoot: (root) => roots.add(root),
      onUndefined: (element) => upgrades.note(element),
    });
    this.#pipeline = new ScanPipeline({
      text: this.#text,
      matcherFor,
      signal,
      prepare,
      senses,
      isBusy: () => this.isBusy,
      onRead: ({ isMoved }) => {
        roots.letGo();
        // Marks may have come into view although no mention is new.
        if (isMoved) this.#viewport.moved();
      },
      onFound: (byOtherNames) => this.#found(byOtherNames),
    });
    this.#scheduler = new ScanScheduler({
      document,
      signal,
      hasWork: () => this.#pipeline.hasWork,
      hasStale: () => this.#pipeline.hasStale,
      size: () => this.#text.came,
      scan: (isIdle) => this.#pipeline.scan(isIdle),
    });
    onDocumentReplaced(
      document,
      (ofRoot) => {
        listen(document, 'visibilitychange', () => this.#visibilityChanged(), { signal: ofRoot });
        listen(document, 'scroll', () => this.#viewport.moved(), { signal: ofRoot, capture: true, passive: true });
        watchStylesheets(document, sheetsChanged, ofRoot);
      },
      signal,
    );
    signal.addEventListener('abort', () => {
      this.marks.clear();
      this.#pipeline.clear();
    });
  }

  get flows(): readonly Flow[] {
    return this.#text.flows;
  }

  /** True while the page keeps changing. */
  get isBusy(): boolean {
    return this.#scheduler.isBusy;
  }

  /** The mentions that are marked, near the viewport or not. */
  get painted(): PaintedMentions {
    return this.#pipeline.painted;
  }

  start(): void {
    this.#scheduler.start();
  }

  /** Reads the whole page again: names or settings have changed. */
  restart(): void {
    this.#pipeline.requestAll();
    this.#scheduler.request(0);
  }

  /**
   * Uses the names of another version of the built-in list and reads the whole page again. Null:
   * those of the extension, before a text may hold a name.
   */
  useBuiltIn(matcher: Matcher | null): void {
    if (this.#pipeline.useBuiltIn(matcher)) this.#scheduler.request(0);
  }

  /** Uses these names of subscribed lists. Built-in marks do not change. */
  useLists(names: ListNames): void {
    this.#pipeline.useLists(names);
    this.#scheduler.request(0);
  }

  #changed(records: MutationRecord[]): void {
    const stale = [...this.#text.touch(records)];
    if (bodyOf(this.#options.document) === null) {
      // A document without a body has nothing to mark, and no block reports that.
      this.marks.clear();
      this.#options.onGone(() => true);
      this.#text.touchAll();
    } else if (stale.length > 0) {
      this.#pipeline.distrust(stale);
      this.marks.dropIf(this.#pipeline.isSpoilt);
      this.#options.onGone(this.#pipeline.isSpoilt);
    }
    if (this.#text.changed) this.#scheduler.request();
  }

  #visibilityChanged(): void {
    if (!isHidden(this.#options.document)) {
      this.#scheduler.userReturned();
      this.#countSoon(true);
    }
    this.#scheduler.request();
  }

  async #found(byOtherNames: boolean): Promise<void> {
    const { all } = this.painted;
    this.#viewport.watch(all);
    if (all.length > 0) this.#watch.withLooks();
    this.#options.onGone((mention) => !all.includes(mention));
    this.paint();
    // The browser paints the marks first; the count and the cards follow in the next task.
    await yieldToBrowser();
    if (!this.#options.signal.aborted) this.#options.onFound(byOtherNames);
  }

  /** Repaints after a scroll or a change of styles, and counts the visible mentions again soon. */
  #restyled(byStyle = false): void {
    if (byStyle) this.#viewport.restyled();
    this.paint();
    if (this.painted.all.length <= MAX_COUNTED_AGAIN) this.#countSoon();
  }

  /** Registers the marks that are near the viewport now. */
  paint(): void {
    if (this.#options.signal.aborted) return;
    const isPainted = (mention: PageMention) => !this.#pipeline.isSpoilt(mention) && this.#options.painted(mention);
    this.marks.show(this.#viewport.choose(this.painted, isPainted));
  }
}
