/** Words with a slip of the finger: lines of a text whose words come near to those asked for. */

const SHORT = 4;
/** A word's letters are bits of a number here. */
const LONGEST = 31;
const SPACE = 32;
const LINE = 10;

/**
 * Edits that a word of this length may need; none for short ones and for numbers, which would fit
 * too much.
 */
const editsFor = (word: string): number =>
  word.length < SHORT || word.length > LONGEST || /\d/.test(word) ? 0 : word.length < 6 ? 1 : 2;

interface Asked {
  word: string;
  most: number;
  /** By letter: the places in the word where it stands, a bit each. */
  places: Int32Array;
  /** As in Words. */
  letters: number;
}

function askFor(word: string): Asked {
  const most = editsFor(word);
  const places = new Int32Array(most > 0 ? 65536 : 0);
  for (let k = 0; k < (most > 0 ? word.length : 0); k++)
    places[word.charCodeAt(k)] = (places[word.charCodeAt(k)] ?? 0) | (1 << k);
  const letters = [...word].reduce((all, letter) => all | bitOf(letter.charCodeAt(0)), 0);
  return { word, most, places, letters };
}

/**
 * Insertions, deletions and replacements from the word to `text[from, to)`: a column of the usual
 * table a letter, as bits that tell where it rises and where it falls (Myers 1999, Hyyrö 2001).
 */
function editsTo({ word, places }: Asked, text: Uint16Array, from: number, to: number): number {
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

/**
 * Edits between a word asked for and `text[from, to)`; Infinity where they are more than a slip.
 */
function distance(asked: Asked, text: Uint16Array, from: number, to: number): number {
  const { word, most } = asked;
  const longer = to - from - word.length;
  if (longer > most || longer < -most) return Infinity;
  if (most === 0) {
    for (let k = 0; k < word.length; k++) if (text[from + k] !== word.charCodeAt(k)) return Infinity;
    return 0;
  }
  const edits = editsTo(asked, text, from, to);
  return edits <= most ? edits : Infinity;
}

/** A text taken apart into words, once for all queries that need it. */
export interface Words {
  codes: Uint16Array;
  /** The start of each word; the next one starts a letter after its end. */
  starts: Uint32Array;
  /** The letters of each word, a bit for one or several of them. */
  letters: Int32Array;
  /** The number of the word after the last of each line. */
  ends: number[];
}

const bitOf = (code: number): number => 1 << (code & 31);

/** `text`: lines, with a line's end before the first. */
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
  let its = 0;
  starts[0] = 1;
  for (let at = 1; at < codes.length; at++) {
    const code = codes[at] ?? LINE;
    if (code !== SPACE && code !== LINE) {
      its |= bitOf(code);
      continue;
    }
    letters[word] = its;
    starts[++word] = at + 1;
    if (code === LINE) ends.push(word);
    its = 0;
  }
  return { codes, starts, letters, ends };
}

/** How many bits are set. */
function bits(n: number): number {
  let left = n - ((n >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The fewest edits to any of the words [first, end). */
function fewest({ codes, starts, letters }: Words, asked: Asked, first: number, end: number): number {
  // An edit changes two letters at most: that tells most words apart.
  const most = 2 * asked.most;
  let least = Infinity;
  for (let word = first; word < end; word++)
    if (bits((letters[word] as number) ^ asked.letters) <= most)
      least = Math.min(least, distance(asked, codes, starts[word] as number, (starts[word + 1] as number) - 1));
  return least;
}

/**
 * Calls back with each line of a text (by its number) in which every word of the query stands, a
 * slip or two apart at most.
 */
export function findSlips(words: Words, query: string, found: (line: number, edits: number) => void): void {
  // Most lines hold nothing that is near the longest, and need not be looked through for the
  // others.
  const asked = query
    .split(' ')
    .sort((a, b) => b.length - a.length)
    .map(askFor);
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

/** A shorter word with two slips is as near to some other word of a long name by chance. */
const MIN_TWO_SLIPS = 8;

/**
 * Of the lines found only those with the fewest slips: a user who means helium does not type
 * "galium". Nor is "genius" the Denis of a name of two words.
 */
export function nearest(words: Words, query: string, stands: (line: number) => boolean): number[] {
  let least = Infinity;
  let lines: number[] = [];
  const isShort = query.length < MIN_TWO_SLIPS;
  const wordsIn = (line: number) => (words.ends[line] ?? 0) - (words.ends[line - 1] ?? 0);
  findSlips(words, query, (line, edits) => {
    if (edits > least || !stands(line) || (isShort && edits > 1 && wordsIn(line) > 1)) return;
    if (edits < least) lines = [];
    least = edits;
    lines.push(line);
  });
  return lines;
}

/** Edits between two words; Infinity where they are more than a slip of the finger. */
export function slipsBetween(asked: string, word: string): number {
  let least = Infinity;
  findSlips(wordsOf(`\n${word}\n`), asked, (_, edits) => {
    least = edits;
  });
  return least;
}
