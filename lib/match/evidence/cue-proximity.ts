/** Tests if a cue is near enough to a candidate. */
import type { Candidate } from '../model.ts';
import type { Context } from './context.ts';
import { ARTICLE, BESIDE, SENTENCE } from '../names/cue-use.ts';
import { endOf, numberOf, spanCount, startOf, type FlatSpans } from '../text/flat-spans.ts';
import { MAX_BESIDE_DISTANCE, wordsBetween, type CueIndex } from './cue-index.ts';
import type { Matcher } from '../scan/matcher.ts';
import type { SentenceIndex } from './sentence-index.ts';

/** Occurrences of a cue around a candidate that are examined; a row of names may have thousands. */
const MAX_OCCURRENCES = 32;

/** UTF-16 units; shorter paragraphs are read together with their neighbours. */
const MIN_LONG_PARAGRAPH = 500;

/**
 * The word that matches a cue near a candidate, or null: a word of the text, or else a mention
 * decided so far.
 */
export const findCue = (context: Context, c: Candidate, cue: number, within: number, own: string): string | null =>
  cueInText(context, c, cue, within, own) ?? cueInMentions(context, c, cue, within, own);

/** `cueIn` over the words of the text. */
export const cueInText = (context: Context, c: Candidate, cue: number, within: number, own: string): string | null =>
  cueIn(context, context.article.evidence, c, cue, within, own);
/** `cueIn` over the mentions decided so far. */
export const cueInMentions = (
  context: Context,
  c: Candidate,
  cue: number,
  within: number,
  own: string,
): string | null => cueIn(context, context.decided.evidence, c, cue, within, own);

/** By cue: 1 if mentions can match it, -1 if not, 0 if not examined yet. */
const mentioned = new WeakMap<Matcher, Int8Array>();

/** True if mentions can match a cue: entries and kinds, but not words, topics or countries. */
export function mayBeMention(matcher: Matcher, cue: number): boolean {
  let may = mentioned.get(matcher);
  if (!may) mentioned.set(matcher, (may = new Int8Array(matcher.cueKeys.length)));
  if (may[cue] === 0) {
    const key = matcher.cueKeys[cue] ?? '';
    may[cue] = key.includes('/') && !/^(?:topic|country)\//.test(key) ? 1 : -1;
  }
  return may[cue] === 1;
}

function cueIn(
  { sentences: texts }: Context,
  evidence: CueIndex,
  c: Candidate,
  cue: number,
  within: number,
  own: string,
): string | null {
  const list = evidence.of(cue);
  if (list.length === 0) return null;
  if (within === ARTICLE) {
    const first = evidence.firstOther(cue, own, texts);
    return firstWord(texts, list, first, c, own, () => true);
  }
  const text = texts.text(c.block);
  const [start, to] = within <= SENTENCE ? texts.sentence(c.block, c.start) : [0, text.length];
  const from = within === BESIDE ? Math.max(start, c.start - MAX_BESIDE_DISTANCE) : start;
  // Skips the candidate's own name, which may occur a thousand times in a long paragraph.
  const other = within <= SENTENCE ? 0 : evidence.firstOther(cue, own, texts);
  const first = Math.max(other, evidence.firstIn(cue, c.block, from));
  const word = firstWord(
    texts,
    list,
    first,
    c,
    own,
    (n) => numberOf(list, n) === c.block && startOf(list, n) < to,
    (n) => within !== BESIDE || isBeside(text, c, startOf(list, n), endOf(list, n)),
  );
  if (word !== null || within <= SENTENCE || text.length >= MIN_LONG_PARAGRAPH) return word;
  const wordIn = (block: number) =>
    firstWord(texts, list, evidence.firstIn(cue, block), c, own, (n) => numberOf(list, n) === block);
  return wordIn(c.block - 1) ?? wordIn(c.block + 1);
}

/** True if at most two words separate a candidate from a span of its block. */
const isBeside = (text: string, c: Candidate, start: number, end: number): boolean =>
  (end <= c.start ? wordsBetween(text, end, c.start) : wordsBetween(text, c.end, start)) <= 2;

/**
 * The word of the first valid occurrence of a cue from index `first` on. The search ends when
 * `isInReach` is false; occurrences for which `counts` is false are skipped.
 */
function firstWord(
  texts: SentenceIndex,
  list: FlatSpans,
  first: number,
  c: Candidate,
  own: string,
  isInReach: (n: number) => boolean,
  counts: (n: number) => boolean = () => true,
): string | null {
  for (let n = first; n < Math.min(spanCount(list), first + MAX_OCCURRENCES) && isInReach(n); n++) {
    const word = counts(n) ? otherWord(texts, list, n, c, own) : null;
    if (word !== null) return word;
  }
  return null;
}

/**
 * The word at a cue's n-th occurrence; null if it is the candidate's own name, because a repeated
 * name is no evidence for itself.
 */
function otherWord(texts: SentenceIndex, list: FlatSpans, n: number, c: Candidate, own: string): string | null {
  const block = numberOf(list, n);
  const start = startOf(list, n);
  const end = endOf(list, n);
  if (block === c.block && start < c.end && end > c.start) return null;
  const word = texts.text(block).slice(start, end);
  return word.toLowerCase() === own ? null : word;
}
