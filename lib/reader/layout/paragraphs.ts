/** Joins lines to paragraphs, column by column, in whatever order the file draws them. */
import { isOfAbbreviation } from '../../match/text/sentences.ts';
import { columnsOf, endsEarly, isOfSize, MAX_INDENT, type Column } from './columns.ts';
import type { Item, Line } from './model.ts';
import { isCjk } from './signs.ts';

/** Paragraphs that may still continue: as many as columns that a file draws in turns. */
const MAX_OPEN = 8;
/** Distance, in font sizes, to the next line if no other distance is known. */
const MAX_LEADING = 2.6;
const USUAL_LEADING = 1.35;
/** Factor of the usual line distance above which a gap after a sentence ends a paragraph. */
const LEADING_TOLERANCE = 1.35;
/** The same if the lines above show the distance. */
const KNOWN_TOLERANCE = 1.2;
/** The same within a sentence, where raised numbers of footnotes push a line down. */
const LEADING_TOLERANCE_WITHIN = 1.6;
/** In sizes of the font. */
const MIN_INDENT = 0.8;
const SAME_EDGE = 0.02;

const HYPHEN = /\p{L}[-‐\u00ad]$/u;
const LABEL = /^(?:[•▪●○–—*■·]|\(?[\da-zA-Z]{1,4}[.)]|[（(]?[一二三四五六七八九十]+[)）、])\s*/;
const TERMINAL = /[.!?:;。！？；：]["”’»)\]）」』]*$/;

/** True if a line ends in a hyphen, so that its last word may continue. */
export const endsInHyphen = ({ text }: Line): boolean => HYPHEN.test(text);

/** True for the raised number of a note, or a part of it. */
export const isRaised = (item: Item, { base, size }: Line): boolean =>
  item.base < base - 0.1 * size && /^[\d*†‡]/.test(item.text);

/** The text of a line without the footnote number at its end. */
function withoutNote(line: Line): string {
  const last = line.items.at(-1);
  return last && line.items.length > 1 && isRaised(last, line)
    ? line.text.slice(0, -last.text.length).trimEnd()
    : line.text;
}

/** True if a line ends a sentence. The full stop of an abbreviation does not. */
export function endsSentence(line: Line): boolean {
  const text = withoutNote(line);
  return TERMINAL.test(text) && !(text.endsWith('.') && isOfAbbreviation(text, text.length - 1));
}

/** The usual distance of lines of one size on this page, in font sizes. */
function usualLeading(lines: readonly Line[]): number {
  const steps: number[] = [];
  for (const [k, line] of lines.entries()) {
    const next = lines[k + 1];
    if (!next || next.angle !== line.angle || !isOfSize(line, next)) continue;
    const step = (next.base - line.base) / line.size;
    if (step > 0.7 && step < MAX_LEADING) steps.push(step);
  }
  return steps.toSorted((a, b) => a - b)[steps.length >> 1] ?? USUAL_LEADING;
}

/** True if a line has a raised footnote number, which pushes it down. */
const hasRaised = (line: Line): boolean => line.items.some((item) => isRaised(item, line));

/** True if a line starts with the raised number of a note. Texts seldom break a line before one. */
const beginsNote = (line: Line): boolean => {
  const [first, second] = line.items;
  return first !== undefined && second !== undefined && isRaised(first, line);
};

interface Open {
  lines: Line[];
  /** The distance between its lines; null for a single line. */
  leading: number | null;
}

/** True if a line is below the other, or below its indent, where a last word may stand alone. */
function overlaps({ lines }: Open, last: Line, line: Line): boolean {
  const shared = Math.min(last.right, line.right) - Math.max(last.left, line.left);
  if (shared > 0.3 * Math.min(last.right - last.left, line.right - line.left)) return true;
  return lines.length === 1 && line.left < last.left && last.left - line.left <= MAX_INDENT * line.size;
}

/** True if `line` is directly below the last line of a paragraph. */
function isBelow(open: Open, line: Line): boolean {
  const last = open.lines.at(-1);
  if (!last || last.angle !== line.angle) return false;
  const step = line.base - last.base;
  return step > 0.4 * line.size && step <= MAX_LEADING * Math.max(last.size, line.size) && overlaps(open, last, line);
}

/**
 * True if a line is indented, so that it starts a paragraph, unless the lines above hang from a
 * label.
 */
function isIndented({ lines }: Open, line: Line, last: Line): boolean {
  if (line.left - last.left <= MIN_INDENT * line.size) return false;
  return lines.length > 1 || !LABEL.test(last.text);
}

/** True if a line is further left than the lines above, which hang from a label. */
function isNextLabel({ lines: [first, second] }: Open, line: Line, last: Line): boolean {
  return (
    first !== undefined &&
    second !== undefined &&
    second.left - first.left > MIN_INDENT * line.size &&
    last.left - line.left > MIN_INDENT * line.size
  );
}

/** True if a line starts a new cell: in a table, unless it continues in lower case. */
const beginsCell = (line: Line, { isTable }: Column): boolean => isTable && !/^\p{Ll}/u.test(line.text);

/** True if a line is text below a table, which starts at the left edge of the page. */
const leavesTable = (last: Line, line: Line, { isTable }: Column): boolean =>
  isTable && last.left - line.left > MAX_INDENT * line.size;

/**
 * True if both lines end at the same edge, as beside a picture, where text is narrower than its
 * column. Chinese lines often end at the same edge by chance, since all characters have one width.
 */
export const isFlush = (a: Line | undefined, b: Line): boolean =>
  a !== undefined && !isCjk(b.text.at(-1)) && Math.abs(a.right - b.right) <= SAME_EDGE * b.size;

/** True if a single centred line is a heading of the wider text below it. */
const isCentredHeading = ({ lines }: Open, line: Line, last: Line, own: Column): boolean =>
  lines.length === 1 && last.left - line.left > MAX_INDENT * line.size && endsEarly(last, line, own);

function belongs(open: Open, line: Line, leading: number, column: Column, own: Column): boolean {
  const last = open.lines.at(-1);
  if (!last || !isOfSize(last, line)) return false;
  const step = (line.base - last.base) / line.size;
  const isWithin = !endsSentence(last) || hasRaised(last) || hasRaised(line);
  const known = open.leading === null ? LEADING_TOLERANCE : KNOWN_TOLERANCE;
  const tolerance = isWithin ? LEADING_TOLERANCE_WITHIN : known;
  if (step > tolerance * (open.leading ?? leading)) return false;
  if (beginsNote(line)) return false;
  if (endsInHyphen(last)) return true;
  if (beginsCell(line, own) || leavesTable(last, line, column)) return false;
  const mayEndEarly = !isFlush(open.lines.at(-2), last) && !isFlush(line, last);
  if ((mayEndEarly && endsEarly(last, line, column)) || isNextLabel(open, line, last)) return false;
  if (isCentredHeading(open, line, last, own)) return false;
  return !endsSentence(last) || !(isIndented(open, line, last) || LABEL.test(line.text));
}

/** Paragraphs in the order of their first lines. */
export function paragraphsOf(lines: readonly Line[]): { lines: Line[]; column: Column }[] {
  const columns = columnsOf(lines);
  const leading = usualLeading(lines);
  const all: Open[] = [];
  let open: Open[] = [];
  for (const line of lines) {
    const above = open.findLast((one) => isBelow(one, line));
    const last = above?.lines.at(-1);
    const column = last && columns.get(last);
    const own = columns.get(line);
    if (above && last && column && own && belongs(above, line, leading, column, own)) {
      above.leading ??= (line.base - last.base) / line.size;
      above.lines.push(line);
      open = [...open.filter((one) => one !== above), above];
    } else {
      const begun: Open = { lines: [line], leading: null };
      all.push(begun);
      open = [...open.filter((one) => one !== above), begun].slice(-MAX_OPEN);
    }
  }
  return all.map(({ lines: own }) => ({
    lines: own,
    column: columns.get(own[own.length > 1 ? 1 : 0] as Line) ?? { left: 0, right: 0, isTable: false },
  }));
}
