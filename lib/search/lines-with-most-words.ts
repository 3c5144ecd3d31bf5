/**
 * Finds the lines that have the most words of a query that no line has in full: "rare earth list"
 * finds rare earths.
 */
import { isDense } from './fold.ts';
import { LINE } from './lines.ts';

/** Share of the query's words, weighted by rarity, that a line must have. */
const ENOUGH = 0.6;
/** The same for pairs of Chinese or Japanese characters, some of which cross a word boundary. */
const ENOUGH_PAIRS = 0.5;

/** `each` calls back with every line, of `count` lines, that contains a text. */
export function linesWithMostWords(
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
  // A number that no line has cannot be ignored: it says which item is meant.
  if (words.some((word, k) => found[k]?.size === 0 && /\d/.test(word))) return [];
  const known = found.filter(({ size }) => size > 0);
  const weightOf = ({ size }: ReadonlySet<number>) => Math.log(count / size);
  const sum = known.reduce((all, lines) => all + weightOf(lines), 0);
  // An unknown word weighs as much as the average known word. An unknown pair of characters is left
  // out, because it may cross a word boundary.
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
