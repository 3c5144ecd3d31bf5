/**
 * Lines that hold the most of what was asked for, where none holds all: "rare earth list" finds
 * rare earths.
 */
import { isDense } from './fold.ts';
import { LINE } from './lines.ts';

/** Less than this of the words is no answer; rare words weigh more. */
const ENOUGH = 0.6;
/** The same of pairs of characters, some of which stand across two words. */
const ENOUGH_PAIRS = 0.5;

/** `each` calls back with every line that a text stands in, of `count` lines. */
export function mostOf(
  query: string,
  count: number,
  each: (part: string, call: (line: number) => void) => void,
): number[] {
  const dense = isDense(query);
  const words = dense ? [...query.slice(1)].map((letter, k) => query.charAt(k) + letter) : query.split(' ');
  const found = words.map((word) => {
    const lines = new Set<number>();
    for (const before of dense ? [''] : [LINE, ' ']) each(before + word, (line) => lines.add(line));
    return lines;
  });
  // A number says which one is meant.
  if (words.some((word, k) => found[k]?.size === 0 && /\d/.test(word))) return [];
  const known = found.filter(({ size }) => size > 0);
  const weightOf = ({ size }: ReadonlySet<number>) => Math.log(count / size);
  const sum = known.reduce((all, lines) => all + weightOf(lines), 0);
  // A word that stands nowhere weighs like the others; a pair that does is of two words.
  const enough = dense ? ENOUGH_PAIRS * sum : (ENOUGH * sum * words.length) / known.length;
  const held = new Map<number, { weight: number; words: number }>();
  for (const lines of known)
    for (const line of lines) {
      const { weight, words } = held.get(line) ?? { weight: 0, words: 0 };
      held.set(line, { weight: weight + weightOf(lines), words: words + 1 });
    }
  const several = [...held].filter(([, { words }]) => words > 1);
  const most = several.reduce((best, [, { weight }]) => Math.max(best, weight), 0);
  return most < enough ? [] : several.flatMap(([line, { weight }]) => (weight === most ? line : []));
}
