/**
 * Registers marks as static ranges in `CSS.highlights`, one highlight a kind. The page's DOM is not
 * changed.
 *
 * Own maps record what is registered. In Firefox a content script cannot iterate a highlight
 * (https://bugzilla.mozilla.org/show_bug.cgi?id=1023984), and the page may register ranges under
 * any name.
 */
import { parentOrHost, closest, elementsAt, shadowRootOf, typeOf } from '../dom/safe-dom.ts';
import { liveRange, staticRange, type Place } from '../text/place.ts';
import { highlightName, HIGHLIGHT_NAMES, LINK_HIGHLIGHT, OPEN_HIGHLIGHT } from './highlight-names.ts';

/** A place that is underlined in the style of its kind. */
export interface Mark extends Place {
  kind: string;
  repeat: boolean;
}

/** True if a place is visible at a point. `elements`: the topmost elements at the point. */
function isOnTop(place: Place, elements: readonly Element[]): boolean {
  const range = liveRange(place);
  return range !== null && elements.some((element) => range.intersectsNode(element));
}

/** True for words in a link that the page underlines. Only for links is a style computed. */
function isUnderlinedByPage({ startContainer }: StaticRange): boolean {
  const parent = parentOrHost(startContainer);
  const link = parent && typeOf(parent) === Node.ELEMENT_NODE ? closest(parent as Element, 'a[href]') : null;
  return link !== null && getComputedStyle(link).textDecorationLine.includes('underline');
}

/** The marks that are registered now, by mention and by range. */
export class Marks<M extends Mark> {
  readonly #registry: HighlightRegistry;
  readonly #highlights = new Map<string, Highlight>();
  readonly #ranges = new Map<M, { range: StaticRange; name: string }>();
  readonly #marks = new Map<AbstractRange, M>();

  constructor(registry: HighlightRegistry) {
    this.#registry = registry;
  }

  get size(): number {
    return this.#ranges.size;
  }

  /** Registers exactly the marks in `wanted`. Marks that are already registered are not touched. */
  show(wanted: ReadonlySet<M>): void {
    this.dropIf((mark) => !wanted.has(mark));
    for (const mark of wanted) if (!this.#ranges.has(mark)) this.#add(mark);
  }

  #add(mark: M): void {
    const range = staticRange(mark);
    const name = isUnderlinedByPage(range) ? LINK_HIGHLIGHT : highlightName(mark.kind, mark.repeat);
    this.#highlight(name).add(range);
    this.#ranges.set(mark, { range, name });
    this.#marks.set(range, mark);
  }

  /** Removes marks at once. */
  dropIf(isOut: (mark: M) => boolean): void {
    for (const mark of this.#ranges.keys()) if (isOut(mark)) this.#drop(mark);
  }

  #drop(mark: M): void {
    const set = this.#ranges.get(mark);
    if (!set) return;
    const highlight = this.#highlights.get(set.name);
    highlight?.delete(set.range);
    this.#ranges.delete(mark);
    this.#marks.delete(set.range);
    if (highlight && highlight.size === 0) this.#remove(set.name);
  }

  /** The mark at a point of the viewport, also in open shadow roots. */
  at(x: number, y: number): M | null {
    const elements = elementsAt(x, y);
    const shadowRoots = elements.flatMap((element) => shadowRootOf(element) ?? []);
    for (const { ranges } of this.#registry.highlightsFromPoint(x, y, shadowRoots.length > 0 ? { shadowRoots } : {})) {
      for (const range of ranges) {
        const mark = this.#marks.get(range);
        // The specification leaves covered highlights open; Firefox reports them too:
        // https://github.com/w3c/csswg-drafts/issues/11770.
        if (mark && isOnTop(mark, elements)) return mark;
      }
    }
    return null;
  }

  /** Tints the mention under the pointer or the keyboard; null for none. */
  tint(place: Place | null): void {
    this.#remove(OPEN_HIGHLIGHT);
    if (!place) return;
    const highlight = this.#highlight(OPEN_HIGHLIGHT);
    highlight.add(staticRange(place));
    highlight.priority = 1;
  }

  clear(): void {
    for (const name of [...this.#highlights.keys()]) this.#remove(name);
    this.#ranges.clear();
    this.#marks.clear();
  }

  #highlight(name: string): Highlight {
    let highlight = this.#highlights.get(name);
    if (!highlight) {
      highlight = new Highlight();
      this.#highlights.set(name, highlight);
      this.#registry.set(name, highlight);
    } else if (this.#registry.get(name) !== highlight) this.#registry.set(name, highlight);
    return highlight;
  }

  #remove(name: string): void {
    const highlight = this.#highlights.get(name);
    if (!highlight) return;
    this.#highlights.delete(name);
    this.#registry.delete(name);
  }
}

/** Removes the highlights that an earlier version of this script left registered. */
export function clearLeftovers(registry: HighlightRegistry): void {
  for (const name of HIGHLIGHT_NAMES) registry.delete(name);
}
