/**
 * Tells if the layout parts two texts that touch in the markup: the items of a menu, not the
 * letters of a word. A computed style is asked for at such places alone: for each element it would
 * cost more than the whole walk.
 */
import { nameOf } from '../dom/safe-dom.ts';
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
/** Stands before the number of a note, which is no part of the word. */
const NOTE_SPACE = ' ';
/** Ends a word of four letters: figures above shorter ones are powers, charges and isotopes. */
const NOTED_WORD = /\p{L}{2}\p{Ll}{2}$/u;

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

/** True if a line is drawn between the texts. */
const hasLine = ({ isStart }: Edge, style: CSSStyleDeclaration): boolean =>
  pixels(isStart ? style.borderInlineStartWidth : style.borderInlineEndWidth) > 0;

/** True if a style sheet puts signs or a picture between the texts: "Metals › Gallium". */
function hasSigns({ element, isStart }: Edge): boolean {
  const style = getComputedStyle(element, isStart ? '::before' : '::after');
  if (!/^(?:"|url)/.test(style.content)) return false;
  // An empty box over the whole element, as of a link that fills its card, parts nothing. The width
  // is asked for last: the page has to be laid out for it.
  const isBox = style.display !== 'inline' && !/^(?:absolute|fixed)$/.test(style.position);
  return style.content !== '""' || (isBox && style.width !== '0px');
}

/** True of the number of a note above the end of a word. */
const isNote = ({ element, isStart }: Edge, before: string, after: string): boolean =>
  isStart && nameOf(element) === 'SUP' && NOTED_WORD.test(before) && /^\d/.test(after);

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

  /** The sign that parts the next text from the last one; '' where the two are one. */
  signBetween(before: string, after: string): string {
    if (this.#edges.some((edge) => isNote(edge, before, after))) return NOTE_SPACE;
    return this.#parts(before, after) ? PARTING : '';
  }

  /** True if the edges since the last text part it from the next one. */
  #parts(before: string, after: string): boolean {
    if (this.#edges.length === 0 || typeof getComputedStyle !== 'function') return false;
    const last = before.charAt(before.length - 1);
    if (!isLetterOrDigit(after.charCodeAt(0)) || isSpace(last.charCodeAt(0)) || OPENING.includes(last)) return false;
    if (isSingleLetter(before.trim()) && (startsLower(after) || isSingleLetter(after.trim()))) return false;
    this.onAsked?.();
    let gap = 0;
    for (const edge of this.#edges) {
      const style = getComputedStyle(edge.element);
      if (!RUNS_ON.test(style.display) || hasSigns(edge) || hasLine(edge, style)) return true;
      gap += gapAt(edge, style) / pixels(style.fontSize);
    }
    return gap >= MIN_GAP;
  }
}
