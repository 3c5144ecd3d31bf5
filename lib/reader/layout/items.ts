/** Converts the text items of a page to frames in which text runs from left to right. */
import { isCjk } from './signs.ts';
import type { Item, RawText } from './model.ts';
import { withUsualSigns } from './usual-signs.ts';

type Matrix = readonly number[];

const multiply = (
  [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix,
  [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0]: Matrix,
) => [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f] as const;

const RIGHT_ANGLE = 90;

/**
 * The items of a page. `view`: the transform from the page's space to the shown page, with the top
 * left corner at 0, 0. `leftOut`: fonts whose text is left out.
 */
export function itemsOf({ items, styles }: RawText, view: Matrix, leftOut: ReadonlySet<string>): Item[] {
  const found: Item[] = [];
  let n = 0;
  let spaced = false;
  for (const raw of items) {
    if (!('str' in raw)) continue;
    const place = n++;
    if (raw.str.trim() === '') {
      spaced ||= raw.str !== '';
      continue;
    }
    if (leftOut.has(raw.fontName)) continue;
    const isVertical = styles[raw.fontName]?.vertical === true;
    const [a, b, c, d, x, y] = multiply(view, raw.transform);
    const angle = Math.round((Math.atan2(b, a) * 180) / Math.PI) + (isVertical ? RIGHT_ANGLE : 0);
    const radians = (angle * Math.PI) / 180;
    const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
    const left = x * cos + y * sin;
    found.push({
      n: place,
      text: withUsualSigns(raw.str),
      left,
      right: left + (isVertical ? raw.height : raw.width),
      base: y * cos - x * sin,
      size: Math.hypot(c, d) || raw.height,
      angle: (angle + 360) % 360,
      spaced,
    });
    spaced = false;
  }
  return withVerticalRuns(found);
}

/** Lengths in font sizes. */
const ASCENT = 0.88;
const SAME_CENTRE = 0.2;
const [MIN_STEP, MAX_STEP] = [0.45, 1.5];

/** True if an upright character is directly below another, as in vertical Chinese. */
function isStacked(above: Item | undefined, below: Item | undefined): boolean {
  if (!above || !below || above.angle !== 0 || below.angle !== 0) return false;
  if (above.text.trim().length !== 1 || below.text.trim().length !== 1) return false;
  const size = Math.max(above.size, below.size);
  const step = (below.base - above.base) / size;
  return Math.abs(above.left - below.left) <= SAME_CENTRE * size && step >= MIN_STEP && step <= MAX_STEP;
}

/** True if an upright character is next to digits that are turned sideways. */
function isBesideTurned(sign: Item, other: Item | undefined): boolean {
  if (other?.angle !== RIGHT_ANGLE || sign.angle !== 0 || sign.text.trim().length !== 1) return false;
  const top = sign.base - ASCENT * sign.size;
  const gap = Math.min(Math.abs(top - other.right), Math.abs(other.left - (top + sign.size)));
  return Math.abs(-other.base - sign.left) <= 0.5 * sign.size && gap <= sign.size;
}

/** Joins upright characters that are below each other into vertical runs. */
function withVerticalRuns(items: readonly Item[]): Item[] {
  return items.map((item, k) => {
    const [before, after] = [items[k - 1], items[k + 1]];
    const isRun =
      isCjk(item.text[0]) &&
      (isStacked(before, item) ||
        isStacked(item, after) ||
        isBesideTurned(item, before) ||
        isBesideTurned(item, after));
    if (!isRun) return item;
    const top = item.base - ASCENT * item.size;
    const text = item.text.trim();
    return {
      ...item,
      text,
      left: top,
      right: top + item.size,
      base: -item.left,
      angle: RIGHT_ANGLE,
      isUpright: true,
      spaced: false,
    };
  });
}
