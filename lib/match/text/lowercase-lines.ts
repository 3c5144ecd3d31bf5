/** Lines without any capital, as some desks write their headlines and some people their posts: names are looked for there in small letters. */
import { any, isLower, isUpper, startsLower } from './characters.ts';

const FEWEST_WORDS = 4;

/** The line that was asked about last: the names of a line are asked about one after another. */
let known = { text: '', start: 0, end: 0, isSmall: false };

/** Whether the line around `at` is of that kind, and no line of prose that merely has no capital in it. */
export function inLowerCase(text: string, at: number): boolean {
  if (!isLower(text.charCodeAt(at))) return false;
  if (text !== known.text || at < known.start || at >= known.end) {
    const start = text.lastIndexOf('\n', at) + 1;
    const end = text.indexOf('\n', at);
    known = { text, start, end: end < 0 ? text.length : end, isSmall: isSmall(text, start, end) };
  }
  return known.isSmall;
}

/** Of the line in [start, end); `end` below 0: it is the last one. */
function isSmall(text: string, start: number, end: number): boolean {
  const line = end < 0 ? text.slice(start) : text.slice(start, end);
  if (any(line, isUpper) || line.trim().split(/\s+/).length < FEWEST_WORDS) return false;
  return !/[^\s.!?…:]\s*\n$/.test(text.slice(0, start)) && (end < 0 || !startsLower(text.slice(end + 1).trimStart()));
}
