/**
 * Lays out one page: its paragraphs, their roles, and which of them continue in the next column.
 */
import { endsEarly, isOfSize, type Column } from './columns.ts';
import { itemsOf } from './items.ts';
import { between, linesOf } from './lines.ts';
import type { Item, Line, PageLayout, Paragraph, Piece, RawText, Role } from './model.ts';
import { endsInHyphen, endsSentence, isFlush, isRaised, paragraphsOf } from './paragraphs.ts';
import { isCjk } from './signs.ts';
import { unreadableFonts } from './unreadable-fonts.ts';

/** Share of a page's height, at top and bottom, in which running heads and page numbers are. */
const MARGIN_SHARE = 0.12;
const MAX_FURNITURE_LINES = 2;
const HEADING_GROWTH = 1.15;
const MAX_HEADING_LINES = 4;
/** Difference of baselines within a row, in font sizes. */
const SAME_ROW = 0.3;
const NOTE_SHRINKAGE = 0.93;
/** In sizes of the font. */
const MIN_INDENT = 0.8;
/** Relative difference of font sizes within a continued text; smaller than within a paragraph. */
const SAME_SIZE = 0.06;

interface Placed extends Paragraph {
  role: Role;
  follows: Placed | null;
  column: Column;
  /** Equal for the same running head on different pages. */
  key: string;
}

/** A page whose paragraphs know their neighbours on other pages. */
export interface PlacedPage extends PageLayout {
  paragraphs: Placed[];
  /** The size of the body's letters, in points. */
  bodySize: number;
}

const keyOf = (lines: readonly Line[]): string =>
  lines
    .map(({ text }) => text.toLowerCase().replace(/\d+/g, '#'))
    .join(' ')
    .replace(/[^\p{L}#]+/gu, ' ')
    .trim();

/** "12", "Page 12 of 30", "第12页", "iv". */
const PAGE_NUMBER = /^(?:[\p{L} ]{0,8}#(?: \p{L}{0,3} ?#)?[\p{L} ]{0,4}|[ivxlc]+)$/u;

/** Least share of a page's letters in the size of the body, if notes take most of the page. */
const MIN_BODY_SHARE = 0.15;

const NOTE_LABEL = /^(?:\d{1,3}|[*†‡]+)(?=[\s\p{L}]|$)/u;

const isLabelled = ({ lines: [first] }: Pick<Paragraph, 'lines'>): boolean => NOTE_LABEL.test(first?.text ?? '');

const roundedSize = (size: number): number => Math.round(size * 2) / 2;

/**
 * The size of most letters of a page. It is the previous page's size if enough letters have it, or
 * the size of enough larger letters if the others are notes.
 */
function bodySizeOf(paragraphs: readonly Pick<Paragraph, 'lines'>[], before: number | undefined): number {
  const letters = new Map<number, number>();
  for (const { size, text } of paragraphs.flatMap(({ lines }) => lines)) {
    const rounded = roundedSize(size);
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  const all = [...letters.values()].reduce((sum, count) => sum + count, 0);
  const isEnough = (size: number) => (letters.get(size) ?? 0) >= MIN_BODY_SHARE * all;
  if (before !== undefined && isEnough(before)) return before;
  const [most] = [...letters].reduce((best, one) => (one[1] > best[1] ? one : best), [0, -1]);
  const larger = Math.max(...[...letters.keys()].filter((size) => size >= most && isEnough(size)));
  const own = paragraphs.filter(({ lines: [first] }) => first && roundedSize(first.size) === most);
  return own.filter(isLabelled).length > own.length / 2 ? larger : most;
}

interface Margins {
  top: number;
  bottom: number;
}

/**
 * The margins of a page. Pages may have wide ones, so its first and last line count as margins too.
 */
function marginsOf(lines: readonly Line[], height: number): Margins {
  const upright = lines.filter(({ angle }) => angle === 0);
  return {
    top: Math.max(MARGIN_SHARE * height, Math.min(...upright.map(({ base, size }) => base + SAME_ROW * size))),
    bottom: Math.min((1 - MARGIN_SHARE) * height, Math.max(...upright.map(({ base, size }) => base - SAME_ROW * size))),
  };
}

const isInMargin = ({ lines: [first] }: Paragraph, { top, bottom }: Margins): boolean =>
  first !== undefined && first.angle === 0 && (first.base < top || first.base > bottom);

function roleOf(lines: readonly Line[], key: string, isMarginal: boolean, bodySize: number): Role {
  const size = lines[0]?.size ?? bodySize;
  if (isMarginal && lines.length <= MAX_FURNITURE_LINES && PAGE_NUMBER.test(key)) return 'furniture';
  if (size > HEADING_GROWTH * bodySize && lines.length <= MAX_HEADING_LINES) return 'heading';
  return size < NOTE_SHRINKAGE * bodySize ? 'note' : 'body';
}

/** True if `next`, in another column or page, continues the text of `before`. */
function runsOn(before: Placed, next: Placed): boolean {
  const [last, first] = [before.lines.at(-1), next.lines[0]];
  if (!last || !first || last.angle !== first.angle || !isOfSize(last, first, SAME_SIZE)) return false;
  if (endsInHyphen(last)) return true;
  const [, second] = next.lines;
  const isIndented = second !== undefined && first.left - second.left > MIN_INDENT * first.size;
  if (before.column.isTable || next.column.isTable) return false;
  return (
    !endsSentence(last) && !isIndented && (isFlush(before.lines.at(-2), last) || !endsEarly(last, first, before.column))
  );
}

const isBody = ({ role }: Placed): boolean => role === 'body';

/** Records that a paragraph continues an earlier one, if the text runs on. */
function continueFrom(last: Placed | undefined, next: Placed): void {
  if (last && runsOn(last, next)) next.follows = last;
}

const isText = ({ role }: Placed): boolean => role === 'body' || role === 'heading';

/** True if two paragraphs are one below the other. */
function isInColumnOf(a: Placed, b: Placed): boolean {
  const [own, other] = [a.lines[0], b.lines[0]];
  return own !== undefined && other !== undefined && own.left < other.right && other.left < own.right;
}

const topOf = ({ lines }: Paragraph): number => lines[0]?.base ?? 0;
const bottomOf = ({ lines }: Paragraph): number => lines.at(-1)?.base ?? 0;

const isBelow = (above: Placed, other: Placed): boolean => topOf(other) > bottomOf(above) && isInColumnOf(above, other);

/** The raised numbers in the text of a paragraph, after its own label. */
const raisedIn = ({ lines }: Placed): string[] =>
  lines.flatMap((line, k) =>
    line.items.flatMap((item, n) => ((k > 0 || n > 0) && isRaised(item, line) ? item.text.trim() : [])),
  );

/**
 * Marks notes in letters of the body's size: what starts with a number that is raised in a text
 * higher up or in a column before, and all below it in its columns.
 */
function findNotes(paragraphs: readonly Placed[]): void {
  const raised = new Set<string>();
  for (const one of paragraphs.filter(isBody)) {
    const label = NOTE_LABEL.exec(one.lines[0]?.text ?? '')?.[0];
    const below = paragraphs.filter((other) => isText(other) && isBelow(one, other));
    const isNote = label !== undefined && raised.has(label) && below.every(isBody);
    if (isNote) for (const note of [one, ...below]) note.role = 'note';
    for (const number of raisedIn(one)) raised.add(number);
  }
}

/** Notes at the foot of their column: the body is above them and not below. */
function footnotesOf(paragraphs: readonly Placed[]): Placed[] {
  const bodies = paragraphs.filter(isBody);
  return paragraphs.filter((note) => {
    const own = note.role === 'note' ? bodies.filter((body) => isInColumnOf(body, note)) : [];
    return own.length > 0 && own.every((body) => topOf(body) < topOf(note));
  });
}

/** Share of paragraphs that begin next to one of another column, in a text in two languages. */
const PARALLEL_SHARE = 0.85;
const MIN_PARALLEL = 4;

/**
 * True if the columns of a page have the same text in two languages, so that neither continues the
 * other.
 */
function isParallel(paragraphs: readonly Placed[]): boolean {
  const bodies = paragraphs.filter(isBody);
  const isPaired = (one: Placed) =>
    bodies.some((other) => Math.abs(topOf(one) - topOf(other)) <= SAME_ROW && !isInColumnOf(one, other));
  const paired = bodies.filter(isPaired).length;
  return paired >= MIN_PARALLEL && paired >= PARALLEL_SHARE * bodies.length;
}

/**
 * True for cells of a row: two paragraphs begin next to each other, and another is below the first.
 */
function isRowWith(before: Placed, next: Placed, all: readonly Placed[]): boolean {
  if (Math.abs(topOf(before) - topOf(next)) > SAME_ROW * (next.lines[0]?.size ?? 1)) return false;
  return all.some((one) => isBody(one) && isBelow(before, one));
}

/**
 * Lays out the text of a page. `view`: the visible box in the PDF's coordinates; sizes are in
 * points. `before`: the page before it.
 */
export function layoutPage(
  text: RawText,
  view: readonly number[],
  { width, height }: { width: number; height: number },
  before?: PlacedPage,
): PlacedPage {
  const unreadable = unreadableFonts(text);
  const lines = linesOf(itemsOf(text, view, unreadable));
  const found = paragraphsOf(lines);
  const bodySize = bodySizeOf(found, before?.bodySize);
  const margins = marginsOf(lines, height);
  const paragraphs = found.map(({ lines: own, column }): Placed => {
    const key = keyOf(own);
    const placed: Placed = { lines: own, column, key, role: 'body', follows: null };
    placed.role = roleOf(own, key, isInMargin(placed, margins), bodySize);
    return placed;
  });
  findNotes(paragraphs);
  // Text that continues from the next column moves up.
  const joinColumns = (all: readonly Placed[], mayFollow: (next: Placed) => boolean) => {
    for (const [k, next] of all.entries()) {
      const last = all[k - 1];
      if (!last || topOf(next) >= bottomOf(last) || !mayFollow(next) || isRowWith(last, next, paragraphs)) continue;
      continueFrom(last, next);
    }
  };
  if (!isParallel(paragraphs)) joinColumns(paragraphs.filter(isBody), () => true);
  joinColumns(footnotesOf(paragraphs), (note) => !isLabelled(note));
  return { width, height, paragraphs, bodySize, hasUnreadable: unreadable.size > 0 };
}

/** Marks as furniture what is at the margins of both pages. */
function findRunningHeads(page: PlacedPage, other: PlacedPage): void {
  const marginal = ({ paragraphs, height }: PlacedPage) => {
    const margins = marginsOf(
      paragraphs.flatMap(({ lines }) => lines),
      height,
    );
    return paragraphs.filter((one) => one.lines.length <= MAX_FURNITURE_LINES && isInMargin(one, margins));
  };
  const there = marginal(other);
  for (const one of marginal(page)) {
    const base = one.lines[0]?.base ?? 0;
    const same = there.filter(
      ({ key, lines: [first] }) => key === one.key && Math.abs((first?.base ?? 0) - base) < 0.02 * page.height,
    );
    for (const head of same.length > 0 ? [one, ...same] : []) head.role = 'furniture';
  }
}

/** The body paragraphs of a page with no text above them in their column. */
function firstsOfColumns({ paragraphs }: PlacedPage): Placed[] {
  const texts = paragraphs.filter(isText);
  return texts.filter((one, k) => isBody(one) && !texts.slice(0, k).some((above) => isInColumnOf(above, one)));
}

/**
 * Compares a page with the pages before it, nearest first, to find running heads and continued
 * text.
 */
export function joinPages(page: PlacedPage, before: readonly PlacedPage[]): void {
  // Left and right pages may have different heads.
  for (const other of before.slice(0, 2)) findRunningHeads(page, other);
  const there = before[0]?.paragraphs ?? [];
  if (isParallel(there)) {
    for (const first of firstsOfColumns(page))
      continueFrom(
        there.findLast((one) => isBody(one) && isInColumnOf(one, first)),
        first,
      );
  } else {
    const first = page.paragraphs.find(isText);
    if (first && isBody(first)) continueFrom(there.findLast(isBody), first);
  }
  const lastNote = footnotesOf(there).at(-1);
  const [firstNote] = footnotesOf(page.paragraphs);
  if (firstNote && !isLabelled(firstNote)) continueFrom(lastNote, firstNote);
}

/**
 * The text to insert between a line and its continuation: a line break after a hyphen, nothing next
 * to Chinese.
 */
function glue(line: Line, next: Item): Piece['before'] {
  if (endsInHyphen(line)) return '\n';
  return isCjk(line.text.at(-1)) || isCjk(next.text[0]) ? '' : ' ';
}

/** The items of a paragraph with the text between them, and before them if it continues another. */
export function piecesOf({ lines, follows }: Paragraph): Piece[] {
  const pieces: Piece[] = [];
  let above = follows?.lines.at(-1) ?? null;
  for (const line of lines) {
    let read: Line | null = null;
    for (const item of line.items) {
      const before = read ? between(read, item) : above ? glue(above, item) : '';
      pieces.push({ item, before });
      read = { ...line, text: item.text, left: item.left, right: item.right, size: item.size, base: item.base };
    }
    above = line;
  }
  return pieces;
}

/** The texts of a document, a paragraph each. */
export function textsOf(pages: readonly PageLayout[]): string[] {
  const texts: string[] = [];
  const places = new Map<Paragraph, number>();
  for (const paragraph of pages.flatMap(({ paragraphs }) => paragraphs)) {
    const { follows } = paragraph;
    const text = piecesOf(paragraph)
      .map(({ item, before }) => before + item.text)
      .join('');
    const at = (follows && places.get(follows)) ?? texts.length;
    texts[at] = (texts[at] ?? '') + text;
    places.set(paragraph, at);
  }
  return texts;
}
