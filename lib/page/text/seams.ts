/**
 * Tells if the layout parts two texts that touch in the markup: the items of a menu, not the
 * letters of a word. A computed style is asked for at such places alone: for each element it would
 * cost more than the whole walk.
 */
import { isLetter, isLetterOrDigit, isSpace, startsLower } from '../../match/text/characters.ts';

/** An inline element that begins or ends between two texts. */
interface Edge {
  element: Element;
  isStart: boolean;
}

/** At most so many edges between two texts are examined. */
const MAX_EDGES = 16;
/** Of the size of the letters: a narrower gap is no space between words. */
const MIN_GAP = 0.25;
/** Boxes through which a line of text runs on. */
const RUNS_ON = /^(?:inline|contents|ruby.*)$/;
/** Stands between texts that the layout parts: no name runs across an empty line. */
export const PARTING = '\n\n';

/** Signs that belong to the word behind them: nobody ends an item with one. */
const OPENING = `([{“‘„«"'/-–—$€£¥#@&（「『《`;

const pixels = (length: string): number => Number.parseFloat(length) || 0;

/** The space that an edge puts between two texts, in pixels. */
function gapAt({ isStart }: Edge, style: CSSStyleDeclaration): number {
  const shift = style.position === 'relative' ? pixels(style.left) : 0;
  return isStart
    ? pixels(style.marginInlineStart) + pixels(style.paddingInlineStart) + shift
    : pixels(style.marginInlineEnd) + pixels(style.paddingInlineEnd) - shift;
}

/** True if a style sheet puts signs between the texts: "Metals › Gallium". */
function hasSigns({ element, isStart }: Edge): boolean {
  const { content } = getComputedStyle(element, isStart ? '::before' : '::after');
  return /^"[^"]/.test(content);
}

/** One letter of a word, in an element of its own, as the first of an article often is. */
const isSingleLetter = (text: string): boolean =>
  text.length === 1 && text.charCodeAt(0) < 0x250 && isLetter(text.charCodeAt(0));

export class Seams {
  #edges: Edge[] = [];

  /** `isOff`: the markup alone decides which texts are one. */
  constructor(
    private readonly onAsked: (() => void) | undefined,
    private readonly isOff = false,
  ) {}

  cross(element: Element, isStart: boolean): void {
    if (!this.isOff && this.#edges.length < MAX_EDGES) this.#edges.push({ element, isStart });
  }

  /** Forgets the edges so far: they were examined, or are not between two texts. */
  clear(): void {
    if (this.#edges.length > 0) this.#edges = [];
  }

  /** True if the edges since the last text part it from the next one. */
  parts(before: string, after: string): boolean {
    if (this.#edges.length === 0 || typeof getComputedStyle !== 'function') return false;
    const last = before.charAt(before.length - 1);
    if (!isLetterOrDigit(after.charCodeAt(0)) || isSpace(last.charCodeAt(0)) || OPENING.includes(last)) return false;
    if (isSingleLetter(before.trim()) && (startsLower(after) || isSingleLetter(after.trim()))) return false;
    this.onAsked?.();
    let gap = 0;
    for (const edge of this.#edges) {
      const style = getComputedStyle(edge.element);
      if (!RUNS_ON.test(style.display) || hasSigns(edge)) return true;
      gap += gapAt(edge, style) / pixels(style.fontSize);
    }
    return gap >= MIN_GAP;
  }
}
