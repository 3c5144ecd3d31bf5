/**
 * Joins justified lines of narrow columns, whose gaps are as wide as between columns or cells. The
 * lines nearby tell them apart: text runs across where only a gap was stretched; where a column or
 * a row of cells begins, others begin below each other.
 */
import { isOfSize } from './columns.ts';
import type { Line } from './model.ts';

/** All in font sizes. */
const MAX_STRETCHED_GAP = 6;
const SAME_BASE = 0.1;
const SAME_START = 0.1;
/** To the second line from there, at most. */
const TWO_LINES = 3.2;
/** Up and down, how far lines are compared. */
const MAX_DISTANCE = 8;
/** Others that begin below each other, so that a column does. */
const MIN_BELOW = 2;

/** Lines on each side that are examined. */
const MAX_STEPS = 100;

const isOneRow = (a: Line, b: Line): boolean =>
  a.angle === b.angle && isOfSize(a, b) && Math.abs(a.base - b.base) <= SAME_BASE * a.size;

/**
 * True if more of the lines nearby run across the gap before `part` than begin below it; words
 * begin below each other in two lines by chance, seldom in three.
 */
function isCrossed(first: Line, part: Line, near: readonly Line[]): boolean {
  let [balance, begun] = [0, 0];
  for (const { left, right, base, size, angle } of near) {
    const distance = Math.abs(base - part.base) / part.size;
    if (angle !== part.angle || distance <= SAME_BASE || distance > MAX_DISTANCE) continue;
    if (Math.abs(left - part.left) <= SAME_START * size) {
      if (distance <= TWO_LINES) begun += 1;
      balance -= 2;
    } else if (left <= first.right && right >= part.left) balance += 1;
  }
  return balance > 0 && begun < MIN_BELOW;
}

type Join = (line: Line, next: Line) => Line;

function joinOnce(lines: readonly Line[], join: Join): Line[] {
  const joined: Line[] = [];
  for (const [k, line] of lines.entries()) {
    const last = joined.at(-1);
    const gap = last ? line.left - last.right : 0;
    const isJoined =
      last !== undefined &&
      isOneRow(last, line) &&
      gap > 0 &&
      gap <= MAX_STRETCHED_GAP * last.size &&
      isCrossed(last, line, lines.slice(Math.max(0, k - MAX_STEPS), k + MAX_STEPS));
    if (isJoined) joined[joined.length - 1] = join(last, line);
    else joined.push(line);
  }
  return joined;
}

/** Passes over the lines: a joined line helps to recognise the next. */
const MAX_PASSES = 8;

/** `join`: makes one line of two. */
export function joinStretched(lines: readonly Line[], join: Join): Line[] {
  let whole = [...lines];
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const next = joinOnce(whole, join);
    if (next.length === whole.length) break;
    whole = next;
  }
  return whole;
}
