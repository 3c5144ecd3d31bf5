/**
 * Finds lines with typing slips: lines whose words are within an edit or two of the query's words.
 */

const MIN_SLIP_LETTERS = 4;
/**
 * Letters of the longest word that may have slips: each letter is a bit of a signed 32-bit number.
 */
const MAX_SLIP_LETTERS = 31;
const SPACE = 32;
const LINE = 10;

/**
 * Most edits for a word of this length; 0 for short words and numbers, which are near to too many
 * others.
 */
const editsFor = (word: string): number =>
  word.length < MIN_SLIP_LETTERS || word.length > MAX_SLIP_LETTERS || /\d/.test(word) ? 0 : word.length < 6 ? 1 : 2;

interface QueryWord {
  word: string;
  maxEdits: number;
  /** By UTF-16 unit: bits of the positions in the word that have it. */
  places: Int32Array;
  /** As in `Words`. */
  letters: number;
}

function queryWord(word: string): QueryWord {
  const maxEdits = editsFor(word);
  const places = new Int32Array(maxEdits > 0 ? 65536 : 0);
  for (let k = 0; k < (maxEdits > 0 ? word.length : 0); k++)
    places[word.charCodeAt(k)] = (places[word.charCodeAt(k)] ?? 0) | (1 << k);
  const letters = [...word].reduce((all, letter) => all | bitOf(letter.charCodeAt(0)), 0);
  return { word, maxEdits, places, letters };
}

/**
 * The edit distance (Levenshtein) from the word to `text[from, to)`, by bit-parallel columns of the
 * usual table: the bits say where a column rises and falls (Myers 1999, Hyyrö 2001).
 */
function editsTo({ word, places }: QueryWord, text: Uint16Array, from: number, to: number): number {
  const last = 1 << (word.length - 1);
  let rises = -1;
  let falls = 0;
  let edits = word.length;
  for (let at = from; at < to; at++) {
    const same = places[text[at] ?? 0] ?? 0;
    const across = (((same & rises) + rises) ^ rises) | same;
    const more = falls | ~(across | rises);
    const less = rises & across;
    if ((more & last) !== 0) edits++;
    if ((less & last) !== 0) edits--;
    const shifted = (more << 1) | 1;
    const down = same | falls;
    rises = (less << 1) | ~(down | shifted);
    falls = shifted & down;
  }
  return edits;
}

/** Edits from a query word to `text[from, to)`; Infinity if they are more than allowed. */
function distance(asked: QueryWord, text: Uint16Array, from: number, to: number): number {
  const { word, maxEdits } = asked;
  const longer = to - from - word.length;
  if (longer > maxEdits || longer < -maxEdits) return Infinity;
  if (maxEdits === 0) {
    for (let k = 0; k < word.length; k++) if (text[from + k] !== word.charCodeAt(k)) return Infinity;
    return 0;
  }
  const edits = editsTo(asked, text, from, to);
  return edits <= maxEdits ? edits : Infinity;
}

/** A text split into words, once for all queries. */
export interface Words {
  codes: Uint16Array;
  /** The offset of each word; a single separator comes between a word and the next. */
  starts: Uint32Array;
  /** The set of letters of each word as 32 bits; several letters share a bit. */
  letters: Int32Array;
  /** By line: the number of the first word after the line. */
  ends: number[];
}

const bitOf = (code: number): number => 1 << (code & 31);

/** `text`: joined lines (`lines.ts`), with a line break before the first. */
export function wordsOf(text: string): Words {
  const codes = new Uint16Array(text.length);
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    codes[at] = code;
    if (code === SPACE || code === LINE) count++;
  }
  const starts = new Uint32Array(count);
  const letters = new Int32Array(count);
  const ends: number[] = [];
  let word = 0;
  let wordLetters = 0;
  starts[0] = 1;
  for (let at = 1; at < codes.length; at++) {
    const code = codes[at] ?? LINE;
    if (code !== SPACE && code !== LINE) {
      wordLetters |= bitOf(code);
      continue;
    }
    letters[word] = wordLetters;
    starts[++word] = at + 1;
    if (code === LINE) ends.push(word);
    wordLetters = 0;
  }
  return { codes, starts, letters, ends };
}

/** The number of set bits. */
function bitCount(n: number): number {
  let left = n - ((n >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The fewest edits from the query word to any of the words [first, end). */
function fewest({ codes, starts, letters }: Words, asked: QueryWord, first: number, end: number): number {
  // An edit changes at most two letters of the set, which rules out most words.
  const most = 2 * asked.maxEdits;
  let least = Infinity;
  for (let word = first; word < end; word++)
    if (bitCount((letters[word] as number) ^ asked.letters) <= most)
      least = Math.min(least, distance(asked, codes, starts[word] as number, (starts[word + 1] as number) - 1));
  return least;
}

/**
 * Calls back with the number of each line that has every word of the query, with the allowed slips.
 */
export function findSlips(words: Words, query: string, found: (line: number, edits: number) => void): void {
  // The longest word comes first: most lines have nothing near it and need no further comparison.
  const asked = query
    .split(' ')
    .sort((a, b) => b.length - a.length)
    .map(queryWord);
  let first = 0;
  words.ends.forEach((end, line) => {
    let edits = 0;
    for (const one of asked) {
      edits += fewest(words, one, first, end);
      if (edits === Infinity) break;
    }
    if (edits !== Infinity) found(line, edits);
    first = end;
  });
}

/**
 * Letters of the shortest word that may have two slips in a name of several words. A shorter word
 * is near to some word of a long name by chance.
 */
const MIN_TWO_SLIPS = 8;

/**
 * The lines with the fewest slips: "galium" means gallium (one slip), not helium. "genius" does not
 * mean the Denis of a name of two words.
 */
export function nearest(words: Words, query: string, isLive: (line: number) => boolean): number[] {
  let least = Infinity;
  let lines: number[] = [];
  const isShort = query.length < MIN_TWO_SLIPS;
  const wordsIn = (line: number) => (words.ends[line] ?? 0) - (words.ends[line - 1] ?? 0);
  findSlips(words, query, (line, edits) => {
    if (edits > least || !isLive(line) || (isShort && edits > 1 && wordsIn(line) > 1)) return;
    if (edits < least) lines = [];
    least = edits;
    lines.push(line);
  });
  return lines;
}

/** Edits between two words; Infinity if they are more than typing slips. */
export function slipsBetween(asked: string, word: string): number {
  let least = Infinity;
  findSlips(wordsOf(`\n${word}\n`), asked, (_, edits) => {
    least = edits;
  });
  return least;
}
