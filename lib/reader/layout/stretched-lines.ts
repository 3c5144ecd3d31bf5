/**
 * Joins justified lines of narrow columns, whose gaps are as wide as between columns or cells. Such
 * a line is recognised by the line above or below, which has no gap there.
 */
import { isOfSize } from './columns.ts';
import type { Line } from './model.ts';

/** All in font sizes. */
const MAX_STRETCHED_GAP = 6;
const SAME_BASE = 0.1;
const [MIN_DISTANCE, MAX_DISTANCE] = [0.4, 1.6];
const SAME_EDGE = 1.5;

/** Lines on each side that are examined. */
const MAX_STEPS = 100;

const isOneRow = (a: Line, b: Line): boolean =>
  a.angle === b.angle && isOfSize(a, b) && Math.abs(a.base - b.base) <= SAME_BASE * a.size;

const isStretched = (a: Line, b: Line): boolean => {
  const gap = b.left - a.right;
  return isOneRow(a, b) && gap > 0 && gap <= MAX_STRETCHED_GAP * a.size;
};

/** Rows as [start, end): parts of lines that follow each other to the right. */
function rowsOf(lines: readonly Line[]): [number, number][] {
  const rows: [number, number][] = [];
  for (const [k, line] of lines.entries()) {
    const row = rows.at(-1);
    const last = lines[k - 1];
    if (row && last && isStretched(last, line)) row[1] = k + 1;
    else rows.push([k, k + 1]);
  }
  return rows;
}

/**
 * True if a line directly above or below reaches from the start of `first` to the end of `last`.
 */
function runsAlong(other: Line, first: Line, last: Line): boolean {
  const { size } = first;
  const distance = Math.abs(other.base - first.base) / size;
  return (
    other.angle === first.angle &&
    isOfSize(other, first) &&
    distance >= MIN_DISTANCE &&
    distance <= MAX_DISTANCE &&
    other.left <= first.left + SAME_EDGE * size &&
    Math.abs(other.right - last.right) <= SAME_EDGE * size
  );
}

/**
 * The end of the parts from `from` on that together have the width of a nearby line without gaps.
 */
function endOfStretch(parts: readonly Line[], from: number, near: readonly Line[]): number {
  const [first, ...others] = parts.slice(from);
  const longest = others.findLastIndex((last) => first && near.some((other) => runsAlong(other, first, last)));
  return from + 2 + longest;
}

/** Relative difference of gaps in a justified line; gaps between cells are seldom equal. */
const SAME_GAP = 0.1;
const MIN_EVEN_WORDS = 3;

function isEven(words: readonly Line[]): boolean {
  const gaps = words.slice(1).map(({ left }, k) => left - (words[k]?.right ?? 0));
  const size = words[0]?.size ?? 0;
  return (
    words.length >= MIN_EVEN_WORDS &&
    words.every(({ text }) => !/\s/.test(text.trim())) &&
    Math.max(...gaps) - Math.min(...gaps) <= SAME_GAP * size
  );
}

type Join = (line: Line, next: Line) => Line;

function joinOnce(lines: readonly Line[], join: Join, mayBe: (parts: readonly Line[]) => boolean): Line[] {
  const joined: Line[] = [];
  for (const [start, end] of rowsOf(lines)) {
    const parts = lines.slice(start, end);
    const near =
      parts.length > 1
        ? [...lines.slice(Math.max(0, start - MAX_STEPS), start), ...lines.slice(end, end + MAX_STEPS)]
        : [];
    for (let from = 0; from < parts.length;) {
      const to = near.length > 0 ? endOfStretch(parts, from, near) : from + 1;
      const [first, ...others] = parts.slice(from, to);
      if (first && mayBe(parts.slice(from, to))) joined.push(others.reduce(join, first));
      else joined.push(...parts.slice(from, to));
      from = to;
    }
  }
  return joined;
}

/** Passes over the lines: a joined line helps to recognise the next. */
const MAX_PASSES = 8;

/** `join`: makes one line of two. */
export function joinStretched(lines: readonly Line[], join: Join): Line[] {
  let whole = joinOnce(lines, join, () => true);
  for (let pass = 1; pass < MAX_PASSES; pass++) {
    const next = joinOnce(whole, join, isEven);
    if (next.length === whole.length) break;
    whole = next;
  }
  return whole;
}
