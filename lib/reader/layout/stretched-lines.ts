/**
 * Joins justified lines of narrow columns whose gaps are as wide as those between columns or cells.
 * Nearby lines show which it is. If text runs across the gap there, the gap was only stretched. If
 * several lines begin below each other after the gap, it separates columns or cells. A row whose
 * width is exactly that of many other lines is one justified line too.
 */
import { isOfSize } from './columns.ts';
import type { Line } from './model.ts';

/** All in font sizes. */
const MAX_STRETCHED_GAP = 6;
const MAX_JUSTIFIED_GAP = 12;
const SAME_BASE = 0.1;
const SAME_START = 0.1;
/** Distance to the second line from there, at most. */
const TWO_LINES = 3.2;
/** Distance up and down within which lines are compared. */
const MAX_DISTANCE = 8;
/** Lines that must begin below each other to show a column. */
const MIN_BELOW = 2;
/** Difference of width, in font sizes, of lines that end at the same two edges. */
const SAME_WIDTH = 0.01;
/** The fewest lines of one width that show justified text, and their least share of all lines. */
const MIN_JUSTIFIED = 4;
const JUSTIFIED_SHARE = 0.1;

/** Lines on each side that are examined. */
const MAX_STEPS = 100;

const isOneRow = (a: Line, b: Line): boolean =>
  a.angle === b.angle && isOfSize(a, b) && Math.abs(a.base - b.base) <= SAME_BASE * a.size;

interface Across {
  /** Lines that run across the gap, less twice those that begin after it. */
  balance: number;
  /** The nearest lines that begin after the gap. */
  begun: number;
}

function acrossGap(first: Line, part: Line, near: readonly Line[]): Across {
  let [balance, begun] = [0, 0];
  for (const { left, right, base, size, angle } of near) {
    const distance = Math.abs(base - part.base) / part.size;
    if (angle !== part.angle || distance <= SAME_BASE || distance > MAX_DISTANCE) continue;
    if (Math.abs(left - part.left) <= SAME_START * size) {
      if (distance <= TWO_LINES) begun += 1;
      balance -= 2;
    } else if (left <= first.right && right >= part.left) balance += 1;
  }
  return { balance, begun };
}

/**
 * True if more nearby lines run across the gap before `part` than begin below it. Words of two
 * lines begin below each other by chance, those of three seldom.
 */
function isCrossed(first: Line, part: Line, near: readonly Line[]): boolean {
  const { balance, begun } = acrossGap(first, part, near);
  return balance > 0 && begun < MIN_BELOW;
}

/** True if enough lines of the page are exactly as wide as one from `first` to `last`. */
function isJustified(first: Line, last: Line, lines: readonly Line[]): boolean {
  const width = last.right - first.left;
  const others = lines.filter((line) => line !== first && isOfSize(line, first));
  const same = others.filter(({ left, right }) => Math.abs(right - left - width) <= SAME_WIDTH * first.size);
  return same.length >= Math.max(MIN_JUSTIFIED, JUSTIFIED_SHARE * others.length);
}

const around = (lines: readonly Line[], k: number): readonly Line[] =>
  lines.slice(Math.max(0, k - MAX_STEPS), k + MAX_STEPS);

const isBeside = (last: Line, line: Line, maxGap: number): boolean =>
  isOneRow(last, line) && line.left > last.right && line.left - last.right <= maxGap * last.size;

/**
 * The number of lines from `k` on that are the parts of one justified line. Numbers at the end of a
 * row are cells.
 */
function partsAt(k: number, lines: readonly Line[]): number {
  const first = lines[k] as Line;
  for (let n = k + 1; n < lines.length; n++) {
    const [last, part] = [lines[n - 1] as Line, lines[n] as Line];
    if (!isBeside(last, part, MAX_JUSTIFIED_GAP)) break;
    if (acrossGap(last, part, around(lines, k)).begun >= MIN_BELOW) break;
    if (!/^\d/.test(part.text) && isJustified(first, part, lines)) return n - k + 1;
  }
  return 1;
}

type Join = (line: Line, next: Line) => Line;

function joinJustified(lines: readonly Line[], join: Join): Line[] {
  const joined: Line[] = [];
  for (let k = 0; k < lines.length;) {
    const count = partsAt(k, lines);
    joined.push(lines.slice(k, k + count).reduce(join));
    k += count;
  }
  return joined;
}

function joinOnce(lines: readonly Line[], join: Join): Line[] {
  const joined: Line[] = [];
  for (const [k, line] of lines.entries()) {
    const last = joined.at(-1);
    if (last && isBeside(last, line, MAX_STRETCHED_GAP) && isCrossed(last, line, around(lines, k)))
      joined[joined.length - 1] = join(last, line);
    else joined.push(line);
  }
  return joined;
}

/** Passes over the lines. A joined line helps to recognise the next one. */
const MAX_PASSES = 8;

/** `join`: makes one line of two. */
export function joinStretched(lines: readonly Line[], join: Join): Line[] {
  let whole = joinJustified(lines, join);
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const next = joinOnce(whole, join);
    if (next.length === whole.length) break;
    whole = next;
  }
  return whole;
}
