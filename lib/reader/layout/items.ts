/** The text items of a page in the frames in which they run. */
import type { Item, RawText } from './model.ts';

type Matrix = readonly number[];

const multiply = (
  [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix,
  [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0]: Matrix,
) => [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f] as const;

const RIGHT_ANGLE = 90;

/** `view`: from the space of the page to the page as it is shown, its top left corner at 0, 0. */
export function itemsOf({ items, styles }: RawText, view: Matrix): Item[] {
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
    const isVertical = styles[raw.fontName]?.vertical === true;
    const [a, b, c, d, x, y] = multiply(view, raw.transform);
    const angle = Math.round((Math.atan2(b, a) * 180) / Math.PI) + (isVertical ? RIGHT_ANGLE : 0);
    const radians = (angle * Math.PI) / 180;
    const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
    const left = x * cos + y * sin;
    found.push({
      n: place,
      text: raw.str,
      left,
      right: left + (isVertical ? raw.height : raw.width),
      base: y * cos - x * sin,
      size: Math.hypot(c, d) || raw.height,
      angle: (angle + 360) % 360,
      spaced,
    });
    spaced = false;
  }
  return found;
}
