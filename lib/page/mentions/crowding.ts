/**
 * Where paragraphs have more underlines than a user reads past, some are left out: bodies first,
 * then what was underlined in an earlier section, then the later members of a list of things of one
 * kind, then the last in the paragraphs that have most. Cells, links and headings keep theirs: a
 * table of prices is looked up, not read.
 */
import type { Standing } from './repeats.ts';

interface Found {
  block: number;
  start: number;
  end: number;
  kind: string;
  generic: boolean;
}

/** A text of fewer characters is a heading, a link or a cell. */
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

/** The words of a paragraph; 0 of what is none. */
export function proseWords(text: string): number {
  if (text.length < MIN_PROSE_CHARS) return 0;
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

/** True for members of a list of things of one kind, behind the first few. */
function laterMembers(mentions: readonly Found[]): boolean[] {
  let member = 0;
  return mentions.map(({ block, start, kind }, i) => {
    const before = mentions[i - 1];
    const goesOn = before?.block === block && before.kind === kind && start - before.end <= MAX_GAP;
    member = goesOn ? member + 1 : 0;
    return member >= MAX_MEMBERS;
  });
}

/** `words` by block. Of the underlines in paragraphs, as many are left out as are too many. */
export function thinOut(
  mentions: readonly Found[],
  standings: Standing[],
  words: readonly number[],
  room: number,
): number {
  const underlined = mentions.flatMap(({ block }, i) => (words[block] && standings[i]?.from !== 'all' ? i : []));
  if (underlined.length <= room) return underlined.length;
  const isLater = laterMembers(mentions);
  const before = new Map<number, number>();
  /** How crowded a paragraph is up to each underline. */
  const crowd = new Map<number, number>();
  for (const i of underlined) {
    const block = mentions[i]?.block ?? 0;
    const place = (before.get(block) ?? 0) + 1;
    before.set(block, place);
    crowd.set(i, place / (words[block] ?? 1));
  }
  const [bodies, repeats, members, others]: number[][] = [[], [], [], []];
  for (const i of underlined.reverse()) {
    if (mentions[i]?.generic) bodies?.push(i);
    else if (standings[i]?.from === 'normal') repeats?.push(i);
    else (isLater[i] ? members : others)?.push(i);
  }
  others?.sort((a, b) => (crowd.get(b) ?? 0) - (crowd.get(a) ?? 0));
  const inTurn = [bodies, repeats, members, others].flatMap((some) => some ?? []);
  for (const i of inTurn.slice(0, underlined.length - room)) standings[i] = { repeat: false, from: 'all' };
  return underlined.length;
}
