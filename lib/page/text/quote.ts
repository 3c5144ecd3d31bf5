/** Finds the sentence around a mention, and a few words on each side for a text fragment. */
import { isOfAbbreviation } from '../../match/text/sentences.ts';

const END = /[.!?。！？…]["'”’）)]*\s|[。！？]|\n\s*\n/g;
const MAX_UNITS_A_SIDE = 400;
/**
 * A text fragment must start and end with a whole word. In text without blanks the context ends at
 * the clause.
 */
const CLAUSE = /[，。；：！？]/;
const tidy = (text: string) => text.replace(/[\s\uFFFC]+/g, ' ').trim();

interface Quoted {
  flow: { text: string };
  start: number;
  end: number;
}

/** The sentence around a place, as offsets in its flow. */
export function sentenceAround({ flow: { text }, start, end }: Quoted): { from: number; to: number } {
  let from = 0;
  let to = text.length;
  for (const match of text.matchAll(END)) {
    if (match[0].startsWith('.') && isOfAbbreviation(text, match.index)) continue;
    const at = match.index + match[0].length;
    if (at <= start) from = at;
    else if (at >= end) {
      to = at;
      break;
    }
  }
  return { from: Math.max(from, start - MAX_UNITS_A_SIDE), to: Math.min(to, end + MAX_UNITS_A_SIDE) };
}

/** The sentence around a place, and the words before and after it for a text fragment. */
export function quoteOf(place: Quoted): { quote: string; before: string; after: string } {
  const { flow, start, end } = place;
  const { text } = flow;
  const { from, to } = sentenceAround(place);
  const words = (part: string, last: boolean) => {
    const clauses = part.split(CLAUSE);
    const all = tidy(clauses[last ? clauses.length - 1 : 0] ?? '')
      .split(' ')
      .filter(Boolean);
    return (last ? all.slice(-4) : all.slice(0, 4)).join(' ');
  };
  return {
    quote: tidy(text.slice(from, to)),
    before: words(text.slice(Math.max(0, start - 80), start), true),
    after: words(text.slice(end, end + 80), false),
  };
}
