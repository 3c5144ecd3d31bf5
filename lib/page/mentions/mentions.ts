/**
 * The mentions of a page. A mention stays the same object as long as its words and its sense are
 * unchanged.
 */
import {
  Disambiguator,
  type BlockReading,
  type Matcher,
  type Mention,
  type RescoreOptions,
  type SenseOptions,
} from '../../match/index.ts';
import { pointAt } from '../text/collect.ts';
import type { Flow } from '../text/flow.ts';
import { isIntact, type Place } from '../text/place.ts';
import { proseWords, maxUnderlines, thinOut } from './thin-underlines.ts';
import { findMarkLevels, type MarkLevel } from './repeated-mentions.ts';

/** A mention with its place in the page. */
export interface PageMention extends Place, MarkLevel {
  kind: string;
  entry: string;
  /** The entry's own name. */
  name: string;
  /** The list of the entry. */
  list: string;
  /** The words in the page. */
  text: string;
  why: Mention['why'];
  readings: NonNullable<Mention['readings']>;
}

const startOf = ({ flow, start }: Pick<Place, 'flow' | 'start'>) => pointAt(flow, start, false);
const sizeOf = ({ start, end }: { start: number; end: number }) => end - start;

/** Characters of the shortest section, about 1,000 words. A shorter one is joined with the next. */
const MIN_SECTION_CHARS = 6000;

const FIRST: MarkLevel = { repeat: false, from: 'fewer' };

/** Mentions that are compared with earlier ones in one step. */
const MENTIONS_A_STEP = 128;
/** Flows that are examined in one step. */
const FLOWS_A_STEP = 512;

/** True if a mention is the same as before, so that its object is kept. */
const isSame = (old: PageMention, flow: Flow, found: Mention, { repeat, from }: MarkLevel): boolean =>
  old.flow.container === flow.container &&
  sizeOf(old) === sizeOf(found) &&
  old.entry === found.entry &&
  old.repeat === repeat &&
  old.from === from;

/**
 * Finds the mentions of the last choice by their starts. Must be queried flow by flow, in order.
 */
class FormerMentions {
  #flow: Flow | null = null;
  #inFlow: readonly PageMention[] | undefined;
  #passed = 0;

  constructor(
    private readonly byFlow: ReadonlyMap<Flow, readonly PageMention[]>,
    private readonly standing: ReadonlyMap<Text, ReadonlyMap<number, PageMention>>,
  ) {}

  at(flow: Flow, start: number): PageMention | undefined {
    if (flow !== this.#flow) {
      this.#flow = flow;
      this.#inFlow = this.byFlow.get(flow);
      this.#passed = 0;
    }
    if (!this.#inFlow) {
      const { node, offset } = startOf({ flow, start });
      return this.standing.get(node)?.get(offset);
    }
    while ((this.#inFlow[this.#passed]?.start ?? Infinity) < start) this.#passed++;
    const old = this.#inFlow[this.#passed];
    return old?.start === start ? old : undefined;
  }
}

interface FlowsRead {
  read: Flow[];
  readings: BlockReading[];
  sections: number[];
  words: number;
  order: Flow[];
}

export class Mentions {
  readonly #matcher: Matcher;
  readonly #senses: Disambiguator;
  readonly #readings = new Map<Flow, BlockReading>();
  #byFlow = new Map<Flow, PageMention[]>();
  #all: PageMention[] = [];
  /** At the last choice of senses: words in paragraphs, and their underlines before thinning. */
  #words = 0;
  #wished = 0;
  /** Headings and flows with names, in the order of the last choice. */
  #order: readonly Flow[] = [];

  constructor(matcher: Matcher) {
    this.#matcher = matcher;
    this.#senses = new Disambiguator(matcher);
  }

  /** In reading order. */
  get all(): readonly PageMention[] {
    return this.#all;
  }

  in(flow: Flow): readonly PageMention[] {
    return this.#byFlow.get(flow) ?? [];
  }

  /** Reads a flow's text in steps. Returns true if it has a name or a cue. */
  *read(flow: Flow): Generator<void, boolean> {
    const reading = yield* this.#matcher.readInSteps(flow.text);
    if (reading.hits.length === 0) return false;
    this.#readings.set(flow, reading);
    return true;
  }

  /** Forgets a flow. Returns true if it had a name or a cue. */
  forget(flow: Flow): boolean {
    return this.#readings.delete(flow);
  }

  /**
   * Chooses senses over the whole page, in steps. `flows`: in reading order. The previous mentions
   * stay until the choice is done.
   */
  *choose(flows: readonly Flow[], options: SenseOptions, moving: RescoreOptions | null = null): Generator<void, void> {
    const { read, readings, sections, words, order } = yield* this.#readFlows(flows);
    const found = yield* this.#senses.choose(readings, options, moving);
    const levels = yield* findMarkLevels(found, sections);
    this.#wished = yield* thinOut(found, levels, read.map(proseWords), maxUnderlines(words));
    this.#words = words;
    this.#order = order;
    const former = new FormerMentions(this.#byFlow, yield* this.#mentionsStillInPage(read));
    const byFlow = new Map<Flow, PageMention[]>();
    /** Mentions with unchanged words in a flow that was read again. */
    const moved: { mention: PageMention; place: Place }[] = [];
    const all: PageMention[] = [];
    for (const [i, mention] of found.entries()) {
      if (i % MENTIONS_A_STEP === 0) yield;
      const flow = read[mention.block];
      if (!flow) continue;
      const standing = levels[i] ?? FIRST;
      const old = former.at(flow, mention.start);
      const kept = old && isSame(old, flow, mention, standing) ? old : this.#made(flow, mention, standing);
      if (kept.flow !== flow) moved.push({ mention: kept, place: { flow, start: mention.start, end: mention.end } });
      all.push(kept);
      const same = byFlow.get(flow);
      if (same) same.push(kept);
      else byFlow.set(flow, [kept]);
    }
    for (const { mention, place } of moved) Object.assign(mention, place);
    this.#byFlow = byFlow;
    this.#all = all;
  }

  /** True if this change in the number of words changes how many underlines the page may have. */
  isCrowdedBy(words: number): boolean {
    const [before, now] = [maxUnderlines(this.#words), maxUnderlines(this.#words + words)];
    return before !== now && Math.min(before, now) < this.#wished;
  }

  /**
   * Returns true if headings or flows with names have changed places since the last choice, so that
   * another mention may be the first of its section. Works in steps.
   */
  *isReordered(flows: readonly Flow[]): Generator<void, boolean> {
    let place = 0;
    for (const [n, flow] of flows.entries()) {
      if (n % FLOWS_A_STEP === FLOWS_A_STEP - 1) yield;
      if ((flow.heading || this.#readings.has(flow)) && flow !== this.#order[place++]) return true;
    }
    return place < this.#order.length;
  }

  /**
   * The flows with hits, their readings and section numbers, the number of words in all paragraphs,
   * and the flows that `isReordered` compares.
   */
  *#readFlows(flows: readonly Flow[]): Generator<void, FlowsRead> {
    const read: Flow[] = [];
    const order: Flow[] = [];
    const readings: BlockReading[] = [];
    const sections: number[] = [];
    let section = 0;
    let length = 0;
    let words = 0;
    for (const [n, flow] of flows.entries()) {
      words += proseWords(flow);
      if (n % FLOWS_A_STEP === FLOWS_A_STEP - 1) yield;
      // A heading starts a new section even without a name.
      if (flow.heading && length >= MIN_SECTION_CHARS) {
        section++;
        length = 0;
      }
      const reading = this.#readings.get(flow);
      if (flow.heading || reading) order.push(flow);
      if (!reading) continue;
      // Only flows with names count, because a change of other flows does not trigger a new choice.
      length += flow.text.length;
      read.push(flow);
      readings.push(reading);
      sections.push(section);
    }
    return { read, readings, sections, words, order };
  }

  /** Mentions of removed flows whose words are still in the page, by text node and offset. */
  *#mentionsStillInPage(read: readonly Flow[]): Generator<void, ReadonlyMap<Text, ReadonlyMap<number, PageMention>>> {
    const stays = new Set(read);
    const standing = new Map<Text, Map<number, PageMention>>();
    for (const [flow, mentions] of this.#byFlow) {
      if (stays.has(flow)) continue;
      for (const mention of mentions.filter(isIntact)) {
        const { node, offset } = startOf(mention);
        const others = standing.get(node);
        if (others) others.set(offset, mention);
        else standing.set(node, new Map([[offset, mention]]));
      }
      yield;
    }
    return standing;
  }

  #made(
    flow: Flow,
    { start, end, kind, entry, name, list, why, readings = [] }: Mention,
    standing: MarkLevel,
  ): PageMention {
    return {
      flow,
      start,
      end,
      kind,
      entry,
      name,
      list,
      why,
      readings,
      ...standing,
      text: flow.text.slice(start, end),
    };
  }

  clear(): void {
    this.#readings.clear();
    this.#byFlow.clear();
    this.#all = [];
    this.#words = this.#wished = 0;
    this.#order = [];
  }
}
