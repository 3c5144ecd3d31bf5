/**
 * Thins out underlines in paragraphs that have more of them than a user reads past. Bodies are left
 * out first, then things underlined in an earlier section, then the later members of a list of one
 * kind, then the last in the paragraphs that have most. Cells, links and headings keep theirs: a
 * table of prices is looked up, not read.
 */
import { inSteps } from '../text/steps.ts';
import { MENTIONS_A_STEP, type Standing } from './repeats.ts';

interface Found {
  block: number;
  start: number;
  end: number;
  kind: string;
  generic: boolean;
}

/** A shorter text is a heading, a link or a cell, not a paragraph. */
const MIN_PROSE_CHARS = 100;
/** Of Chinese, Japanese and Korean, which are written without blanks or in short syllables. */
const DENSE_CHARS_A_WORD = 2;
const isDense = (unit: number): boolean => unit >= 0x3040 && unit <= 0xd7af;
/** Blanks of the page's markup, and the no-break space. */
const isBlank = (unit: number): boolean => unit <= 0x20 || unit === 0xa0;

/** Underlines in a page of few words: no paragraph is crowded before. */
const MIN_ROOM = 18;
/**
 * Underlines in 1,000 words of paragraphs. The goal is 30 in an article; paragraphs of teasers
 * around it count here too.
 */
const MAX_IN_1000_WORDS = 22;

/** Characters between two members of a list: a comma, blanks, a short word. */
const MAX_GAP = 6;
/** Members of a list that are underlined. */
const MAX_MEMBERS = 3;

/** Words by flow: after a change only new flows are counted. */
const counted = new WeakMap<object, number>();

/** The number of words of a paragraph; 0 for a flow that is none. */
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

/** How many underlines the paragraphs of a page have room for. */
export const roomIn = (words: number): number => Math.max(MIN_ROOM, Math.floor((words * MAX_IN_1000_WORDS) / 1000));

/** The order in which underlines are left out: all of one group go before any of the next. */
const BODY = 0;
const REPEAT = 1;
const MEMBER = 2;
const OTHER = 3;

interface Underline {
  /** Its place among the mentions. */
  place: number;
  rank: number;
  /** The number of underlines in its paragraph up to this one. */
  crowd: number;
}

/** The underlines in paragraphs, in reading order. */
function* underlinesIn(
  mentions: readonly Found[],
  standings: readonly Standing[],
  words: readonly number[],
): Generator<void, Underline[]> {
  const found: Underline[] = [];
  let before: Found | null = null;
  let member = 0;
  let inBlock = 0;
  let lastBlock = -1;
  const look = ([place, mention]: [number, Found]): void => {
    const { block, kind, start, generic } = mention;
    const goesOn = before?.block === block && before.kind === kind && start - before.end <= MAX_GAP;
    member = goesOn ? member + 1 : 0;
    before = mention;
    const from = standings[place]?.from;
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

/** The crowd of the underline at place `many` from the top, counted from the most crowded. */
function crowdOfThe(many: number, underlines: readonly Underline[]): number {
  const crowds = Float64Array.from(underlines, ({ rank, crowd }) => (rank === OTHER ? crowd : 0)).sort();
  return crowds[crowds.length - many] ?? 0;
}

/**
 * `words` by block. Of the underlines in paragraphs, as many are left out of `standings` as are too
 * many for `room`. Returns how many were wished for.
 */
export function* thinOut(
  mentions: readonly Found[],
  standings: Standing[],
  words: readonly number[],
  room: number,
): Generator<void, number> {
  const underlines = yield* underlinesIn(mentions, standings, words);
  let tooMany = underlines.length - room;
  function* leaveOut(givesWay: (one: Underline) => boolean): Generator<void> {
    // Later ones of the page go first.
    for (let k = underlines.length - 1; k >= 0 && tooMany > 0; k--) {
      if (k % MENTIONS_A_STEP === 0) yield;
      const one = underlines[k] as Underline;
      if (standings[one.place]?.from === 'all' || !givesWay(one)) continue;
      standings[one.place] = { repeat: false, from: 'all' };
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
