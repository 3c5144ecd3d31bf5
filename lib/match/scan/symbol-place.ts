/**
 * Tests if the symbol of a metal may be at a place in a text: a cell of a table or an item of a
 * list. Elsewhere "In", "As" and "He" are words.
 */
import { languages } from '../languages/index.ts';
import { isSpace } from '../text/characters.ts';

const JOINTS = '|\t\n;:,，、/+·•';
const WORD_BEFORE = /(?:^|\s)(\S{1,3})$/;
const WORD_AFTER = /^(\S{1,3})\s/;
const FIGURE = /^(?:(?:US)?[$€£¥]|[+-]?\d)/;
/** "In 2025, the minister", "As 12 firms": a word after the figure makes a sentence of it. */
const WORD_AFTER_FIGURE = /^[+-]?\d[\d.,]{0,12}\s+\p{L}{2}/u;
const MAX_FIGURE_LENGTH = 24;
/** Blanks between a symbol and the sign next to it. */
const MAX_BLANKS = 8;

/** True for a word between two items of a list: "and", "&". */
function isItemJoint(word: string): boolean {
  const { bodies, sentences } = languages();
  return word === '&' || bodies.joints.has(word) || sentences.rowJoints.has(word);
}

const endsWithJoint = (text: string): boolean => isItemJoint(WORD_BEFORE.exec(text)?.[1] ?? '');
/** True if a figure or a further item follows. */
const startsNext = (rest: string): boolean => FIGURE.test(rest) || isItemJoint(WORD_AFTER.exec(rest)?.[1] ?? '');

export function isSymbolPlace(text: string, start: number, end: number): boolean {
  let from = start;
  while (from > 0 && start - from < MAX_BLANKS && isSpace(text.charCodeAt(from - 1))) from--;
  let to = end;
  while (to < text.length && to - end < MAX_BLANKS && isSpace(text.charCodeAt(to))) to++;
  const [before, after] = [text.charAt(from - 1), text.charAt(to)];
  const isJoined = to < text.length && JOINTS.includes(after);
  const opens =
    from === 0 ||
    JOINTS.includes(before) ||
    (before === '(' && isJoined) ||
    endsWithJoint(text.slice(Math.max(0, from - 4), from));
  if (!opens) return false;
  const isWordToo = languages().bodies.likeSymbols.has(text.slice(start, end));
  if (isWordToo && WORD_AFTER_FIGURE.test(text.slice(to, to + MAX_FIGURE_LENGTH))) return false;
  const rest = text.slice(to, to + 4);
  // In "Millener, P. (1993)" the letter is an initial.
  const isStopped = end - start > 1 ? /^\.(?:\s|$)/ : /^\.\s*$/;
  return to === text.length || isJoined || after === ')' || isStopped.test(rest) || startsNext(rest);
}
