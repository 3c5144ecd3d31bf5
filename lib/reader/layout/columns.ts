/** Finds the column of each line, in order to recognise lines that end early on purpose. */
import { isCjk } from './signs.ts';
import type { Line } from './model.ts';

/** Lines nearby that are examined. */
const LINES_NEARBY = 15;
const MAX_STEPS = 100;
/** Difference, in font sizes, between the left edges of lines in a column. */
export const MAX_INDENT = 3;
const SIZE_TOLERANCE = 0.12;

/** True if two letter sizes differ by less than `tolerance`, a share of the larger. */
export const isOfSize = (a: { size: number }, b: { size: number }, tolerance = SIZE_TOLERANCE): boolean =>
  Math.abs(a.size - b.size) <= tolerance * Math.max(a.size, b.size);

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** The usual left and right edges of a line's column. */
export interface Column {
  left: number;
  right: number;
  /** True if the lines are cells of a table. */
  isTable: boolean;
}

/** Gap, in font sizes, above which neighbours are cells rather than columns of prose. */
const MIN_CELL_GAP = 4;
const SAME_BASE = 0.3;
/** Cells in a row that make it a table by their width alone; columns of prose are wider. */
const MIN_CELLS = 3;
/** Distance, in font sizes, between the starts of two cells. */
const MAX_CELL_WIDTH = 12;
/** Width, in font sizes, below which a cell may be a label or a line number in prose. */
const MIN_CELL_WIDTH = 3;

/** Share of the way to the next column that most lines of prose fill; cells of a table do not. */
const FULL_LINE = 0.75;
/** The fewest lines of a column by which it is judged. */
const MIN_JUDGED = 4;

/** Groups lines that are next to each other into rows. */
function rowsOf(byBase: readonly Line[]): Line[][] {
  const rows: Line[][] = [];
  for (let start = 0; start < byBase.length;) {
    const first = byBase[start] as Line;
    const isBeside = (other: Line) => other.base - first.base <= SAME_BASE * first.size;
    const length = byBase.slice(start, start + MAX_STEPS).findIndex((other) => !isBeside(other));
    const end = length < 0 ? Math.min(byBase.length, start + MAX_STEPS) : start + length;
    rows.push(byBase.slice(start, end).filter(({ angle }) => angle === first.angle));
    start = end;
  }
  return rows;
}

/** True if the cells of a row are too narrow for columns of prose, however close they are. */
function isDense(row: readonly Line[]): boolean {
  const lefts = row.map(({ left }) => left).toSorted((a, b) => a - b);
  // A heading in the next column is no measure of the text.
  const size = Math.min(...row.map((line) => line.size));
  const widths = lefts
    .slice(1)
    .map((left, k) => (left - (lefts[k] ?? 0)) / size)
    .filter((width) => width >= MIN_CELL_WIDTH);
  return row.length >= MIN_CELLS && widths.length > 0 && median(widths) < MAX_CELL_WIDTH;
}

interface Gaps {
  right: number;
  left: number;
}

/** The gap from each line to the next on its right and left; Infinity if there is none. */
function gapsBeside(byBase: readonly Line[]): Map<Line, Gaps> {
  const gaps = new Map(byBase.map((line) => [line, { right: Infinity, left: Infinity }]));
  for (const [k, line] of byBase.entries())
    for (let step = 1; step <= MAX_STEPS; step++) {
      const other = byBase[k + step];
      if (!other || other.base - line.base > SAME_BASE * line.size) break;
      const [first, second] = line.left <= other.left ? [line, other] : [other, line];
      const gap = second.left - first.right;
      const [before, after] = [gaps.get(first), gaps.get(second)];
      if (gap <= 0 || first.angle !== second.angle || !before || !after) continue;
      before.right = Math.min(before.right, gap);
      after.left = Math.min(after.left, gap);
    }
  return gaps;
}

/** True if most lines of a column end far from the next column. */
function isRagged(near: readonly Line[], gaps: ReadonlyMap<Line, Gaps>): boolean {
  const shares = near.flatMap((line) => {
    const gap = gaps.get(line)?.right ?? Infinity;
    const width = line.right - line.left;
    return gap < Infinity ? width / (width + gap) : [];
  });
  return shares.length >= MIN_JUDGED && shares.filter((share) => share >= FULL_LINE).length < shares.length / 2;
}

/**
 * Share of lines that start in lower case from which on a column is prose. Cells are often names.
 */
const RUNNING = 0.4;

/** True if many lines continue what the line above began. Cells seldom start in lower case. */
const isRunning = (near: readonly Line[]): boolean =>
  near.length > MIN_JUDGED && near.filter(({ text }) => /^\p{Ll}/u.test(text)).length >= RUNNING * near.length;

/**
 * The column of each line. Of the nearby lines with about the same start, the longer half decides
 * the width; the others are last lines, cells or headings.
 */
export function columnsOf(lines: readonly Line[]): Map<Line, Column> {
  const byBase = lines.toSorted((a, b) => a.base - b.base);
  const gaps = gapsBeside(byBase);
  const rows = rowsOf(byBase);
  const dense = new Set(rows.filter(isDense).flat());
  const columns = new Map<Line, Column>();
  const ragged = new Set<Line>();
  const running = new Set<Line>();
  for (const [k, line] of byBase.entries()) {
    const isBeside = (other: Line) =>
      other.angle === line.angle && isOfSize(other, line) && Math.abs(other.left - line.left) <= MAX_INDENT * line.size;
    const near = [line];
    for (let step = 1; near.length < LINES_NEARBY && step <= Math.min(MAX_STEPS, byBase.length); step++) {
      for (const other of [byBase[k - step], byBase[k + step]]) if (other && isBeside(other)) near.push(other);
    }
    const rights = near.map(({ right }) => right).toSorted((a, b) => b - a);
    const nearest = Math.min(
      ...near.flatMap((one) => [gaps.get(one)?.right ?? Infinity, gaps.get(one)?.left ?? Infinity]),
    );
    const own = gaps.get(line);
    const isProse = isRunning(near);
    if (isProse) running.add(line);
    else if (isRagged(near, gaps)) ragged.add(line);
    columns.set(line, {
      isTable:
        !isProse &&
        (dense.has(line) ||
          (nearest > MIN_CELL_GAP * line.size && Math.min(own?.right ?? Infinity, own?.left ?? Infinity) < Infinity)),
      left: Math.min(...near.map(({ left }) => left)),
      right: median(rights.slice(0, Math.ceil(rights.length / 2))),
    });
  }
  // If one column of a row is ragged, the row is of a table, and so are its other columns.
  for (const row of rows.filter(({ length }) => length >= MIN_CELLS))
    if (row.some((line) => ragged.has(line)))
      for (const line of row.filter((one) => !running.has(one)))
        columns.set(line, { ...(columns.get(line) as Column), isTable: true });
  return columns;
}

/** The width of the first word of a line. */
function firstWordWidth({ text, left, right, size }: Line): number {
  if (isCjk(text[0])) return size;
  const word = /^\S+/.exec(text)?.[0] ?? text;
  return ((right - left) * word.length) / text.length;
}

/**
 * Factor for a first word of wide letters, which is wider than the average letter of its line
 * suggests.
 */
const WIDER = 1.15;

/** Share of the column's width by which a line may be shorter if a person broke it by hand. */
const BY_HAND = 0.25;

/**
 * True if the line ends on purpose, since the next line's first word would have fitted. If the next
 * line starts in lower case, the line must be shorter by more, because a person may have broken it
 * by hand.
 */
export function endsEarly(line: Line, next: Line, { left, right }: Column): boolean {
  const space = isCjk(next.text[0]) ? 0 : 0.25 * line.size;
  const room = right - line.right - space - WIDER * firstWordWidth(next);
  const mayBeByHand = /^\p{Ll}/u.test(next.text);
  return room > 0.2 * line.size + (mayBeByHand ? BY_HAND * (right - left) : 0);
}
