/**
 * Thins out underlines in crowded paragraphs. It drops bodies first, then things underlined in an
 * earlier section, then later members of an enumeration, then the last underlines of the most
 * crowded paragraphs. Cells, links and headings keep theirs: users look up tables and do not read
 * them.
 */
import { inSteps } from '../text/steps.ts';
import { MENTIONS_A_STEP, type MarkLevel } from './repeated-mentions.ts';

interface SpanInBlock {
  block: number;
  start: number;
  end: number;
  kind: string;
  generic: boolean;
}

/** Characters of the shortest paragraph. A shorter text is a heading, a link or a cell. */
const MIN_PROSE_CHARS = 100;
/** Characters that count as a word in Chinese, Japanese and Korean. */
const DENSE_CHARS_A_WORD = 2;
const isDense = (unit: number): boolean => unit >= 0x3040 && unit <= 0xd7af;
/** True for white space of the markup and the no-break space. */
const isBlank = (unit: number): boolean => unit <= 0x20 || unit === 0xa0;

/** Underlines that a page of few words may have. */
const MIN_ROOM = 18;
/**
 * Underlines in 1,000 words of paragraphs. The goal is 30 in an article, but paragraphs of teasers
 * around it count here too.
 */
const MAX_IN_1000_WORDS = 22;

/** Characters between two members of an enumeration: a comma, blanks, a short word. */
const MAX_GAP = 6;
/** Members of an enumeration that are underlined. */
const MAX_MEMBERS = 3;

/** Cached numbers of words, so that only new flows are counted after a change. */
const counted = new WeakMap<object, number>();

/** The number of words of a paragraph; 0 for other flows. */
export function proseWords(flow: { readonly text: string }): number {
  if (flow.text.length < MIN_PROSE_CHARS) return 0;
  let words = counted.get(flow);
  if (words === undefined) counted.set(flow, (words = wordsIn(flow.text)));
  return words;
}

function wordsIn(text: string): number {
  let words = 0;
  let dense = 0;
  let isInside = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (isDense(unit)) dense++;
    const wasInside = isInside;
    isInside = !isBlank(unit) && !isDense(unit);
    if (isInside && !wasInside) words++;
  }
  return words + Math.round(dense / DENSE_CHARS_A_WORD);
}

/** The number of underlines that the paragraphs of a page may have. */
export const maxUnderlines = (words: number): number =>
  Math.max(MIN_ROOM, Math.floor((words * MAX_IN_1000_WORDS) / 1000));

/**
 * Groups of underlines in the order in which they are dropped: all of one group before any of the
 * next.
 */
const BODY = 0;
const REPEAT = 1;
const MEMBER = 2;
const OTHER = 3;

interface Underline {
  /** Index among the mentions. */
  place: number;
  rank: number;
  /** Number of underlines in the paragraph up to this one. */
  crowd: number;
}

/** The underlines in paragraphs, in reading order. */
function* underlinesIn(
  mentions: readonly SpanInBlock[],
  levels: readonly MarkLevel[],
  words: readonly number[],
): Generator<void, Underline[]> {
  const found: Underline[] = [];
  let before: SpanInBlock | null = null;
  let member = 0;
  let inBlock = 0;
  let lastBlock = -1;
  const look = ([place, mention]: [number, SpanInBlock]): void => {
    const { block, kind, start, generic } = mention;
    const goesOn = before?.block === block && before.kind === kind && start - before.end <= MAX_GAP;
    member = goesOn ? member + 1 : 0;
    before = mention;
    const from = levels[place]?.from;
    const length = words[block] ?? 0;
    if (length === 0 || from === 'all') return;
    inBlock = block === lastBlock ? inBlock + 1 : 1;
    lastBlock = block;
    const rank = generic ? BODY : from === 'normal' ? REPEAT : member >= MAX_MEMBERS ? MEMBER : OTHER;
    found.push({ place, rank, crowd: inBlock / length });
  };
  yield* inSteps(mentions.entries(), look, MENTIONS_A_STEP);
  return found;
}

/** The `crowd` of the n-th underline, counted from the most crowded. */
function crowdOfThe(many: number, underlines: readonly Underline[]): number {
  const crowds = Float64Array.from(underlines, ({ rank, crowd }) => (rank === OTHER ? crowd : 0)).sort();
  return crowds[crowds.length - many] ?? 0;
}

/**
 * Removes underlines in paragraphs from `levels` until at most `room` are left. `words`: by block.
 * Returns the number of underlines before.
 */
export function* thinOut(
  mentions: readonly SpanInBlock[],
  levels: MarkLevel[],
  words: readonly number[],
  room: number,
): Generator<void, number> {
  const underlines = yield* underlinesIn(mentions, levels, words);
  let tooMany = underlines.length - room;
  function* leaveOut(givesWay: (one: Underline) => boolean): Generator<void> {
    // Underlines further down the page are dropped first.
    for (let k = underlines.length - 1; k >= 0 && tooMany > 0; k--) {
      if (k % MENTIONS_A_STEP === 0) yield;
      const one = underlines[k] as Underline;
      if (levels[one.place]?.from === 'all' || !givesWay(one)) continue;
      levels[one.place] = { repeat: false, from: 'all' };
      tooMany--;
    }
  }
  for (const rank of [BODY, REPEAT, MEMBER]) yield* leaveOut((one) => one.rank === rank);
  if (tooMany > 0) {
    const most = crowdOfThe(tooMany, underlines);
    yield* leaveOut(({ rank, crowd }) => rank === OTHER && crowd > most);
    yield* leaveOut(({ rank, crowd }) => rank === OTHER && crowd === most);
  }
  return underlines.length;
}
