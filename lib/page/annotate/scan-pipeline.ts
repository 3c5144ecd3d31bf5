/**
 * Turns text into mentions: reads what changed, chooses senses over the whole page, and merges the
 * mentions of all lists. Each stage runs in slices, between which the page may change.
 */
import { slicesOf, type Slices } from '../../core/slices.ts';
import type { Matcher, SenseOptions } from '../../match/index.ts';
import { ListMentions, type ListNames } from '../mentions/list-mentions.ts';
import { Mentions, type PageMention } from '../mentions/mentions.ts';
import { proseWords } from '../mentions/thin-underlines.ts';
import { mergePainted, type PaintedMentions } from '../mentions/merge-lists.ts';
import type { Flow } from '../text/flow.ts';
import type { TextChange, PageText } from '../text/page-text.ts';
import { isIntact } from '../text/place.ts';
import { RejudgePolicy } from './rejudge-policy.ts';

/** Times that a reading is started again because its flows left the page. */
const MAX_STARTS = 3;
const wordsOf = (flows: readonly Flow[]): number => flows.reduce((sum, flow) => sum + proseWords(flow), 0);
const NOTHING_PAINTED: PaintedMentions = { all: [], in: () => [], also: () => [] };

/** `isBusy`: true while the page keeps changing; then only new blocks are scored. */
export interface PipelineOptions {
  text: PageText;
  /** Null if the text holds no built-in name; a matcher may then come by `useBuiltIn`. */
  matcherFor: (text: string) => Generator<void, Matcher | null>;
  signal: AbortSignal;
  /** Work, in steps, that must be done before senses are chosen. */
  prepare: () => Generator<void>;
  senses: () => SenseOptions;
  isBusy: () => boolean;
  /** Called after each reading with the new and removed flows. */
  onRead: (change: TextChange) => void;
  /** Called after each choice of senses. `byOtherNames`: the names changed, not the page. */
  onFound: (byOtherNames: boolean) => Promise<void>;
}

export class ScanPipeline {
  readonly #options: PipelineOptions;
  readonly #text: PageText;
  #matcher: Matcher | null = null;
  /** Null until a text of the page may hold a name. */
  #builtIn: Mentions | null = null;
  /** Flows that were read before that. They hold no name, but perhaps cues. */
  readonly #unmatched = new Set<Flow>();
  readonly #lists = new ListMentions();
  readonly #rejudge = new RejudgePolicy();
  #painted = NOTHING_PAINTED;
  /** True if a reading since the last choice of senses found a name or a cue. */
  #isFound = false;
  #wasChosen = false;
  #hasNews = false;
  /** Words that paragraphs have gained since the last choice of senses. */
  #wordsMore = 0;
  /**
   * Flows whose text changed after they were read. Only mentions whose words are unchanged may be
   * painted.
   */
  readonly #stale = new Set<Flow>();

  constructor(options: PipelineOptions) {
    this.#options = options;
    this.#text = options.text;
  }

  /** The mentions that are marked, near the viewport or not. */
  get painted(): PaintedMentions {
    return this.#painted;
  }

  get hasWork(): boolean {
    return this.#text.changed || this.#lists.behind;
  }

  get hasStale(): boolean {
    return this.#rejudge.hasStale;
  }

  /** Reads the whole page again: settings have changed. */
  requestAll(): void {
    this.#text.touchAll();
    this.#rejudge.requestFull();
  }

  /** Returns false if the matcher is already in use. */
  useBuiltIn(matcher: Matcher | null): boolean {
    if (matcher === this.#matcher) return false;
    if (matcher) this.#match(matcher);
    else this.#matcher = this.#builtIn = null;
    this.requestAll();
    return true;
  }

  #match(matcher: Matcher): Mentions {
    this.#matcher = matcher;
    this.#unmatched.clear();
    return (this.#builtIn = new Mentions(matcher));
  }

  /** Uses these names of subscribed lists. Built-in mentions do not change. */
  useLists(names: ListNames): void {
    this.#lists.use(names);
  }

  /** Marks flows as stale: their texts cannot be trusted until they are read again. */
  distrust(flows: Iterable<Flow>): void {
    for (const flow of flows) this.#stale.add(flow);
  }

  /** True if the words of a mention have changed since they were read. */
  readonly isSpoilt = (mention: PageMention): boolean => this.#stale.has(mention.flow) && !isIntact(mention);

  /** Resolves with true if the mentions differ from those before. */
  async scan(isIdle: boolean): Promise<boolean> {
    const { signal } = this.#options;
    const slices = slicesOf(signal);
    const isReady = () => !this.#text.changed && !signal.aborted;
    this.#hasNews = false;
    await this.#readChanges(slices);
    if (isIdle && isReady()) await this.#choose(slices, false);
    if (this.#lists.behind && isReady()) await this.#catchUp(slices);
    return this.#hasNews;
  }

  async #readChanges(slices: Slices): Promise<void> {
    const { signal, isBusy } = this.#options;
    const began = performance.now();
    for (let starts = 0; this.#text.changed && !signal.aborted && starts < MAX_STARTS; starts++) {
      const change = await this.#read(slices);
      if (!change) continue;
      const { removed, added } = change;
      const wereLost = removed.map((flow) => this.#forget(flow)).includes(true);
      // A new, removed or moved heading changes which mention is the first of its section, and so
      // is marked.
      const isHeading = [...removed, ...added].some(({ heading }) => heading);
      this.#wordsMore += wordsOf(added) - wordsOf(removed);
      const isCrowded = this.#builtIn?.isCrowdedBy(this.#wordsMore) || this.#lists.isCrowdedBy(this.#wordsMore);
      const isDue =
        this.#isFound || wereLost || isHeading || isCrowded || !this.#wasChosen || this.#rejudge.isDue(began);
      if (isDue || (await this.#isReordered(slices, change))) await this.#choose(slices, isBusy());
      for (const flow of removed) this.#stale.delete(flow);
      return;
    }
  }

  async #isReordered(slices: Slices, { isMoved }: TextChange): Promise<boolean> {
    if (!isMoved) return false;
    const { flows } = this.#text;
    const works = [this.#builtIn?.isReordered(flows), this.#lists.isReordered(flows)];
    for (const work of works) if (work && (await slices.resultOf(work))) return true;
    return false;
  }

  /** Null if the flows to read left the page, or the session ended. */
  async #read(slices: Slices): Promise<TextChange | null> {
    const read: Flow[] = [];
    const work = this.#text.refresh((flow) => {
      read.push(flow);
      return this.#find(flow);
    });
    const change = await slices.resultOf(work);
    if (!change) {
      for (const flow of read) this.#forget(flow);
      return null;
    }
    // All other flows were read just now.
    const stale = [...change.removed.filter((flow) => this.#stale.has(flow)), ...change.stale];
    this.#stale.clear();
    this.distrust(stale);
    this.#options.onRead(change);
    return change;
  }

  *#find(flow: Flow): Generator<void> {
    if (yield* this.#readBuiltIn(flow)) this.#isFound = true;
    if (yield* this.#lists.read(flow)) this.#isFound = true;
  }

  *#readBuiltIn(flow: Flow): Generator<void, boolean> {
    if (this.#builtIn) return yield* this.#builtIn.read(flow);
    this.#unmatched.add(flow);
    const matcher = yield* this.#options.matcherFor(flow.text);
    // Another version of the list may have come meanwhile. Then the whole page is read again.
    if (!matcher || this.#builtIn) return false;
    const unmatched = [...this.#unmatched];
    const builtIn = this.#match(matcher);
    let isFound = false;
    for (const one of unmatched) {
      if (yield* builtIn.read(one)) isFound = true;
      yield;
    }
    return isFound;
  }

  /** Forgets a flow. Returns true if it had a name or a cue. */
  #forget(flow: Flow): boolean {
    const late = this.#lists.forget(flow);
    this.#unmatched.delete(flow);
    return this.#builtIn?.forget(flow) === true || late;
  }

  /**
   * Reads the page for names that arrived after the page was read. Changes in between are read
   * afterwards.
   */
  async #catchUp(slices: Slices): Promise<void> {
    if (!(await slices.run(this.#lists.catchUp([...this.#text.flows])))) return;
    await this.#merge(slices, [...this.#text.flows], this.#options.senses(), true);
  }

  /** The page may change during the choice. Changed text is not painted, and is read afterwards. */
  async #choose(slices: Slices, isBusy: boolean): Promise<void> {
    this.#wasChosen = true;
    this.#isFound = false;
    if (!(await slices.run(this.#options.prepare()))) return;
    const senses = this.#options.senses();
    const flows = [...this.#text.flows];
    this.#wordsMore = 0;
    const moving = this.#rejudge.begin(performance.now(), isBusy);
    if (this.#builtIn && !(await slices.run(this.#builtIn.choose(flows, senses, moving)))) return;
    this.#rejudge.finished(performance.now());
    await this.#merge(slices, flows, senses, false);
  }

  async #merge(slices: Slices, flows: readonly Flow[], senses: SenseOptions, byOtherNames: boolean): Promise<void> {
    if (!(await slices.run(this.#lists.choose(flows, senses))) || !(await slices.rest())) return;
    const before = this.#painted.all;
    const builtIn = { all: this.#builtIn?.all ?? [], in: (flow: Flow) => this.#builtIn?.in(flow) ?? [] };
    this.#painted = mergePainted(builtIn, this.#lists.all, flows);
    const { all } = this.#painted;
    this.#hasNews ||= all.length !== before.length || all.some((mention, k) => mention !== before[k]);
    await this.#options.onFound(byOtherNames);
  }

  clear(): void {
    this.#unmatched.clear();
    this.#builtIn?.clear();
    this.#lists.clear();
    this.#painted = NOTHING_PAINTED;
  }
}
