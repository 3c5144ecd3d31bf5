/**
 * Merges the mentions of the built-in list and of subscribed lists in one text. The longest name
 * wins.
 */

interface Span {
  start: number;
  end: number;
}

/** The mentions of several lists in one text. */
export interface MergedMentions<T> {
  /** In reading order, without overlaps. */
  mentions: T[];
  /** Mentions of other lists that a winner covers; its card also offers their entries. */
  covered: ReadonlyMap<T, readonly T[]>;
}

const lengthOf = ({ start, end }: Span): number => end - start;
const covers = (outer: Span, inner: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;
const overlaps = (a: Span, b: Span): boolean => a.start < b.end && a.end > b.start;

/** Groups of overlapping spans, in order. */
function* clusters<T extends Span>(sorted: readonly T[]): Generator<T[]> {
  let cluster: T[] = [];
  let end = 0;
  for (const span of sorted) {
    if (cluster.length > 0 && span.start >= end) {
      yield cluster;
      cluster = [];
      end = 0;
    }
    cluster.push(span);
    end = Math.max(end, span.end);
  }
  if (cluster.length > 0) yield cluster;
}

/**
 * Merges the mentions of one text. Neither `builtIn` nor `others` may overlap within themselves. Of
 * two names of equal length the built-in one is marked. A longer name of a subscribed list ("AVIC
 * Shenyang") replaces the built-in name inside it ("AVIC").
 */
export function mergeLists<T extends Span>(builtIn: readonly T[], others: readonly T[]): MergedMentions<T> {
  if (others.length === 0) return { mentions: [...builtIn], covered: new Map() };
  const own = new Set(builtIn);
  const rank = (span: T) => (own.has(span) ? 0 : 1);
  const covered = new Map<T, T[]>();
  const mentions: T[] = [];
  for (const cluster of clusters([...builtIn, ...others].sort((a, b) => a.start - b.start))) {
    const [only] = cluster;
    if (cluster.length === 1 && only) {
      mentions.push(only);
      continue;
    }
    const marked: T[] = [];
    for (const span of cluster.toSorted((a, b) => lengthOf(b) - lengthOf(a) || rank(a) - rank(b))) {
      const winner = marked.find((one) => overlaps(one, span));
      if (!winner) marked.push(span);
      // A shorter name inside a built-in one is dropped: it means something else there.
      else if (covers(winner, span) && (own.has(span) || lengthOf(span) === lengthOf(winner)))
        covered.set(winner, [...(covered.get(winner) ?? []), span]);
    }
    mentions.push(...marked.sort((a, b) => a.start - b.start));
  }
  return { mentions, covered };
}
