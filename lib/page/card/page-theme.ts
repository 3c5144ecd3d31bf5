import { bodyOf, rootOf } from '../dom/safe-dom.ts';

/** The theme of the page's background; null if it has no background colour. */
export function pageTheme(document: Document): 'light' | 'dark' | null {
  for (const element of [bodyOf(document), rootOf(document)]) {
    const colour = element ? getComputedStyle(element).backgroundColor : '';
    const [r = 0, g = 0, b = 0, alpha = 1] = colour.match(/[\d.]+/g)?.map(Number) ?? [];
    if (colour && alpha > 0.5) return 0.299 * r + 0.587 * g + 0.114 * b < 128 ? 'dark' : 'light';
  }
  return null;
}
