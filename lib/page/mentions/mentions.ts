/**
 * Mentions on a page: where a sense was chosen, kept the same object for as long as it stands
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
import { pointAt, type Flow } from '../text/collect.ts';
import { isIntact, type Place } from '../text/place.ts';
import { findRepeats } from './repeats.ts';

export interface PageMention extends Place {
  kind: string;
  /** Not the first mention of the thing in its section. */
  repeat: boolean;
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

/** So many mentions are compared with what stood before in one step. */
const STEP = 128;
/** Flows that are looked through for readings in one step. */
const FLOWS_A_STEP = 2048;

export class Mentions {
  readonly #matcher: Matcher;
  readonly #senses: Disambiguator;
  readonly #readings = new Map<Flow, BlockReading>();
  #byFlow = new Map<Flow, PageMention[]>();
  #all: PageMention[] = [];

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

  /** The work of reading a flow's text; true if anything was found in it that counts. */
  *read(flow: Flow): Generator<void, boolean> {
    const reading = yield* this.#matcher.readInSteps(flow.text);
    if (reading.hits.length === 0) return false;
    this.#readings.set(flow, reading);
    return true;
  }

  /** True if the flow held anything that counts. */
  forget(flow: Flow): boolean {
    return this.#readings.delete(flow);
  }

  /**
   * The work of choosing senses over the whole page. `flows` in reading order. What was found
   * before stands until it is done.
   */
  *choose(flows: readonly Flow[], options: SenseOptions, moving: Moving | null = null): Generator<void, void> {
    const read: Flow[] = [];
    const readings: BlockReading[] = [];
    const sections: number[] = [];
    let section = 0;
    for (const [n, flow] of flows.entries()) {
      if (n % FLOWS_A_STEP === FLOWS_A_STEP - 1) yield;
      // Headings begin a new section, those too that name nothing.
      if (flow.heading) section++;
      const reading = this.#readings.get(flow);
      if (!reading) continue;
      read.push(flow);
      readings.push(reading);
      sections.push(section);
    }
    const found = yield* this.#senses.choose(readings, options, moving);
    const repeats = findRepeats(found, sections);
    const byFlow = new Map<Flow, PageMention[]>();
    const standing = yield* this.#stillStanding(read);
    /** Those whose words stand where they stood, in text that was read anew around them. */
    const moved: { mention: PageMention; place: Place }[] = [];
    // Mentions never overlap, so where one starts tells which it was. Mentions come flow by flow.
    let inFlow: Flow | null = null;
    let before: readonly PageMention[] | undefined;
    let passed = 0;
    const all: PageMention[] = [];
    for (const [i, mention] of found.entries()) {
      if (i % STEP === 0) yield;
      const flow = read[mention.block];
      if (!flow) continue;
      if (flow !== inFlow) {
        inFlow = flow;
        before = this.#byFlow.get(flow);
        passed = 0;
      }
      const repeat = repeats[i] === true;
      const { start, end, entry } = mention;
      const at = before ? null : startOf({ flow, start });
      if (before) while ((before[passed]?.start ?? Infinity) < start) passed++;
      const old = at ? standing.get(at.node)?.get(at.offset) : before?.[passed];
      const isSame =
        old?.flow.container === flow.container &&
        (at !== null || old.start === start) &&
        sizeOf(old) === sizeOf(mention) &&
        old.entry === entry &&
        old.repeat === repeat;
      const kept = isSame ? old : this.#made(flow, mention, repeat);
      if (kept.flow !== flow) moved.push({ mention: kept, place: { flow, start, end } });
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
   * What was found in flows that are read no more and still stands, by its text node and its place
   * in it.
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
    repeat: boolean,
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
      repeat,
      text: flow.text.slice(start, end),
    };
  }

  clear(): void {
    this.#readings.clear();
    this.#byFlow.clear();
    this.#all = [];
  }
}
