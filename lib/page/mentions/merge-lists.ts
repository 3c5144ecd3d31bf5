/** Mentions of several lists as one: what is marked where, and whose words stand on its card. */
import type { Flow } from '../text/collect.ts';
import type { PageMention } from './mentions.ts';

/** What is painted. */
export interface Painted {
  /** In reading order, none over another. */
  all: readonly PageMention[];
  in: (flow: Flow) => readonly PageMention[];
  /** Entries of other lists, or namesakes in the same one, that the words stand for too. */
  also: (mention: PageMention) => readonly string[];
}

const NONE: readonly string[] = [];
const entriesOf = ({ entry, readings }: PageMention): string[] => [entry, ...readings.map((reading) => reading.entry)];

/**
 * A name of a subscribed list that covers a built-in mention says its word on that one's card; one that only
 * overlaps it is left out; all others are marks of their own. So built-in marks stay what they are.
 */
export function together(
  builtIn: { all: readonly PageMention[]; in: (flow: Flow) => readonly PageMention[] },
  others: readonly PageMention[],
  flows: readonly Flow[],
): Painted {
  if (others.length === 0) return { all: builtIn.all, in: builtIn.in, also: () => NONE };
  const also = new Map<PageMention, string[]>();
  const added = new Map<Flow, PageMention[]>();
  for (const other of others) {
    const touched = builtIn.in(other.flow).filter(({ start, end }) => start < other.end && end > other.start);
    for (const mention of touched)
      if (mention.start >= other.start && mention.end <= other.end)
        also.set(mention, [...(also.get(mention) ?? []), ...entriesOf(other)]);
    if (touched.length > 0) continue;
    const alone = added.get(other.flow);
    if (alone) alone.push(other);
    else added.set(other.flow, [other]);
  }
  const byFlow = new Map(
    [...added].map(([flow, some]) => [flow, [...builtIn.in(flow), ...some].sort((a, b) => a.start - b.start)]),
  );
  const inFlow = (flow: Flow) => byFlow.get(flow) ?? builtIn.in(flow);
  return {
    all: flows.flatMap((flow) => inFlow(flow)),
    in: inFlow,
    also: (mention) =>
      also.get(mention) ??
      (mention.readings.length > 0 && added.get(mention.flow)?.includes(mention) ? entriesOf(mention).slice(1) : []),
  };
}

/** Both in reading order. */
export function inOrder(
  mentions: readonly PageMention[],
  hidden: readonly PageMention[],
  flows: readonly Flow[],
): readonly PageMention[] {
  if (hidden.length === 0) return mentions;
  const place = new Map(flows.map((flow, n) => [flow, n]));
  return [...mentions, ...hidden].sort(
    (a, b) => (place.get(a.flow) ?? 0) - (place.get(b.flow) ?? 0) || a.start - b.start,
  );
}
