/** Where sentences start, and how one is written. Made for news: abbreviations, quotes, headlines. */
import { any, endOfRun, isInWord, isLetter, isLetterOrDigit, isLower, startsLower, startsUpper } from './characters.ts';

const ABBREVIATION =
  /(?:^|[\s("“‘'])(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|St|No|Nos|Nr|Art|Sec|Inc|Corp|Co|Ltd|Bros|vs|v|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Abs|Dept|Fig|e\.g|i\.e|(?:[A-Za-z]\.)+[A-Za-z]|z\.B|EE|UU|núm|n)$/;
const CLOSING = /["”’»)\]*_]/;
const OPENING = /["“‘«„([*•#>~`<—–-]/;

/** Whether the line break at `at` ends a sentence: it does unless the text just runs on. */
function lineEnds(text: string, at: number): boolean {
  let next = at + 1;
  while (next < text.length && /\s/.test(text.charAt(next))) next++;
  const after = text.charAt(next);
  if (startsLower(after)) return false;
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const line = text.slice(lineStart, at);
  if (/[,;]\s*$/.test(line)) return false;
  // Hard-wrapped prose has long lines, in which a name may well start the next one; below a short line stands a list.
  const above = lineStart - text.lastIndexOf('\n', lineStart - 2) - 2;
  if (lineStart > 1 && above > 0 && above < 50) return true;
  return !(line.length >= 50 && line.length <= 100 && any(line, isLower)) || /[.!?:]["”’)]?\s*$/.test(line);
}

/** Whether the full stop at `at` belongs to an abbreviation: "No. 18", "Co. Ltd", "U.S. Commerce". */
export const isOfAbbreviation = (text: string, at: number): boolean =>
  ABBREVIATION.test(text.slice(Math.max(0, at - 12), at));

/** What goes on for longer is a table or a list, and is cut between two words. */
const LONGEST = 4000;

/** The starts of the sentences of a text, the first being 0. */
export function sentenceStarts(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 32 && i > LONGEST && i - (starts.at(-1) ?? 0) > LONGEST) starts.push(i);
    else if (code === 0x3002 || code === 0xff01 || code === 0xff1f || code === 0xff61) {
      let end = i + 1;
      while (end < text.length && /[”’」』）"]/.test(text.charAt(end))) end++;
      if (end < text.length) starts.push(end);
      i = end - 1;
    } else if (code === 10) {
      if (lineEnds(text, i) && i + 1 < text.length) starts.push(i + 1);
    } else if (code === 46 || code === 33 || code === 63) {
      let end = i + 1;
      while (end < text.length && CLOSING.test(text.charAt(end))) end++;
      if (end >= text.length || !/\s/.test(text.charAt(end))) continue;
      let next = end;
      for (; next < text.length && (/\s/.test(text.charAt(next)) || OPENING.test(text.charAt(next))); next++) {
        // Tags that were left in a text are no words.
        const tag = text.charAt(next) === '<' ? text.indexOf('>', next) : -1;
        if (tag > 0 && tag - next < 200) next = tag;
      }
      if (isLower(text.charCodeAt(next))) continue;
      if (code === 46 && end === i + 1 && isOfAbbreviation(text, i)) continue;
      starts.push(end);
      i = end - 1;
    }
  }
  return starts;
}

export interface Style {
  /** All words in capitals, as in a teletype headline. */
  capitals: boolean;
  /** Most words start with a capital, as in an English title. */
  title: boolean;
}

const SMALL = new Set([
  'a',
  'an',
  'the',
  'of',
  'in',
  'on',
  'to',
  'for',
  'and',
  'or',
  'as',
  'at',
  'by',
  'from',
  'with',
  'its',
  'is',
  'over',
  'after',
  'amid',
  'into',
  'but',
  'nor',
  'vs',
  'via',
  'de',
  'la',
  'el',
  'du',
  'des',
  'und',
]);

export function styleOf(sentence: string): Style {
  let words = 0;
  let capitalised = 0;
  let upper = 0;
  let plain = 0;
  for (let at = 0; at < sentence.length;) {
    if (!isLetter(sentence.charCodeAt(at))) {
      at++;
      continue;
    }
    const end = endOfRun(sentence, at + 1, isInWord);
    const word = sentence.slice(at, end);
    at = end;
    if (word.length < 2 || SMALL.has(word)) continue;
    words++;
    if (startsUpper(word)) capitalised++;
    else if (word.length >= 4) plain++;
    if (!isLower(word.charCodeAt(1)) && word === word.toUpperCase() && word !== word.toLowerCase()) upper++;
  }
  return {
    capitals: words >= 3 && upper >= words * 0.9,
    title: words >= 3 && plain === 0 && capitalised >= words * 0.6,
  };
}

/** Whether the word at `at` opens its sentence: only quotes, bullets, numbers or a colon stand before it. */
export function opensSentence(text: string, sentenceStart: number, at: number): boolean {
  const before = text.slice(sentenceStart, at);
  const clean = before.includes('<') ? before.replace(/<\/?[a-z][^<>]*>/gi, '') : before;
  const numbering = /\d{1,2}[.)/]\s*$/.exec(clean);
  return opens(clean) || (numbering !== null && opens(clean.slice(0, numbering.index)));
}

/** Whether all of `before` that is no word stands at its start, or behind a colon, a bullet, a dash or a full stop that lost its space. */
function opens(before: string): boolean {
  let from = before.length;
  while (from > 0 && !isLetterOrDigit(before.charCodeAt(from - 1))) from--;
  // A full stop with nothing behind it: "updated twice.Indium".
  return from === 0 || /[:•|]|\s[—–-]|^[.!?]["”’)]?$/.test(before.slice(from));
}
