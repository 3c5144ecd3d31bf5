/**
 * Lays out one page: its paragraphs, their roles, and which of them continue in the next column.
 */
import { endsEarly, isOfSize, type Column } from './columns.ts';
import { itemsOf } from './items.ts';
import { between, linesOf } from './lines.ts';
import type { Item, Line, PageLayout, Paragraph, Piece, RawText, Role } from './model.ts';
import { endsInHyphen, endsSentence, paragraphsOf } from './paragraphs.ts';
import { isCjk } from './signs.ts';
import { unreadableFonts } from './unreadable-fonts.ts';

/** Share of a page's height, at top and bottom, in which running heads and page numbers are. */
const MARGIN_SHARE = 0.12;
const MAX_FURNITURE_LINES = 2;
const HEADING_GROWTH = 1.15;
const MAX_HEADING_LINES = 4;
const NOTE_SHRINKAGE = 0.93;
/** In sizes of the font. */
const MIN_INDENT = 0.8;
/** Relative difference of font sizes within a continued text; smaller than within a paragraph. */
const SAME_SIZE = 0.06;

interface Placed extends Paragraph {
  role: Role;
  continues: boolean;
  column: Column;
  /** Equal for the same running head on different pages. */
  key: string;
}

export interface PlacedPage extends PageLayout {
  paragraphs: Placed[];
}

const keyOf = (lines: readonly Line[]): string =>
  lines
    .map(({ text }) => text.toLowerCase().replace(/\d+/g, '#'))
    .join(' ')
    .replace(/[^\p{L}#]+/gu, ' ')
    .trim();

/** "12", "Page 12 of 30", "第12页", "iv". */
const PAGE_NUMBER = /^(?:[\p{L} ]{0,8}#(?: \p{L}{0,3} ?#)?[\p{L} ]{0,4}|[ivxlc]+)$/u;

/** The size of most letters of a page. */
function bodySizeOf(lines: readonly Line[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].reduce((best, one) => (one[1] > best[1] ? one : best), [0, -1])[0];
}

const isInMargin = ({ lines: [first] }: Paragraph, height: number): boolean =>
  first !== undefined &&
  first.angle === 0 &&
  (first.base < MARGIN_SHARE * height || first.base > (1 - MARGIN_SHARE) * height);

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
  const isIndented = next.lines.length > 1 && first.left - next.column.left > MIN_INDENT * first.size;
  if (before.column.isTable || next.column.isTable) return false;
  return !endsSentence(last) && !isIndented && !endsEarly(last, first, before.column);
}

const isBody = ({ role }: Placed): boolean => role === 'body';

/**
 * Lays out the text of a page. `view`: the visible box in the PDF's coordinates; sizes are in
 * points.
 */
export function layoutPage(text: RawText, view: readonly number[], width: number, height: number): PlacedPage {
  const unreadable = unreadableFonts(text);
  const lines = linesOf(itemsOf(text, view, unreadable));
  const bodySize = bodySizeOf(lines);
  const paragraphs = paragraphsOf(lines).map(({ lines: own, column }): Placed => {
    const key = keyOf(own);
    const placed: Placed = { lines: own, column, key, role: 'body', continues: false };
    placed.role = roleOf(own, key, isInMargin(placed, height), bodySize);
    return placed;
  });
  // Text that continues in the next column goes up.
  let before: Placed | undefined;
  for (const next of paragraphs.filter(isBody)) {
    const isAbove = (next.lines[0]?.base ?? 0) < (before?.lines.at(-1)?.base ?? 0);
    next.continues = before !== undefined && isAbove && runsOn(before, next);
    before = next;
  }
  return { width, height, paragraphs, hasUnreadable: unreadable.size > 0 };
}

/** Marks as furniture what is at the margins of both pages. */
function findRunningHeads(page: PlacedPage, other: PlacedPage): void {
  const marginal = ({ paragraphs, height }: PlacedPage) =>
    paragraphs.filter((one) => one.lines.length <= MAX_FURNITURE_LINES && isInMargin(one, height));
  const there = marginal(other);
  for (const one of marginal(page)) {
    const base = one.lines[0]?.base ?? 0;
    const same = there.filter(
      ({ key, lines: [first] }) => key === one.key && Math.abs((first?.base ?? 0) - base) < 0.02 * page.height,
    );
    for (const head of same.length > 0 ? [one, ...same] : []) head.role = 'furniture';
  }
}

/** Compares a page with those before it, nearest first: finds running heads and continued text. */
export function joinPages(page: PlacedPage, before: readonly PlacedPage[]): void {
  // Left and right pages may have different heads.
  for (const other of before.slice(0, 2)) findRunningHeads(page, other);
  const last = before[0]?.paragraphs.findLast(isBody);
  const first = page.paragraphs.find(({ role }) => role === 'body' || role === 'heading');
  if (last && first?.role === 'body') first.continues = runsOn(last, first);
}

/**
 * What to insert between a line and its continuation: a line break after a hyphen, nothing after
 * Chinese.
 */
function glue(line: Line, next: Item): Piece['before'] {
  if (endsInHyphen(line)) return '\n';
  return isCjk(line.text.at(-1)) && isCjk(next.text[0]) ? '' : ' ';
}

/** The items of a paragraph with the text between them. `after`: the line that it continues. */
export function piecesOf({ lines }: Paragraph, after: Line | null): Piece[] {
  const pieces: Piece[] = [];
  let above = after;
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

interface Body {
  /** The position of its text. */
  at: number;
  line: Line;
}

/** The texts of a document, a paragraph each. */
export function textsOf(pages: readonly PageLayout[]): string[] {
  const texts: string[] = [];
  const add = (paragraph: Paragraph, body: Body | null): Body | null => {
    const from = paragraph.continues ? body : null;
    const text = piecesOf(paragraph, from?.line ?? null)
      .map(({ item, before }) => before + item.text)
      .join('');
    const at = from?.at ?? texts.length;
    texts[at] = (texts[at] ?? '') + text;
    const line = paragraph.lines.at(-1);
    return line && paragraph.role === 'body' ? { at, line } : body;
  };
  let body: Body | null = null;
  for (const { paragraphs } of pages) for (const paragraph of paragraphs) body = add(paragraph, body);
  return texts;
}
