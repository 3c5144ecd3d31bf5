/**
 * Decides if the layout separates two texts that touch in the markup: the items of a menu, but not
 * the letters of a word. Styles are computed only at such places, because computing them for each
 * element takes longer than the whole walk.
 */
import { nameOf } from '../dom/safe-dom.ts';
import { isLetter, isLetterOrDigit, isSpace, startsLower } from '../../match/text/characters.ts';

/** An inline element that starts or ends between two texts. */
interface Edge {
  element: Element;
  isStart: boolean;
}

/** Edges between two texts that are examined. */
const MAX_EDGES = 16;
/** Share of the font size below which a gap is not a space between words. */
const MIN_GAP = 0.25;
/** Values of `display` through which a line of text continues. */
const RUNS_ON = /^(?:inline|contents|ruby.*)$/;
/** Inserted between texts that the layout separates: no name is found across an empty line. */
export const PARTING = '\n\n';
/** Inserted before the number of a footnote, which is not part of the word. */
const NOTE_SPACE = ' ';
/**
 * The end of a word of at least four letters; superscripts after shorter ones are powers, charges
 * and isotopes.
 */
const NOTED_WORD = /\p{L}{2}\p{Ll}{2}$/u;

/** Signs that belong to the word after them and never end an item. */
const OPENING = `([{“‘„«"'/-–—$€£¥#@&（「『《`;

const pixels = (length: string): number => Number.parseFloat(length) || 0;

/** The space that an edge makes between two texts, in pixels. */
function gapAt({ isStart }: Edge, style: CSSStyleDeclaration): number {
  const shift = style.position === 'relative' ? pixels(style.left) : 0;
  return isStart
    ? pixels(style.marginInlineStart) + pixels(style.paddingInlineStart) + shift
    : pixels(style.marginInlineEnd) + pixels(style.paddingInlineEnd) - shift;
}

/** True if a border is drawn between the texts. */
const hasLine = ({ isStart }: Edge, style: CSSStyleDeclaration): boolean =>
  pixels(isStart ? style.borderInlineStartWidth : style.borderInlineEndWidth) > 0;

/** True if a style sheet adds signs or a picture between the texts: "Metals › Gallium". */
function hasSigns({ element, isStart }: Edge): boolean {
  const style = getComputedStyle(element, isStart ? '::before' : '::after');
  if (!/^(?:"|url)/.test(style.content)) return false;
  // An empty box over the whole element, such as a link that fills its card, does not separate. The
  // width comes last, because it forces layout.
  const isBox = style.display !== 'inline' && !/^(?:absolute|fixed)$/.test(style.position);
  return style.content !== '""' || (isBox && style.width !== '0px');
}

/** True for a footnote number after a word. */
const isNote = ({ element, isStart }: Edge, before: string, after: string): boolean =>
  isStart && nameOf(element) === 'SUP' && NOTED_WORD.test(before) && /^\d/.test(after);

/** True for a single letter in its own element, such as a drop cap. */
const isSingleLetter = (text: string): boolean =>
  text.length === 1 && text.charCodeAt(0) < 0x250 && isLetter(text.charCodeAt(0));

export class LayoutGaps {
  #edges: Edge[] = [];

  /** `isOff`: texts are joined by the markup only. */
  constructor(
    private readonly onAsked: (() => void) | undefined,
    private readonly isOff = false,
  ) {}

  cross(element: Element, isStart: boolean): void {
    if (!this.isOff && this.#edges.length < MAX_EDGES) this.#edges.push({ element, isStart });
  }

  /** Forgets the edges so far, which were examined or are not between two texts. */
  clear(): void {
    if (this.#edges.length > 0) this.#edges = [];
  }

  /** The separator between the last text and the next one; '' if they are one. */
  signBetween(before: string, after: string): string {
    if (this.#edges.some((edge) => isNote(edge, before, after))) return NOTE_SPACE;
    return this.#parts(before, after) ? PARTING : '';
  }

  /** True if the edges since the last text separate it from the next. */
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
