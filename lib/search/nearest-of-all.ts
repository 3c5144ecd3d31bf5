/**
 * The last resort of a search, where no slip or meaning leads anywhere: names with a word that is
 * spelled much the same ("vibranium" gives uranium and vanadium), and codes that begin alike.
 */
import { squeeze } from './fold.ts';
import type { TextIndex } from './text-index.ts';

/** Shared pairs of letters, doubled, over all pairs of both words: less than this is chance. */
const MIN_LIKENESS = 0.5;
/** Letters of a word that may be told by its pairs. */
const MIN_LETTERS = 5;
/** Characters that a code has in common with one on file, at least. */
const MIN_CODE_START = 2;
const MAX_LINES = 8;
/** Added for a name that is the one word. */
const WHOLE_NAME = 0.2;

const pairsOf = (word: string): string[] => [...word.slice(1)].map((letter, k) => word.charAt(k) + letter);

function likeness(asked: readonly string[], word: string): number {
  const pairs = pairsOf(word);
  const shared = pairs.filter((pair) => asked.includes(pair)).length;
  return (2 * shared) / (asked.length + pairs.length);
}

function likeWords(index: TextIndex, word: string): number[] {
  const asked = pairsOf(word);
  const best: { line: number; like: number }[] = [];
  const judged = new Map<string, number>();
  for (let line = 0; line < index.count; line++) {
    if (!index.isLive(line) || index.fieldOf(line) !== 'name') continue;
    const words = index.lines.at(line).split(' ');
    for (const one of words) {
      if (Math.abs(one.length - word.length) > word.length / 2) continue;
      const like = judged.get(one) ?? likeness(asked, one);
      judged.set(one, like);
      if (like >= MIN_LIKENESS) best.push({ line, like: like + WHOLE_NAME / words.length });
    }
  }
  return best.sort((a, b) => b.like - a.like || a.line - b.line).map(({ line }) => line);
}

function likeCodes(index: TextIndex, code: string): number[] {
  const codes = index.codes().filter(({ field }) => field === 'code');
  for (let length = code.length - 1; length >= MIN_CODE_START; length--) {
    const found = codes.filter((one) => one.code.startsWith(code.slice(0, length)));
    if (found.length > 0) return found.map(({ line }) => line);
  }
  return [];
}

/** Lines near to words that nothing answers to, the likest first. */
export function nearestOfAll(index: TextIndex, words: readonly string[]): number[] {
  const found = words.flatMap((word) =>
    /^\d[\da-z ]+$/.test(word)
      ? likeCodes(index, squeeze(word))
      : word.length >= MIN_LETTERS
        ? likeWords(index, word)
        : [],
  );
  const entries = new Set<number>();
  return found
    .filter((line) => {
      const entry = index.entryOf(line);
      const isNew = !entries.has(entry);
      entries.add(entry);
      return isNew;
    })
    .slice(0, MAX_LINES);
}
