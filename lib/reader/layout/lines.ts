/** Joins items to lines, in the order in which the file draws them. */
import { isOfSize } from './columns.ts';
import type { Item, Line } from './model.ts';
import { hasRtl, isCjk, isRtlPage } from './signs.ts';
import { joinStretched } from './stretched-lines.ts';

/** Gap between words, in font sizes; columns and cells are further apart. */
const MAX_WORD_GAP = 1.3;
/**
 * The same before smaller or larger text on the baseline. Marginal notes can be as close as that.
 */
const MAX_OTHER_GAP = 0.6;
const MAX_OVERLAP = 0.52;
/** Distance of raised and lowered letters from the base line, in font sizes. */
const MAX_SHIFT = 0.6;
/** Share of the font size below which letters beside others are raised or lowered ones. */
const SMALL = 0.92;
/** Gap, in font sizes, from which words are separate although no space was drawn. */
const MIN_SPACE = 0.15;
/** The number of a note or a clause, which its text may follow closely. */
const LABEL = /^(?:\d{1,3}|\(\w{1,4}\))$/;
const NUMBER = /^[\d*†‡,\s]+$/;

/** The gap from a line to the next item, to its right or, in right-to-left scripts, to its left. */
function gapTo(line: Line, item: Item): number {
  const forwards = item.left - line.right;
  const backwards = line.left - item.right;
  const mayGoBack = hasRtl(item.text) || hasRtl(line.text);
  return mayGoBack && Math.abs(backwards) < Math.abs(forwards) ? backwards : forwards;
}

/** True for raised letters after others, and for letters after the raised number of a note. */
const isBesideSmall = (line: Line, item: Item): boolean =>
  item.size < SMALL * line.size || (line.size < SMALL * item.size && NUMBER.test(line.text));

function isOnLine(line: Line, item: Item): boolean {
  const size = Math.max(line.size, item.size);
  const gap = gapTo(line, item);
  return (
    item.angle === line.angle &&
    Math.abs(item.base - line.base) <= MAX_SHIFT * size * (isBesideSmall(line, item) ? 1 : 0.5) &&
    gap >= -MAX_OVERLAP * size &&
    gap <= (isOfSize(item, line) || item.base !== line.base ? MAX_WORD_GAP : MAX_OTHER_GAP) * size
  );
}

/** True for the raised number of a footnote, which is not part of the word before. */
const isNoteNumber = (line: Line, item: Item): boolean =>
  item.size < SMALL * line.size && item.base < line.base && NUMBER.test(item.text);

/** The text between two items of a line. */
export function between(line: Line, item: Item): '' | ' ' {
  const [before, after] = [line.text.at(-1), item.text[0]];
  if (/\s/.test(before ?? ' ') || /\s/.test(after ?? ' ')) return '';
  if (isNoteNumber(line, item) || (LABEL.test(line.text) && /^\p{Lu}?\p{L}{2}/u.test(item.text))) return ' ';
  if (item.text === '-' && !item.spaced) return '';
  if (isCjk(before) && isCjk(after)) return '';
  return item.spaced || gapTo(line, item) > MIN_SPACE * Math.min(line.size, item.size) ? ' ' : '';
}

const lineOf = (item: Item): Line => ({
  items: [item],
  text: item.text,
  left: item.left,
  right: item.right,
  base: item.base,
  size: item.size,
  angle: item.angle,
});

/** Adds an item to a line. The line has the size and baseline of most of its letters. */
function extend(line: Line, item: Item): Line {
  const isMain = item.text.length > line.text.length || (item.size > line.size && line.text.length < 3);
  return {
    items: [...line.items, item],
    text: line.text + between(line, item) + item.text,
    left: Math.min(line.left, item.left),
    right: Math.max(line.right, item.right),
    base: isMain ? item.base : line.base,
    size: isMain ? item.size : line.size,
    angle: line.angle,
  };
}

/**
 * Puts a right-to-left line into reading order. Words of other scripts in it run from left to
 * right. Some programs store a line in reading order, others from left to right.
 */
function readFromRight(line: Line): Line {
  const items: Item[] = [];
  // Start of the latest words of other scripts.
  let from = 0;
  for (const item of line.items.toSorted((a, b) => b.right - a.right)) {
    if (hasRtl(item.text)) from = items.push(item);
    else items.splice(from, 0, item);
  }
  const text = items.reduce((read, item, k) => {
    const last = items[k - 1];
    return last ? read + between({ ...lineOf(last), text: read }, { ...item, spaced: false }) + item.text : item.text;
  }, '');
  return { ...line, items: items.map((item) => ({ ...item, spaced: false })), text };
}

/** `items`: in the order of the file. */
export function linesOf(items: readonly Item[]): Line[] {
  const lines: Line[] = [];
  for (const item of items) {
    const last = lines.at(-1);
    if (last && isOnLine(last, item)) lines[lines.length - 1] = extend(last, item);
    else lines.push(lineOf(item));
  }
  const whole = joinStretched(lines, (line, next) => next.items.reduce(extend, line));
  if (!isRtlPage(items.map(({ text }) => text))) return whole;
  return whole.map((line) => (hasRtl(line.text) ? readFromRight(line) : line));
}
