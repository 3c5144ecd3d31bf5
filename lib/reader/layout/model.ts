/** The types handed from stage to stage: items of a page, lines, paragraphs. */

/** A piece of text as PDF.js gives it (`TextItem` there). */
interface RawItem {
  str: string;
  /** From the text's own space to that of the page: [a, b, c, d, x, y]. */
  transform: readonly number[];
  width: number;
  height: number;
  fontName: string;
}

/** The text of one page as PDF.js gives it; marked content has no `str`. */
export interface RawText {
  items: readonly (RawItem | { type: string })[];
  styles: Readonly<Record<string, { vertical?: boolean }>>;
}

/** A piece of text in the frame in which it runs: to the right, line below line. */
export interface Item {
  /** Its place among the items of its page that have text. */
  n: number;
  text: string;
  left: number;
  right: number;
  /** The line that the letters stand on; larger further down. */
  base: number;
  /** The height of the font. */
  size: number;
  /** Degrees by which its frame is turned, clockwise. */
  angle: number;
  /** A space comes between the item before it and this one. */
  spaced: boolean;
}

/** Items that follow each other on one base line, up to a gap as wide as between columns. */
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
 * The part that a paragraph plays on its page. Furniture repeats from page to page: running heads,
 * page numbers. Notes are set smaller than the body.
 */
export type Role = 'body' | 'heading' | 'note' | 'furniture';

export interface Paragraph {
  lines: readonly Line[];
  role: Role;
  /** Its text goes on from the paragraph of the body before it, in another column or page. */
  continues: boolean;
}

/** In points, the sides as the page is shown. */
export interface PageLayout {
  width: number;
  height: number;
  paragraphs: Paragraph[];
  /** Has text in fonts that do not say which letters they draw; it is left out. */
  hasUnreadable: boolean;
}
