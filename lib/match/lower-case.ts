/** Lines without any capital, as some desks write their headlines and some people their posts: names are looked for there in small letters. */
import { isLower } from './letters.ts';

const FEWEST_WORDS = 4;
const CAPITAL = /\p{Lu}/u;

/** Whether the line around `at` is of that kind, and no line of prose that merely has no capital in it. */
export function inLowerCase(text: string, at: number): boolean {
  if (!isLower(text.charCodeAt(at))) return false;
  const start = text.lastIndexOf('\n', at) + 1;
  if (CAPITAL.test(text.slice(start, at))) return false;
  const end = text.indexOf('\n', at);
  const line = end < 0 ? text.slice(start) : text.slice(start, end);
  if (CAPITAL.test(line) || line.trim().split(/\s+/).length < FEWEST_WORDS) return false;
  return !/[^\s.!?…:]\s*\n$/.test(text.slice(0, start)) && (end < 0 || !/^\p{Ll}/u.test(text.slice(end + 1).trimStart()));
}
