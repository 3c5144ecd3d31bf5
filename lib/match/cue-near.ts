/** Whether a cue stands near enough to a candidate. */
import type { Candidate } from './candidates.ts';
import type { Context } from './context.ts';
import { ARTICLE, BESIDE, SENTENCE, wordsBetween } from './evidence.ts';

/** Paragraphs shorter than this are read together with their neighbours. */
const SHORT = 500;

/** The word that speaks for a cue near a candidate, or null. */
export function findCue(context: Context, c: Candidate, cue: number, within: number, own: string): string | null {
  const { article, texts, taken } = context;
  for (const evidence of [article.evidence, taken.evidence]) {
    const list = evidence.of(cue);
    if (!list.length) continue;
    const accept = (block: number, start: number, end: number): string | null => {
      if (block === c.block && start < c.end && end > c.start) return null;
      const word = texts.text(block).slice(start, end);
      // A name said again is no evidence for itself.
      return word.toLowerCase() === own ? null : word;
    };
    if (within === ARTICLE) {
      for (let k = 0; k < list.length; k += 3) {
        const word = accept(list[k] ?? 0, list[k + 1] ?? 0, list[k + 2] ?? 0);
        if (word !== null) return word;
      }
      continue;
    }
    let found: string | null = null;
    const text = texts.text(c.block);
    const [from, to] = within <= SENTENCE ? texts.sentence(c.block, c.start) : [0, text.length];
    evidence.some(cue, c.block, (start, end) => {
      if (start < from || start >= to) return false;
      if (within === BESIDE && (end <= c.start ? wordsBetween(text, end, c.start) : wordsBetween(text, c.end, start)) > 2) return false;
      found = accept(c.block, start, end);
      return found !== null;
    });
    if (found === null && within > SENTENCE && text.length < SHORT)
      for (const block of [c.block - 1, c.block + 1])
        evidence.some(cue, block, (start, end) => {
          found ??= accept(block, start, end);
          return found !== null;
        });
    if (found !== null) return found;
  }
  return null;
}
