/**
 * The last resort of a search that found nothing: names with a word of similar spelling
 * ("vibranium" finds uranium and vanadium), customs codes with the same first digits, and control
 * numbers of the same class with the lists that use such numbers.
 */
import { fold, withoutSpaces } from './fold.ts';
import { LINE } from './lines.ts';
import type { TextIndex } from './text-index.ts';
import { CONTROL_LISTS } from './languages/control-lists.ts';
import type { WordLines } from './word-lines.ts';

/** Least Dice coefficient of the letter pairs of two words. Lower values are chance. */
const MIN_LIKENESS = 0.6;
/** The same for a word of a longer name: there are many more of those. */
const MIN_LIKENESS_IN_NAME = 0.75;
/** Letters of the shortest word that is compared by letter pairs. */
const MIN_LETTERS = 5;
/** First characters that a code must share with a code of the lists. */
const MIN_CODE_START = 2;
const MAX_LINES = 8;
/** Added to the likeness of a single-word name; divided by the number of words for others. */
const WHOLE_NAME = 0.2;

/** Two UTF-16 units as one number. */
const pairOf = (first: number, second: number): number => (first << 16) | second;
/** Slots of the table that rules out most pairs; several pairs may share a slot. */
const PAIR_SLOTS = 1 << 12;
const slotOf = (pair: number): number => (Math.imul(pair >>> 16, 61) + pair) & (PAIR_SLOTS - 1);

/**
 * Returns a function that counts the letter pairs of `codes[from, to)` that are also in the word.
 */
function sharedWith(word: string): (codes: Uint16Array, from: number, to: number) => number {
  const pairs = new Set<number>();
  const slots = new Uint8Array(PAIR_SLOTS);
  for (let k = 1; k < word.length; k++) {
    const pair = pairOf(word.charCodeAt(k - 1), word.charCodeAt(k));
    pairs.add(pair);
    slots[slotOf(pair)] = 1;
  }
  return (codes, from, to) => {
    let shared = 0;
    for (let at = from + 1; at < to; at++) {
      const pair = pairOf(codes[at - 1] ?? 0, codes[at] ?? 0);
      if (slots[slotOf(pair)] === 1 && pairs.has(pair)) shared++;
    }
    return shared;
  };
}

/**
 * Compares the letters of all names in place: cutting out each word would take ten times as long.
 */
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
      if (like >= (end - first > 1 ? MIN_LIKENESS_IN_NAME : MIN_LIKENESS))
        best.push({ line, like: like + WHOLE_NAME / (end - first) });
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

const CONTROL_NUMBER = /^\d[a-e]\d{3}[\da-z]*$/;
/** Most entries of the same class that are shown, and how many of them come before the lists. */
const MAX_LIKE_CONTROLS = 5;
const FIRST_LIKE = 2;

/** Control numbers that are themselves the name of an entry, such as "ECCN 5A992". */
function namedControls(index: TextIndex): { line: number; code: string }[] {
  const found: { line: number; code: string }[] = [];
  for (const category of '0123456789')
    index.each(`${LINE}${category}`, (line) => {
      const code = withoutSpaces(index.lines.at(line));
      if (index.isLive(line) && index.fieldOf(line) === 'name' && CONTROL_NUMBER.test(code)) found.push({ line, code });
    });
  return found;
}

/**
 * Lines with a control number of the same class: the first two characters are the category and the
 * sort of goods. If there are none, numbers of another sort in the category. The lists that use
 * such numbers are among them.
 */
function likeControls(index: TextIndex, words: WordLines, number: string, isEccn: boolean): number[] {
  const codes = [...index.codes().filter(({ field }) => field === 'code'), ...namedControls(index)].filter(
    ({ code, line }) => CONTROL_NUMBER.test(code) && !(isEccn && index.isChineseCode(line)),
  );
  const sharedWith = (code: string) => {
    let shared = 0;
    while (shared < code.length && code[shared] === number[shared]) shared++;
    return shared;
  };
  const near = codes
    .map(({ line, code }) => ({ line, shared: sharedWith(code), code }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared || a.code.localeCompare(b.code) || a.line - b.line);
  const most = near[0]?.shared ?? 0;
  const lists = CONTROL_LISTS.flatMap((name) =>
    words
      .of(fold(name))
      .filter(({ fit }) => fit === 'whole')
      .map(({ line }) => line),
  );
  // The third digit says whose number it is: only China's list has 901 to 989.
  const own = /^\d[a-e]9[0-8]/.test(number) ? [...lists].reverse() : lists;
  const alike = near.filter(({ shared }) => shared === most).map(({ line }) => line);
  const entries = oneEach(index, alike).slice(0, MAX_LIKE_CONTROLS);
  // The lists come after the first two entries, however many entries are of the class.
  return [...entries.slice(0, FIRST_LIKE), ...own, ...entries.slice(FIRST_LIKE)];
}

/** The first line of each entry. */
function oneEach(index: TextIndex, lines: readonly number[]): number[] {
  const entries = new Set<number>();
  return lines.filter((line) => {
    const entry = index.entryOf(line);
    const isNew = !entries.has(entry);
    entries.add(entry);
    return isNew;
  });
}

interface Missed {
  text: string;
  isEccn?: boolean;
}

/** Lines similar to words that no entry matches, most similar first. */
export function lastResort(index: TextIndex, lines: WordLines, missed: readonly Missed[]): number[] {
  const found = missed.flatMap(({ text: word, isEccn = false }) =>
    CONTROL_NUMBER.test(withoutSpaces(word))
      ? likeControls(index, lines, withoutSpaces(word), isEccn)
      : /^\d[\da-z ]+$/.test(word)
        ? likeCodes(index, withoutSpaces(word))
        : word.length >= MIN_LETTERS
          ? likeWords(index, word)
          : [],
  );
  return oneEach(index, found).slice(0, MAX_LINES);
}
