/**
 * Words that are broken at the end of a line, "Handelsministe-\nrium". Where a name goes on over
 * such a break it is read as if it stood in one; everything else as it stands, since "rare-\nearth"
 * is two words.
 */
import { LETTER, classOf, type Units } from './code-units.ts';
import type { NormalizedText } from './normalize.ts';

const BREAK = /[-‐]\r?\n *(?=\S)/g;

/** The text with the pieces of its words put together, or null where none is broken. */
export function joinBroken(units: Units, text: string): NormalizedText | null {
  // Almost no text has any, and to look for these costs next to nothing.
  if (!text.includes('\n') || (!text.includes('-\n') && !text.includes('-\r\n') && !text.includes('‐\n'))) return null;
  const parts: string[] = [];
  const from: number[] = [];
  let at = 0;
  const keep = (end: number) => {
    parts.push(text.slice(at, end));
    for (; at < end; at++) from.push(at);
  };
  for (const { index, 0: gap } of text.matchAll(BREAK)) {
    const end = index + gap.length;
    if (classOf(units, text.charCodeAt(index - 1)) !== LETTER || classOf(units, text.charCodeAt(end)) !== LETTER)
      continue;
    keep(index);
    at = end;
  }
  if (at === 0) return null;
  keep(text.length);
  return { text: parts.join(''), offsets: Int32Array.from(from) };
}

/**
 * Of the hits in a joined text those that go over a break, told in the places of the text itself;
 * with `hits`, in order.
 */
export function withBroken(hits: readonly number[], { offsets }: NormalizedText, joined: readonly number[]): number[] {
  const triples: [number, number, number][] = [];
  for (let k = 0; k < hits.length; k += 3) triples.push([hits[k] ?? 0, hits[k + 1] ?? 0, hits[k + 2] ?? 0]);
  for (let k = 0; k < joined.length; k += 3) {
    const [start = 0, end = 0, target = 0] = joined.slice(k, k + 3);
    const first = offsets[start] ?? 0;
    const last = offsets[end - 1] ?? 0;
    if (last - first > end - 1 - start) triples.push([first, last + 1, target]);
  }
  return triples.sort((a, b) => a[0] - b[0]).flat();
}
