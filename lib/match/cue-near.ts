/** Whether a cue stands near enough to a candidate. */
import type { Candidate } from './candidates.ts';
import type { Context } from './context.ts';
import { ARTICLE, BESIDE, SENTENCE, wordsBetween, type Evidence } from './evidence.ts';
import type { Matcher } from './matcher.ts';

/** Paragraphs shorter than this are read together with their neighbours. */
const SHORT = 500;

/** The word that speaks for a cue near a candidate, or null: one of the text itself, else a mention taken so far. */
export const findCue = (context: Context, c: Candidate, cue: number, within: number, own: string): string | null =>
  cueInText(context, c, cue, within, own) ?? cueInMentions(context, c, cue, within, own);

export const cueInText = (context: Context, c: Candidate, cue: number, within: number, own: string): string | null =>
  cueIn(context, context.article.evidence, c, cue, within, own);
export const cueInMentions = (
  context: Context,
  c: Candidate,
  cue: number,
  within: number,
  own: string,
): string | null => cueIn(context, context.taken.evidence, c, cue, within, own);

const mentioned = new WeakMap<Matcher, Uint8Array>();

/** Whether mentions can stand for a cue: entries and kinds, no words, topics and countries. */
export function mayBeMention(matcher: Matcher, cue: number): boolean {
  let may = mentioned.get(matcher);
  if (!may)
    mentioned.set(
      matcher,
      (may = Uint8Array.from([...matcher.cues.keys()], (key) =>
        key.includes('/') && !/^(?:topic|country)\//.test(key) ? 1 : 0,
      )),
    );
  return may[cue] === 1;
}

function cueIn(
  { texts }: Context,
  evidence: Evidence,
  c: Candidate,
  cue: number,
  within: number,
  own: string,
): string | null {
  if (!evidence.has(cue)) return null;
  const accept = (block: number, start: number, end: number): string | null => {
    if (block === c.block && start < c.end && end > c.start) return null;
    const word = texts.text(block).slice(start, end);
    // A name said again is no evidence for itself.
    return word.toLowerCase() === own ? null : word;
  };
  if (within === ARTICLE) {
    const list = evidence.of(cue);
    for (let k = evidence.firstOther(cue, own, texts); k < list.length; k += 3) {
      const word = accept(list[k] ?? 0, list[k + 1] ?? 0, list[k + 2] ?? 0);
      if (word !== null) return word;
    }
    return null;
  }
  let found: string | null = null;
  const text = texts.text(c.block);
  const [from, to] = within <= SENTENCE ? texts.sentence(c.block, c.start) : [0, text.length];
  evidence.some(cue, c.block, (start, end) => {
    if (start < from || start >= to) return false;
    if (within === BESIDE && (end <= c.start ? wordsBetween(text, end, c.start) : wordsBetween(text, c.end, start)) > 2)
      return false;
    found = accept(c.block, start, end);
    return found !== null;
  });
  if (found === null && within > SENTENCE && text.length < SHORT)
    for (const block of [c.block - 1, c.block + 1])
      evidence.some(cue, block, (start, end) => {
        found ??= accept(block, start, end);
        return found !== null;
      });
  return found;
}
