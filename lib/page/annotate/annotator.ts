/**
 * Text to marks, kept up as the page changes: reads what is new in short slices, chooses senses over
 * the whole page, registers the marks near the viewport. One object a page view; it ends with its signal.
 */
import { slicesOf, turn, type Slices } from '../../core/slices.ts';
import type { Matcher, SenseOptions } from '../../match/index.ts';
import type { Container, Flow } from '../text/collect.ts';
import { bodyOf, isHidden, listen } from '../dom/safe-dom.ts';
import { eachRoot } from '../dom/on-document-replaced.ts';
import { Judging, REST } from './rejudge-policy.ts';
import { LateMentions, type LateNames } from '../mentions/list-mentions.ts';
import { Marks, isIntact } from '../marks/highlighter.ts';
import { Mentions, type PageMention } from '../mentions/mentions.ts';
import { Near } from '../marks/viewport.ts';
import { watchDocument, type Watch } from '../dom/watch-mutations.ts';
import { Pace } from './rescan-delay.ts';
import { PageText } from '../text/page-text.ts';
import { calmly, later, watchSheets } from '../restyle.ts';
import { inOrder, together, type Painted } from '../mentions/merge-lists.ts';
import { ShadowRoots } from '../dom/shadow-roots.ts';
import { Upgrades } from '../dom/custom-element-upgrades.ts';

export interface AnnotatorOptions {
  document: Document;
  registry: HighlightRegistry;
  matcher: Matcher;
  signal: AbortSignal;
  /** The work of finding the part of the page that is read; `known` is the one found before, if it still stands. */
  root: (known: Container | null) => Generator<void, Container | null>;
  leaveOut: (element: Element) => boolean;
  /** The work of finding on the page what `senses` tells of it. */
  prepare: () => Generator<void>;
  senses: () => SenseOptions;
  /** Which mentions are painted at all: kinds switched off and, on demand, repeats are not. */
  painted: (mention: PageMention) => boolean;
  /** After each time that mentions were found anew: since the page changed, or for other names. */
  onFound: (byOtherNames: boolean) => void;
  /** A mention is no longer where it was: a card on it must go. */
  onGone: (isGone: (mention: PageMention) => boolean) => void;
  /** Told of each open shadow root: Firefox needs the sheet of the marks in it, until the signal. */
  onRoot: (root: ShadowRoot, signal: AbortSignal) => void;
}

/** How often reading is started again at once when what was being read went. */
const MAX_STARTS = 3;

/** Of more mentions than so many the button says "999+" anyway. */
const MOST_COUNTED = 2000;

export class Annotator {
  readonly marks: Marks<PageMention>;
  readonly #builtIn: Mentions;
  readonly #late = new LateMentions();
  #painted: Painted = { all: [], in: () => [], also: () => [] };
  #listed: readonly PageMention[] = [];
  readonly #roots: ShadowRoots;
  readonly #text: PageText;
  readonly #near: Near;
  readonly #watch: Watch;
  readonly #options: AnnotatorOptions;
  #running = false;
  #timer: ReturnType<typeof setTimeout> | null = null;
  /** When the timer rings. */
  #due = 0;
  readonly #count: ReturnType<typeof later>;
  readonly #pace = new Pace();
  #found = false;
  #everChosen = false;
  readonly #judging = new Judging();
  /** The last choice found other mentions than the one before it. */
  #news = false;
  /** Flows whose text changed since they were read: of their mentions only those may be painted whose words still stand. */
  readonly #stale = new Set<Flow>();
  readonly #isSpoilt = (mention: PageMention) => this.#stale.has(mention.flow) && !isIntact(mention);

  constructor(options: AnnotatorOptions) {
    this.#options = options;
    const { document, signal } = options;
    this.marks = new Marks(options.registry);
    this.#builtIn = new Mentions(options.matcher);
    this.#near = new Near(() => this.#restyled(), signal);
    const upgrades = new Upgrades(() => this.restart(), signal);
    const restyled = calmly(() => this.#restyled(true), signal);
    this.#count = later(() => options.onFound(false), document, signal);
    this.#watch = watchDocument(
      document,
      { onRecords: (records) => this.#changed(records), onLooks: restyled },
      signal,
    );
    this.#roots = new ShadowRoots(document, this.#watch, options.onRoot, signal);
    this.#text = new PageText({
      root: options.root,
      leaveOut: options.leaveOut,
      onRoot: (root) => this.#roots.add(root),
      onUndefined: (element) => upgrades.note(element),
    });
    eachRoot(
      document,
      (ofRoot) => {
        listen(document, 'visibilitychange', () => this.#looked(), { signal: ofRoot });
        listen(document, 'scroll', () => this.#near.moved(), { signal: ofRoot, capture: true, passive: true });
        watchSheets(document, restyled, ofRoot);
      },
      signal,
    );
    signal.addEventListener('abort', () => this.#end());
  }

  get flows(): readonly Flow[] {
    return this.#text.flows;
  }

  /** Reads the page now: in the next turn, since a timer comes a frame later where the page is busy. */
  start(): void {
    const { document, signal } = this.#options;
    if (signal.aborted || isHidden(document)) return;
    this.#running = true;
    void turn().then(() => this.#pass());
  }

  /** Everything anew: other names, other settings. */
  restart(): void {
    this.#text.touchAll();
    this.#judging.anew();
    this.#schedule(0);
  }

  /** The page goes on changing. */
  get goesOn(): boolean {
    return this.#pace.goesOn;
  }

  /** The mentions that are marked, near the viewport or not. */
  get painted(): Painted {
    return this.#painted;
  }

  /** These and the hidden ones (the reader's own, private lists) in reading order, as they were found last. */
  get listed(): readonly PageMention[] {
    return this.#listed;
  }

  /** Other names besides the built-in ones; built-in marks stay as they are. */
  useLate(names: LateNames): void {
    this.#late.use(names);
    this.#schedule(0);
  }

  get #waits(): boolean {
    return this.#text.changed || this.#late.behind;
  }

  #changed(records: MutationRecord[]) {
    const stale = [...this.#text.touch(records)];
    if (bodyOf(this.#options.document) === null) {
      // A document that lost its body has nothing left to mark, and no block of it tells so.
      this.marks.clear();
      this.#options.onGone(() => true);
      this.#text.touchAll();
    } else if (stale.length > 0) {
      for (const flow of stale) this.#stale.add(flow);
      this.marks.dropIf(this.#isSpoilt);
      this.#options.onGone(this.#isSpoilt);
    }
    if (this.#text.changed) this.#schedule();
  }

  #looked() {
    if (!isHidden(this.#options.document)) {
      this.#pace.back();
      this.#count(true);
    }
    this.#schedule();
  }

  #schedule(after?: number) {
    const { document, signal } = this.#options;
    if (signal.aborted || this.#running || isHidden(document) || !(this.#waits || this.#judging.owes)) return;
    const now = performance.now();
    const wait = after ?? (this.#waits ? this.#pace.wait(now, this.#text.came) : REST);
    if (this.#timer !== null) {
      if (now + wait >= this.#due) return;
      clearTimeout(this.#timer);
    }
    this.#due = now + wait;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      void this.#pass();
    }, wait);
  }

  async #pass(): Promise<void> {
    const { signal } = this.#options;
    this.#running = true;
    const began = performance.now();
    const isAtRest = this.#judging.owes && !this.#waits;
    const slices = slicesOf(signal);
    try {
      for (let starts = 0; this.#text.changed && !signal.aborted && starts < MAX_STARTS; starts++) {
        const read: Flow[] = [];
        const work = this.#text.refresh((flow) => {
          read.push(flow);
          if (this.#builtIn.read(flow)) this.#found = true;
          if (this.#late.read(flow)) this.#found = true;
        });
        let result: ReturnType<typeof work.next> | undefined;
        const stepper = { next: () => (result = work.next()) };
        if (!(await slices.run(stepper))) return;
        const change = result?.done ? result.value : null;
        if (!change) {
          for (const flow of read) this.#forget(flow);
          continue;
        }
        let lost = false;
        this.#roots.letGo();
        // All else was read just now.
        const stale = [...change.removed.filter((flow) => this.#stale.has(flow)), ...change.stale];
        this.#stale.clear();
        for (const flow of stale) this.#stale.add(flow);
        for (const flow of change.removed) lost = this.#forget(flow) || lost;
        // Headings part sections, and in each the first mention of a thing counts.
        const isMoved = [...change.removed, ...change.added].some(({ heading }) => heading);
        if (this.#found || lost || isMoved || !this.#everChosen || this.#judging.isDue(began))
          await this.#choose(slices);
        for (const flow of change.removed) this.#stale.delete(flow);
        break;
      }
      if (isAtRest && !this.#text.changed && !signal.aborted) await this.#choose(slices, true);
      if (this.#late.behind && !this.#text.changed && !signal.aborted) await this.#catchUp(slices);
    } finally {
      this.#running = false;
      if (!isAtRest) this.#pace.passed(began, performance.now(), this.#news);
      this.#news = false;
    }
    this.#schedule();
  }

  #forget(flow: Flow): boolean {
    const late = this.#late.forget(flow);
    return this.#builtIn.forget(flow) || late;
  }

  /** Reads the page for names that came after it was read; a change of the page meanwhile is read after it. */
  async #catchUp(slices: Slices): Promise<void> {
    if (!(await slices.run(this.#late.catchUp([...this.#text.flows])))) return;
    await this.#show(slices, [...this.#text.flows], this.#options.senses(), true);
  }

  /** The page may change meanwhile: what changed is not painted, and is read after this. */
  async #choose(slices: Slices, isAtRest = false): Promise<void> {
    this.#everChosen = true;
    this.#found = false;
    if (!(await slices.run(this.#options.prepare()))) return;
    const senses = this.#options.senses();
    const flows = [...this.#text.flows];
    const moving = this.#judging.begin(performance.now(), this.#pace.goesOn && !isAtRest);
    if (!(await slices.run(this.#builtIn.choose(flows, senses, moving)))) return;
    this.#judging.end(performance.now());
    await this.#show(slices, flows, senses);
  }

  async #show(slices: Slices, flows: readonly Flow[], senses: SenseOptions, byOtherNames = false): Promise<void> {
    if (!(await slices.run(this.#late.choose(flows, senses))) || !(await slices.rest())) return;
    const before = this.#painted.all;
    const builtIn = { all: this.#builtIn.all, in: (flow: Flow) => this.#builtIn.in(flow) };
    this.#painted = together(builtIn, this.#late.painted, flows);
    const { all } = this.#painted;
    this.#news ||= all.length !== before.length || all.some((mention, k) => mention !== before[k]);
    this.#near.watch(all);
    if (all.length > 0) this.#watch.withLooks();
    this.#options.onGone((mention) => !all.includes(mention));
    this.paint();
    this.#listed = inOrder(all, this.#late.hidden, flows);
    // The frame with the marks does not wait for the count and the cards.
    await turn();
    if (!this.#options.signal.aborted) this.#options.onFound(byOtherNames);
  }

  /** A style showed or hid something, or the reader scrolled: other marks, and in a moment another count. */
  #restyled(byStyle = false) {
    if (byStyle) this.#near.restyled();
    this.paint();
    if (this.#painted.all.length <= MOST_COUNTED) this.#count();
  }

  /** Registers the marks that are near the viewport now. */
  paint(): void {
    if (this.#options.signal.aborted) return;
    const isPainted = (mention: PageMention) => !this.#isSpoilt(mention) && this.#options.painted(mention);
    this.marks.show(this.#near.choose(this.#painted, isPainted));
  }

  #end() {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.marks.clear();
    this.#builtIn.clear();
    this.#late.clear();
    this.#painted = { all: [], in: () => [], also: () => [] };
    this.#listed = [];
  }
}
