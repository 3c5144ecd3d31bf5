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

/** A pair of letters as one number. */
const pairOf = (first: number, second: number): number => (first << 16) | second;
/** Places in a table that rules most pairs out; several pairs share one. */
const PAIR_PLACES = 1 << 12;
const placeOf = (pair: number): number => (Math.imul(pair >>> 16, 61) + pair) & (PAIR_PLACES - 1);

/** Counts the pairs of letters in `codes[from, to)` that a word has too. */
function sharedWith(word: string): (codes: Uint16Array, from: number, to: number) => number {
  const pairs = new Set<number>();
  const places = new Uint8Array(PAIR_PLACES);
  for (let k = 1; k < word.length; k++) {
    const pair = pairOf(word.charCodeAt(k - 1), word.charCodeAt(k));
    pairs.add(pair);
    places[placeOf(pair)] = 1;
  }
  return (codes, from, to) => {
    let shared = 0;
    for (let at = from + 1; at < to; at++) {
      const pair = pairOf(codes[at - 1] ?? 0, codes[at] ?? 0);
      if (places[placeOf(pair)] === 1 && pairs.has(pair)) shared++;
    }
    return shared;
  };
}

/** Reads the letters of all names in place: to cut each word out would take ten times as long. */
function likeWords(index: TextIndex, word: string): number[] {
  const { codes, starts, ends } = index.words();
  const sharedIn = sharedWith(word);
  const best: { line: number; like: number }[] = [];
  ends.forEach((end, line) => {
    if (!index.isLive(line) || index.fieldOf(line) !== 'name') return;
    const first = line > 0 ? (ends[line - 1] ?? 0) : 0;
    for (let k = first; k < end; k++) {
      const from = starts[k] ?? 0;
      const to = (starts[k + 1] ?? 0) - 1;
      if (Math.abs(to - from - word.length) > word.length / 2) continue;
      const like = (2 * sharedIn(codes, from, to)) / (word.length - 1 + to - from - 1);
      if (like >= MIN_LIKENESS) best.push({ line, like: like + WHOLE_NAME / (end - first) });
    }
  });
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
