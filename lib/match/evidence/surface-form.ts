/** Evidence from the form of a word: part of a web address, a proper name, a compound, a plural. */
import { languages } from '../languages/index.ts';
import { isSigned } from './person-names.ts';
import {
  everyUnit,
  someUnit,
  endOfRun,
  isInWord,
  isLetter,
  isLetterOrDigit,
  isUpper,
  startOfRun,
  startsUpper,
} from '../text/characters.ts';
import { FIRST_WIDE } from '../text/characters.ts';
import { styleOf, type Style } from '../text/sentences.ts';

/** Signs that join parts of an address. */
const ADDRESS_SIGNS = '/.@-=&_:?%';

/** True if the span is part of a web or mail address, a file name or a handle. */
export function isAddress(text: string, start: number, end: number): boolean {
  const before = text.charAt(start - 1);
  if (before === '@') return true;
  // Most spans are between spaces and are decided here.
  if (!ADDRESS_SIGNS.includes(before || ' ') && !ADDRESS_SIGNS.includes(text.charAt(end) || ' ')) return false;
  let from = start;
  while (from > 0 && start - from < 300 && !/[\s"'<>（）()，。、]/.test(text.charAt(from - 1))) from--;
  let to = end;
  while (to < text.length && to - end < 300 && !/[\s"'<>（）()，。、]/.test(text.charAt(to))) to++;
  const run = text.slice(from, to);
  if (/:\/\/|^www\.|[\w.]@\w/.test(run)) return true;
  return (
    /(?:^|[./])[\w-]+\.(?:com|org|net|gov|cn|io|html?|php|pdf|co|eu|de|uk|jp|kr|fr|tv|ai)(?:[/?#:.,]|$)/.test(run) &&
    run.length > end - start
  );
}

/**
 * True for a word such as 能源部门 ("the energy sector"), which starts like the name of a ministry,
 * 能源部. In 部门口 ("at the ministry's gate") it is the ministry.
 */
export const isSector = (text: string, end: number): boolean =>
  text.charCodeAt(end - 1) >= FIRST_WIDE && languages().bodies.sector.test(text.slice(end - 1, end + 2));

/** The word after `end` and one space, or ''. */
export function wordAfter(text: string, end: number): string {
  if (text.charCodeAt(end) !== 32 || !isLetter(text.charCodeAt(end + 1))) return '';
  return text.slice(end + 1, endOfRun(text, end + 2, isInWord, Math.min(text.length, end + 40)));
}

/** The word before `start` and one space (with its `'s`), or ''. */
export function wordBefore(text: string, start: number): string {
  if (!/\s/.test(text.charAt(start - 1)) || start < 2) return '';
  let from = start - 1;
  while (from > 0 && start - from < 40 && (isInWord(text.charCodeAt(from - 1)) || /[.&-]/.test(text.charAt(from - 1))))
    from--;
  return text.slice(from, start - 1);
}

/** True for capitalised words that are not part of a longer name. */
const isHarmless = (word: string) => languages().capitals.openers.has(word) || languages().capitals.calendar.has(word);

/**
 * True for a capitalised word that may be part of a proper name; false for abbreviations (APT,
 * ETF).
 */
export const isNamePart = (text: string) =>
  startsUpper(text) &&
  !isHarmless(text) &&
  text.length > 1 &&
  (text !== text.toUpperCase() || languages().longerNames.companyForms.has(text));

/** True if a word is in the possessive: "Beijing's". */
export const isOwner = (word: string): boolean => languages().possessive.end.test(word);

const MIN_TITLE_WORDS = 4;

/**
 * True if the span is in a title within a sentence: in brackets or quotes, most words capitalised.
 */
function inTitle(text: string, start: number, end: number): boolean {
  let from = start;
  while (from > 0 && start - from < 160 && !/[()（）“”"《》「」\n]/.test(text.charAt(from - 1))) from--;
  let to = end;
  while (to < text.length && to - end < 160 && !/[()（）“”"《》「」\n]/.test(text.charAt(to))) to++;
  if (from === 0 || to === text.length) return false;
  const title = text.slice(from, to);
  return title.split(/\s+/).length >= MIN_TITLE_WORDS && styleOf(title).title;
}

const QUOTES = '“”„‘’"«»';

/** UTF-16 units before "&" in which the other partner's name is read: "Sterling & Cobalt". */
const MAX_PARTNER_UNITS = 30;

function followsPartner(text: string, start: number): boolean {
  if (!text.startsWith(' & ', start - 3)) return false;
  const end = start - 3;
  const name = text.slice(startOfRun(text, end, Math.max(0, start - MAX_PARTNER_UNITS), isLetter), end);
  return someUnit(name.slice(0, -1), isUpper);
}

/**
 * True if a name is a town: "north of Cobalt", "Blackwell, Oklahoma", "the Cobalt railway station".
 */
export const isPlace = (text: string, start: number, end: number): boolean =>
  languages().places.before.test(text.slice(Math.max(0, start - 14), start)) ||
  languages().places.behind.test(text.slice(end, end + 18));

/** Points against a reading that outweigh all evidence for it. */
const VETO_POINTS = 20;

/**
 * Points against a mineral that has a capital where English would not write one: it may be a town,
 * a company, a person, an album. 0, or 2 for the capital, 6 with a capitalised neighbour at the
 * start of a sentence, `VETO_POINTS` within a sentence.
 */
export function properNamePoints(text: string, start: number, end: number, opens: boolean, style: Style): number {
  // Hashtags have capitals anyway: "#Gallium".
  if (style.title || style.capitals || !isUpper(text.charCodeAt(start)) || text.charAt(start - 1) === '#') return 0;
  const name = text.slice(start, end);
  if (isSigned(text, start) || isPlace(text, start, end)) return VETO_POINTS;
  if (name.length > 3 && name === name.toUpperCase()) return 0;
  // "Rare Earth opened for Led Zeppelin": at the start of a sentence only the first word is
  // capitalised anyway.
  const several = name.split(/[\s-]/).slice(1).some(startsUpper);
  if (several && opens) return 2;
  if (inTitle(text, start, end)) return several ? 4 : 0;
  // In quotes it may be a song or a ship: “Titanium” came last.
  if (isInQuotes(text, start, end)) return 6;
  if (opens) return isNameBehind(text, end) ? 6 : 0;
  if (isNameBehind(text, end) || isNameBefore(text, start)) return VETO_POINTS;
  return several ? 4 : 2;
}

const isInQuotes = (text: string, start: number, end: number): boolean =>
  start > 0 && end < text.length && QUOTES.includes(text.charAt(start - 1)) && QUOTES.includes(text.charAt(end));

/** Not for "Antimony Exports": some writers capitalise goods. */
function isNameBehind(text: string, end: number): boolean {
  const after = wordAfter(text, end);
  return isNamePart(after) && !languages().capitals.goods.test(after);
}

function isNameBefore(text: string, start: number): boolean {
  const before = wordBefore(text, start);
  const isPart =
    isNamePart(before) && !before.endsWith('.') && !isOwner(before) && !languages().capitals.people.test(before);
  return isPart || followsPartner(text, start);
}

/** True if a name is an all-capitals abbreviation. */
export const isAbbreviation = (text: string) => text.length > 1 && text.length < 7 && everyUnit(text, isUpper);

/** The text after a name in a row of a table: perhaps a unit, then a figure. */
const ROW_AFTER = /^(?:\s*\([^()\n]{1,24}\))?\s*(?:$|[|\t\n;]|(?:[:–—-]\s*)?(?:US)?[$€£¥]?[+-]?\d)/;
/** True if no letter or digit comes before a name in its cell. */
function opensCell(text: string, start: number): boolean {
  for (let at = start - 1; at >= Math.max(0, start - 12); at--) {
    const code = text.charCodeAt(at);
    // Bar, tab, line break, semicolon.
    if (code === 124 || code === 9 || code === 10 || code === 59) return true;
    if (isLetterOrDigit(code)) return false;
  }
  return true;
}

/** True if a name heads a row or a column: it is alone in its cell or before figures. */
export const headsRow = (text: string, start: number, end: number): boolean =>
  opensCell(text, start) && ROW_AFTER.test(text.slice(end, end + 40));
