/**
 * Merges the mentions of several lists: decides which is marked, and which entries its card shows.
 */
import { mergeLists } from '../../match/senses/merge-lists.ts';
import type { Flow } from '../text/flow.ts';
import type { PageMention } from './mentions.ts';

/** The painted mentions. */
export interface PaintedMentions {
  /** In reading order, without overlaps. */
  all: readonly PageMention[];
  in: (flow: Flow) => readonly PageMention[];
  /** Other entries for the same words: of other lists, or namesakes in the same list. */
  also: (mention: PageMention) => readonly string[];
}

const NO_ENTRIES: readonly string[] = [];
const entriesOf = ({ entry, readings }: PageMention): string[] => [entry, ...readings.map((reading) => reading.entry)];

/** Marks the longest name of any list; its card also shows entries whose names it covers. */
export function mergePainted(
  builtIn: { all: readonly PageMention[]; in: (flow: Flow) => readonly PageMention[] },
  others: readonly PageMention[],
  flows: readonly Flow[],
): PaintedMentions {
  if (others.length === 0) return { all: builtIn.all, in: builtIn.in, also: () => NO_ENTRIES };
  const othersIn = new Map<Flow, PageMention[]>();
  for (const other of others) {
    const same = othersIn.get(other.flow);
    if (same) same.push(other);
    else othersIn.set(other.flow, [other]);
  }
  const merged = new Map([...othersIn].map(([flow, some]) => [flow, mergeLists(builtIn.in(flow), some)]));
  const inFlow = (flow: Flow) => merged.get(flow)?.mentions ?? builtIn.in(flow);
  return {
    all: flows.flatMap((flow) => inFlow(flow)),
    in: inFlow,
    also: (mention) => {
      const covered = merged.get(mention.flow)?.covered.get(mention)?.flatMap(entriesOf) ?? NO_ENTRIES;
      // A name of a subscribed list may mean several of its entries; the built-in list chooses one.
      const namesakes = othersIn.get(mention.flow)?.includes(mention) ? entriesOf(mention).slice(1) : NO_ENTRIES;
      return covered.length + namesakes.length === 0 ? NO_ENTRIES : [...namesakes, ...covered];
    },
  };
}
