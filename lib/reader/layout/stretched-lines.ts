/**
 * Joins justified lines of narrow columns whose gaps are as wide as those between columns or cells.
 * Nearby lines show which it is. If text runs across the gap there, the gap was only stretched. If
 * several lines begin below each other after the gap, it separates columns or cells.
 */
import { isOfSize } from './columns.ts';
import type { Line } from './model.ts';

/** All in font sizes. */
const MAX_STRETCHED_GAP = 6;
const SAME_BASE = 0.1;
const SAME_START = 0.1;
/** Distance to the second line from there, at most. */
const TWO_LINES = 3.2;
/** Distance up and down within which lines are compared. */
const MAX_DISTANCE = 8;
/** Lines that must begin below each other to show a column. */
const MIN_BELOW = 2;

/** Lines on each side that are examined. */
const MAX_STEPS = 100;

const isOneRow = (a: Line, b: Line): boolean =>
  a.angle === b.angle && isOfSize(a, b) && Math.abs(a.base - b.base) <= SAME_BASE * a.size;

/**
 * True if more nearby lines run across the gap before `part` than begin below it. Words of two
 * lines begin below each other by chance, those of three seldom.
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

/** Passes over the lines. A joined line helps to recognise the next one. */
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
