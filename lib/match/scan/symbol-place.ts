/**
 * Tells if a place in a text is one for the symbol of a metal: a cell of a table or an item of a
 * list. "In", "As" and "He" are words everywhere else.
 */
import { isSpace } from '../text/characters.ts';

const JOINTS = '|\t\n;:,，、/+·•';
const ITEM_BEFORE = /(?:^|\s)(?:and|or|und|et|y|e|&)$/;
const ITEM_AFTER = /^(?:and|or|und|et|y|e|&)\s/;
const FIGURE = /^(?:(?:US)?[$€£¥]|[+-]?\d)/;
/** Blanks between a symbol and the sign beside it. */
const MAX_BLANKS = 8;

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
    ITEM_BEFORE.test(text.slice(Math.max(0, from - 4), from));
  if (!opens) return false;
  const rest = text.slice(to, to + 4);
  // "Millener, P. (1993)" is a person.
  const isStopped = end - start > 1 ? /^\.(?:\s|$)/ : /^\.\s*$/;
  return (
    to === text.length || isJoined || after === ')' || [isStopped, FIGURE, ITEM_AFTER].some((one) => one.test(rest))
  );
}
