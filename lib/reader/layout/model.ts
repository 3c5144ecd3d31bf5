/** The types that the stages of the layout pass on: items of a page, lines, paragraphs. */

/** A piece of text from PDF.js (`TextItem` there). */
interface RawItem {
  str: string;
  /** From the text's own space to that of the page: [a, b, c, d, x, y]. */
  transform: readonly number[];
  width: number;
  height: number;
  fontName: string;
}

/** The text of one page from PDF.js; marked content has no `str`. */
export interface RawText {
  items: readonly (RawItem | { type: string })[];
  styles: Readonly<Record<string, { vertical?: boolean }>>;
}

/** A piece of text in a frame in which text runs to the right and lines go down. */
export interface Item {
  /** Index among the page's items with text. */
  n: number;
  text: string;
  left: number;
  right: number;
  /** The base line of the letters; larger further down. */
  base: number;
  /** The height of the font. */
  size: number;
  /** Clockwise rotation of the frame, in degrees. */
  angle: number;
  /** An upright sign of a vertical line, drawn by itself. */
  isUpright?: true;
  /** A space comes between the item before it and this one. */
  spaced: boolean;
}

/** Items that follow each other on one base line, up to a gap of a column's width. */
export interface Line {
  items: readonly Item[];
  text: string;
  left: number;
  right: number;
  base: number;
  size: number;
  angle: number;
}

/** `before`: the text between an item and the one before it. */
export interface Piece {
  item: Item;
  before: '' | ' ' | '\n';
}

/**
 * The role of a paragraph on its page. Furniture repeats from page to page: running heads, page
 * numbers. Notes are smaller than the body.
 */
export type Role = 'body' | 'heading' | 'note' | 'furniture';

/** Lines that are read as one text, in the order of reading. */
export interface Paragraph {
  lines: readonly Line[];
  role: Role;
  /** The paragraph that it continues, from another column or page. */
  follows: Paragraph | null;
}

/** In points, as the page is shown. */
export interface PageLayout {
  width: number;
  height: number;
  paragraphs: Paragraph[];
  /** True if text was left out because its font does not say which letters it draws. */
  hasUnreadable: boolean;
}
