/**
 * The mentions of a page. A mention stays the same object as long as its words and its sense are
 * unchanged.
 */
import {
  Disambiguator,
  type BlockReading,
  type Matcher,
  type Mention,
  type Moving,
  type SenseOptions,
} from '../../match/index.ts';
import { pointAt } from '../text/collect.ts';
import type { Flow } from '../text/flow.ts';
import { isIntact, type Place } from '../text/place.ts';
import { proseWords, roomIn, thinOut } from './crowding.ts';
import { findStandings, type Standing } from './repeats.ts';

export interface PageMention extends Place, Standing {
  kind: string;
  entry: string;
  /** The entry's own name. */
  name: string;
  /** The list that it comes from. */
  list: string;
  /** The words as they stand in the page. */
  text: string;
  why: Mention['why'];
  readings: NonNullable<Mention['readings']>;
}

const startOf = ({ flow, start }: Pick<Place, 'flow' | 'start'>) => pointAt(flow, start, false);
const sizeOf = ({ start, end }: { start: number; end: number }) => end - start;

/**
 * A shorter section (about 1,000 words, counting flows with a name) is joined with the next one.
 */
const MIN_SECTION_CHARS = 6000;

const FIRST: Standing = { repeat: false, from: 'fewer' };

/** Mentions that are compared with earlier ones in one step. */
const MENTIONS_A_STEP = 128;
/** Flows that are looked through for readings in one step; the words of each are counted once. */
const FLOWS_A_STEP = 512;

/** True if a mention found again is the same as before, so that its object is kept. */
const isSame = (old: PageMention, flow: Flow, found: Mention, { repeat, from }: Standing): boolean =>
  old.flow.container === flow.container &&
  sizeOf(old) === sizeOf(found) &&
  old.entry === found.entry &&
  old.repeat === repeat &&
  old.from === from;

/**
 * The mentions of the last choice by where they start: mentions never overlap. Asked flow by flow
 * and in order.
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

export class Mentions {
  readonly #matcher: Matcher;
  readonly #senses: Disambiguator;
  readonly #readings = new Map<Flow, BlockReading>();
  #byFlow = new Map<Flow, PageMention[]>();
  #all: PageMention[] = [];
  /**
   * At the last choice of senses: the words in paragraphs, and the underlines that they would have
   * had.
   */
  #words = 0;
  #wished = 0;

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

  /** Reads a flow's text in steps; true if it holds a name or a cue. */
  *read(flow: Flow): Generator<void, boolean> {
    const reading = yield* this.#matcher.readInSteps(flow.text);
    if (reading.hits.length === 0) return false;
    this.#readings.set(flow, reading);
    return true;
  }

  /** True if the flow held a name or a cue. */
  forget(flow: Flow): boolean {
    return this.#readings.delete(flow);
  }

  /**
   * Chooses senses over the whole page, in steps. `flows` are in reading order. The mentions of the
   * last choice stay until this one is done.
   */
  *choose(flows: readonly Flow[], options: SenseOptions, moving: Moving | null = null): Generator<void, void> {
    const { read, readings, sections, words } = yield* this.#readFlows(flows);
    const found = yield* this.#senses.choose(readings, options, moving);
    const standings = yield* findStandings(found, sections);
    this.#wished = yield* thinOut(found, standings, read.map(proseWords), roomIn(words));
    this.#words = words;
    const former = new FormerMentions(this.#byFlow, yield* this.#stillStanding(read));
    const byFlow = new Map<Flow, PageMention[]>();
    /** Mentions whose own words are unchanged in a flow that was read again. */
    const moved: { mention: PageMention; place: Place }[] = [];
    const all: PageMention[] = [];
    for (const [i, mention] of found.entries()) {
      if (i % MENTIONS_A_STEP === 0) yield;
      const flow = read[mention.block];
      if (!flow) continue;
      const standing = standings[i] ?? FIRST;
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

  /**
   * True if so many more (or fewer) words in paragraphs change how many underlines the page has
   * room for.
   */
  isCrowdedBy(words: number): boolean {
    const [before, now] = [roomIn(this.#words), roomIn(this.#words + words)];
    return before !== now && Math.min(before, now) < this.#wished;
  }

  /**
   * The flows in which something was found, with their readings and the numbers of their sections;
   * and the words in all paragraphs.
   */
  *#readFlows(
    flows: readonly Flow[],
  ): Generator<void, { read: Flow[]; readings: BlockReading[]; sections: number[]; words: number }> {
    const read: Flow[] = [];
    const readings: BlockReading[] = [];
    const sections: number[] = [];
    let section = 0;
    let length = 0;
    let words = 0;
    for (const [n, flow] of flows.entries()) {
      words += proseWords(flow);
      if (n % FLOWS_A_STEP === FLOWS_A_STEP - 1) yield;
      // A heading begins a new section even if it holds no name.
      if (flow.heading && length >= MIN_SECTION_CHARS) {
        section++;
        length = 0;
      }
      const reading = this.#readings.get(flow);
      if (!reading) continue;
      // Senses are not chosen again after a change of a flow without names, so its length must not
      // count.
      length += flow.text.length;
      read.push(flow);
      readings.push(reading);
      sections.push(section);
    }
    return { read, readings, sections, words };
  }

  /**
   * The mentions in flows that are read no longer whose words are still in the page, by text node
   * and offset.
   */
  *#stillStanding(read: readonly Flow[]): Generator<void, ReadonlyMap<Text, ReadonlyMap<number, PageMention>>> {
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
    standing: Standing,
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
  }
}
