/**
 * Lines without any capital, as some newsrooms write their headlines and some people their posts:
 * names are looked for there in small letters.
 */
import { any, endOfRun, isLower, isSpace, isUpper, startOfRun, startsLower } from './characters.ts';

const MIN_WORDS = 4;

/** The line that was asked about last: the names of a line are asked about one after another. */
let known = { text: '', start: 0, end: 0, isSmall: false };

/**
 * True if the line around `at` is of that kind, and no line of prose that merely has no capital in
 * it.
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

/** Case of the line in [start, end); `end` below 0: it is the last one. */
function isSmall(text: string, start: number, end: number): boolean {
  const line = end < 0 ? text.slice(start) : text.slice(start, end);
  if (any(line, isUpper) || line.trim().split(/\s+/).length < MIN_WORDS) return false;
  return !runsOn(text, start) && (end < 0 || !startsLower(text.charAt(endOfRun(text, end + 1, isSpace))));
}

/** True if the text before the line at `start` has no stop at its end. */
function runsOn(text: string, start: number): boolean {
  const end = startOfRun(text, start, 0, isSpace);
  return end > 0 && end < start && !/[.!?…:]/.test(text.charAt(end - 1));
}
