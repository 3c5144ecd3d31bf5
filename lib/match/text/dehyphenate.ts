/**
 * Text inside a name that is no part of it: the break of a word at the end of a line
 * ("Handelsministe-", then "rium"), and an abbreviation in brackets ("artificial intelligence (AI)
 * chips"). Where a name continues over such a gap it is read without the gap. All other text is
 * read as it is, since "rare-" and then "earth" are two words.
 */
import { LETTER, classOf, isWord, type Units } from './code-units.ts';
import { endOf, numberOf, spanCount, startOf, type FlatSpans } from './flat-spans.ts';
import type { NormalizedText } from './normalize.ts';

const BREAK = /[-‐]\r?\n *(?=\S)/g;
/** The bracket, and the blank before it. */
const ABBREVIATION = /\s?[(（]\p{Lu}[\p{L}\d&-]{0,6}\p{Lu}[\p{Ll}\d]?[)）](?=\s?\p{L})/gu;

/** [start, end) of each gap, in order. */
function gapsIn(units: Units, text: string): [number, number][] {
  const gaps: [number, number][] = [];
  // Almost no text has any break, and to look for these costs next to nothing.
  if (text.includes('\n') && (text.includes('-\n') || text.includes('-\r\n') || text.includes('‐\n')))
    for (const { index, 0: gap } of text.matchAll(BREAK)) {
      const end = index + gap.length;
      if (classOf(units, text.charCodeAt(index - 1)) === LETTER && classOf(units, text.charCodeAt(end)) === LETTER)
        gaps.push([index, end]);
    }
  if (text.includes('(') || text.includes('（'))
    for (const { index, 0: gap } of text.matchAll(ABBREVIATION))
      if (isWord(classOf(units, text.charCodeAt(index - 1)))) gaps.push([index, index + gap.length]);
  return gaps.sort((a, b) => a[0] - b[0]);
}

/** The text without what interrupts its words and names, or null where nothing does. */
export function joinBroken(units: Units, text: string): NormalizedText | null {
  const gaps = gapsIn(units, text);
  if (gaps.length === 0) return null;
  const parts: string[] = [];
  const from: number[] = [];
  let at = 0;
  const keep = (end: number) => {
    parts.push(text.slice(at, end));
    for (; at < end; at++) from.push(at);
  };
  for (const [start, end] of gaps) {
    if (start < at) continue;
    keep(start);
    at = end;
  }
  keep(text.length);
  return { text: parts.join(''), offsets: Int32Array.from(from) };
}

/**
 * The hits in a joined text that cross a gap, in the places of the text itself; together with
 * `hits`, in order.
 */
export function withBroken(hits: FlatSpans, { offsets }: NormalizedText, joined: FlatSpans): FlatSpans {
  const all: [number, number, number][] = [];
  for (let n = 0; n < spanCount(hits); n++) all.push([startOf(hits, n), endOf(hits, n), numberOf(hits, n)]);
  for (let n = 0; n < spanCount(joined); n++) {
    const [start, end] = [startOf(joined, n), endOf(joined, n)];
    const first = offsets[start] ?? 0;
    const last = offsets[end - 1] ?? 0;
    if (last - first > end - 1 - start) all.push([first, last + 1, numberOf(joined, n)]);
  }
  return all.sort((a, b) => a[0] - b[0]).flat();
}
