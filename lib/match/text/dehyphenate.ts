/**
 * Finds names with a gap inside: a word broken at the end of a line ("Handelsministe-", "rium"), or
 * an abbreviation in brackets ("artificial intelligence (AI) chips"). The text is read a second
 * time without the gaps, and only hits across a gap are kept, because "rare-" and "earth" on the
 * next line are two words.
 */
import { LETTER, classOf, isWord, type Units } from './code-units.ts';
import { endOf, numberOf, spanCount, startOf, type FlatSpans } from './flat-spans.ts';
import type { NormalizedText } from './normalize.ts';

const BREAK = /[-‐]\r?\n *(?=\S)/g;
/** An abbreviation in brackets, with the blank before it. */
const ABBREVIATION = /\s?[(（]\p{Lu}[\p{L}\d&-]{0,6}\p{Lu}[\p{Ll}\d]?[)）](?=\s?\p{L})/gu;

/** The gaps in order, as [start, end). */
function gapsIn(units: Units, text: string): [number, number][] {
  const gaps: [number, number][] = [];
  // Almost no text has a broken word, and these tests are cheap.
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

/** The text without gaps, or null if it has none. */
export function joinBrokenWords(units: Units, text: string): NormalizedText | null {
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
 * Adds to `hits` the hits of the joined text that cross a gap, with their offsets in the text
 * itself; in order.
 */
export function addHitsOfBrokenWords(hits: FlatSpans, { offsets }: NormalizedText, joined: FlatSpans): FlatSpans {
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
