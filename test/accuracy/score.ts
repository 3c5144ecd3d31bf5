/** Counts correct, wrong and missing marks. */
import type { Passage } from './passages.ts';

export interface Mark {
  start: number;
  end: number;
  entry: string;
}
export interface Totals {
  gold: number;
  right: number;
  /** Marked as another entry. */
  wrong: number;
  missed: number;
  /** Marked, although it must not be. */
  plain: number;
  /** Marked where the passage makes no statement. Counted apart. */
  extra: number;
  words: number;
  marks: number;
}
export interface Fault {
  id: string;
  what: 'wrong' | 'missed' | 'plain' | 'extra';
  text: string;
  is: string;
  should: string;
}

const none = (): Totals => ({ gold: 0, right: 0, wrong: 0, missed: 0, plain: 0, extra: 0, words: 0, marks: 0 });
export const precision = (t: Totals) => t.right / (t.right + t.wrong + t.plain || 1);
export const recall = (t: Totals) => t.right / (t.gold || 1);
export const f1 = (t: Totals) => (2 * precision(t) * recall(t)) / (precision(t) + recall(t) || 1);
export const senses = (t: Totals) => t.right / (t.right + t.wrong || 1);

/** Words are separated by spaces. Two Chinese or Japanese characters count as one word. */
const wordsIn = (text: string) =>
  text
    .split(/\s+/)
    .reduce((n, part) => n + Math.max(1, Math.round((part.match(/[\u3041-\u9fff]/g)?.length ?? 0) / 2)), 0);

/** Mentions come first, so that a mark that is correct for one span is no fault in another. */
const inOrder = (passage: Passage) =>
  [...passage.spans].sort((a, b) => Number(b.expect === 'mention') - Number(a.expect === 'mention'));

export function score(
  passages: readonly Passage[],
  marksOf: (passage: Passage) => readonly Mark[],
): { totals: Map<string, Totals>; faults: Fault[] } {
  const totals = new Map<string, Totals>();
  const faults: Fault[] = [];
  for (const passage of passages) {
    const { id, text } = passage;
    const groups = ['all', passage.set, passage.lang.split('-')[0] ?? ''].map((key) => {
      const t = totals.get(key) ?? none();
      totals.set(key, t);
      return t;
    });
    const add = (field: keyof Totals, n = 1) => groups.forEach((t) => (t[field] += n));
    const fault = (what: Fault['what'], part: string, is: string, should: string) => {
      add(what);
      faults.push({ id, what, text: part, is, should });
    };
    const marks = marksOf(passage).map((mark) => ({ ...mark, done: false }));
    add('words', wordsIn(text));
    add('marks', marks.length);
    for (const span of inOrder(passage)) {
      const hits = marks.filter((mark) => mark.start < span.end && mark.end > span.start);
      const part = text.slice(span.start, span.end);
      const other = hits.find((mark) => mark.entry !== span.entry);
      if (span.expect === 'mention') {
        add('gold');
        if (hits.some((mark) => mark.entry === span.entry)) add('right');
        else if (other && !passage.spans.some((s) => s !== span && s.start < other.end && s.end > other.start))
          fault('wrong', part, other.entry, span.entry ?? '');
        else fault('missed', part, '', span.entry ?? '');
      } else if (other && !other.done && (span.expect === 'plain' || span.entry !== null))
        fault('plain', part, other.entry, span.entry ?? '');
      for (const mark of hits) mark.done = true;
    }
    for (const mark of marks) if (!mark.done) fault('extra', text.slice(mark.start, mark.end), mark.entry, '');
  }
  return { totals, faults };
}
