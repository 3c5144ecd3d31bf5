/**
 * Recognises lines without capitals, as in some headlines and posts, where names may be in lower
 * case.
 */
import { someUnit, endOfRun, isLower, isSpace, isUpper, startOfRun, startsLower } from './characters.ts';

const MIN_WORDS = 4;

/** A cache of the last line, because the names of a line are examined one after another. */
let known = { text: '', start: 0, end: 0, isSmall: false };

/**
 * True if the line around `at` is written in lower case, and is not a line of prose that happens to
 * have no capital.
 */
export function inLowerCase(text: string, at: number): boolean {
  if (!isLower(text.charCodeAt(at))) return false;
  if (text !== known.text || at < known.start || at >= known.end) {
    const start = text.lastIndexOf('\n', at) + 1;
    const end = text.indexOf('\n', at);
    known = { text, start, end: end < 0 ? text.length : end, isSmall: isSmall(text, start, end) };
  }
  return known.isSmall;
}

/** True if the line in [start, end) has no capitals. `end` below 0: the line is the last. */
function isSmall(text: string, start: number, end: number): boolean {
  const line = end < 0 ? text.slice(start) : text.slice(start, end);
  if (someUnit(line, isUpper) || line.trim().split(/\s+/).length < MIN_WORDS) return false;
  return !runsOn(text, start) && (end < 0 || !startsLower(text.charAt(endOfRun(text, end + 1, isSpace))));
}

/** True if the text before the line at `start` does not end a sentence. */
function runsOn(text: string, start: number): boolean {
  const end = startOfRun(text, start, 0, isSpace);
  return end > 0 && end < start && !/[.!?…:]/.test(text.charAt(end - 1));
}
