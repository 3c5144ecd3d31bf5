/** Mentions on a page: where a sense was chosen, kept the same object for as long as it stands unchanged. */
import { chooseSenses, type BlockReading, type Matcher, type Mention, type SenseOptions } from '../match/index.ts';
import type { Flow } from './collect.ts';
import type { Mark } from './marks.ts';
import { findRepeats, sectionsOf } from './sections.ts';

export interface PageMention extends Mark {
  entry: string;
  /** The entry's own name. */
  name: string;
  /** One of the reader's own terms: never painted. */
  personal: boolean;
  /** The list that it comes from. */
  list: string;
  /** The words as they stand in the page. */
  text: string;
  why: Mention['why'];
  readings: NonNullable<Mention['readings']>;
}

export class Mentions {
  readonly #matcher: Matcher;
  readonly #personal: boolean;
  readonly #readings = new Map<Flow, BlockReading>();
  #byFlow = new Map<Flow, PageMention[]>();
  #all: PageMention[] = [];

  constructor(matcher: Matcher, personal = false) {
    this.#matcher = matcher;
    this.#personal = personal;
  }

  /** In reading order. */
  get all(): readonly PageMention[] {
    return this.#all;
  }

  in(flow: Flow): readonly PageMention[] {
    return this.#byFlow.get(flow) ?? [];
  }

  /** Reads a flow's text; true if anything was found in it that counts. */
  read(flow: Flow): boolean {
    const reading = this.#matcher.read(flow.text);
    if (reading.hits.length === 0) return false;
    this.#readings.set(flow, reading);
    return true;
  }

  /** True if the flow held anything that counts. */
  forget(flow: Flow): boolean {
    return this.#readings.delete(flow);
  }

  /** Chooses senses over the whole page anew. `flows` in reading order. */
  choose(flows: readonly Flow[], options: SenseOptions): void {
    const read = flows.filter((flow) => this.#readings.has(flow));
    const readings = read.map((flow) => this.#readings.get(flow)).filter((reading) => reading !== undefined);
    const found = chooseSenses(this.#matcher, readings, options);
    const sections = new Map<Flow, number>();
    sectionsOf(flows).forEach((section, i) => sections.set(flows[i] as Flow, section));
    const repeats = findRepeats(
      found,
      read.map((flow) => sections.get(flow) ?? 0),
    );
    const byFlow = new Map<Flow, PageMention[]>();
    this.#all = [];
    found.forEach((mention, i) => {
      const flow = read[mention.block];
      if (!flow) return;
      const kept = this.#kept(flow, mention, repeats[i] === true) ?? {
        flow,
        start: mention.start,
        end: mention.end,
        kind: mention.kind,
        entry: mention.entry,
        name: mention.name,
        personal: this.#personal,
        list: mention.list,
        repeat: repeats[i] === true,
        text: flow.text.slice(mention.start, mention.end),
        why: mention.why,
        readings: mention.readings ?? [],
      };
      this.#all.push(kept);
      const same = byFlow.get(flow);
      if (same) same.push(kept);
      else byFlow.set(flow, [kept]);
    });
    this.#byFlow = byFlow;
  }

  #kept(flow: Flow, { start, end, entry }: Mention, repeat: boolean): PageMention | undefined {
    return this.#byFlow.get(flow)?.find((old) => old.start === start && old.end === end && old.entry === entry && old.repeat === repeat);
  }

  clear(): void {
    this.#readings.clear();
    this.#byFlow.clear();
    this.#all = [];
  }
}
