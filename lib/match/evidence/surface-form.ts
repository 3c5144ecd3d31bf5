/** Evidence of the form of a word: part of a web address, a proper name, a compound, a plural. */
import { languages } from '../languages/index.ts';
import { isSigned } from './person-names.ts';
import {
  all,
  any,
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

/** Signs that join the parts of an address. */
const ADDRESS_SIGNS = '/.@-=&_:?%';

/** True if the span is part of a web or mail address, a file name or a handle. */
export function isAddress(text: string, start: number, end: number): boolean {
  const before = text.charAt(start - 1);
  if (before === '@') return true;
  // Most spans stand between spaces and are decided here.
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
 * True for a word such as 能源部门 ("the energy sector") that begins like the name of a ministry, 能源部.
 * At its gate (部门口) it is the ministry.
 */
export const isSector = (text: string, end: number): boolean =>
  text.charCodeAt(end - 1) >= FIRST_WIDE && languages().bodies.sector.test(text.slice(end - 1, end + 2));

/** The word right after `end`, one space apart, or ''. */
export function wordAfter(text: string, end: number): string {
  if (text.charCodeAt(end) !== 32 || !isLetter(text.charCodeAt(end + 1))) return '';
  return text.slice(end + 1, endOfRun(text, end + 2, isInWord, Math.min(text.length, end + 40)));
}

/** The word right before `start`, one space apart (`'s` kept), or ''. */
export function wordBefore(text: string, start: number): string {
  if (!/\s/.test(text.charAt(start - 1)) || start < 2) return '';
  let from = start - 1;
  while (from > 0 && start - from < 40 && (isInWord(text.charCodeAt(from - 1)) || /[.&-]/.test(text.charAt(from - 1))))
    from--;
  return text.slice(from, start - 1);
}

/** Capitalised words that are no part of a longer name. */
const isHarmless = (word: string) => languages().capitals.openers.has(word) || languages().capitals.calendar.has(word);

/**
 * A capitalised word that may be part of the same proper name; abbreviations (APT, ETF) are not.
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
 * True if the span is in a title of its own within a sentence: between brackets or quotes, most
 * words with a capital.
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

/** "Sterling & Cobalt": as far back as the other partner's name is looked at. */
const MAX_PARTNER_UNITS = 30;

function followsPartner(text: string, start: number): boolean {
  if (!text.startsWith(' & ', start - 3)) return false;
  const end = start - 3;
  const name = text.slice(startOfRun(text, end, Math.max(0, start - MAX_PARTNER_UNITS), isLetter), end);
  return any(name.slice(0, -1), isUpper);
}

/**
 * True if a name is a town's: "north of Cobalt", "Blackwell, Oklahoma", "the Cobalt railway
 * station".
 */
export const isPlace = (text: string, start: number, end: number): boolean =>
  languages().places.before.test(text.slice(Math.max(0, start - 14), start)) ||
  languages().places.behind.test(text.slice(end, end + 18));

/** Points against a reading that outweigh all evidence for it. */
const VETO_POINTS = 20;

/**
 * A mineral written with a capital where English would not: a town, a firm, a person, an album.
 * Returns 0, or points against: 2 for the capital, 6 with a capitalised neighbour at the start of a
 * sentence, all within one.
 */
export function properNamePoints(text: string, start: number, end: number, opens: boolean, style: Style): number {
  // A tag has a capital whatever it means: "#Gallium".
  if (style.title || style.capitals || !isUpper(text.charCodeAt(start)) || text.charAt(start - 1) === '#') return 0;
  const name = text.slice(start, end);
  if (isSigned(text, start) || isPlace(text, start, end)) return VETO_POINTS;
  if (name.length > 3 && name === name.toUpperCase()) return 0;
  // "Rare Earth opened for Led Zeppelin": only the first word of a sentence may have a capital of
  // its own.
  const several = name.split(/[\s-]/).slice(1).some(startsUpper);
  if (several && opens) return 2;
  if (inTitle(text, start, end)) return several ? 4 : 0;
  // “Titanium” came last: a song, a ship.
  if (isInQuotes(text, start, end)) return 6;
  if (opens) return isNameBehind(text, end) ? 6 : 0;
  if (isNameBehind(text, end) || isNameBefore(text, start)) return VETO_POINTS;
  return several ? 4 : 2;
}

const isInQuotes = (text: string, start: number, end: number): boolean =>
  start > 0 && end < text.length && QUOTES.includes(text.charAt(start - 1)) && QUOTES.includes(text.charAt(end));

/** Not "Antimony Exports": some writers are fond of capitals. */
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
export const isAbbreviation = (text: string) => text.length > 1 && text.length < 7 && all(text, isUpper);

/**
 * The text that may follow a name in a row of a table: a unit, where it is quoted, and the figure.
 */
const ROW_AFTER = /^(?:\s*\([^()\n]{1,24}\))?\s*(?:$|[|\t\n;]|(?:[:–—-]\s*)?(?:US)?[$€£¥]?[+-]?\d)/;
/** True if all before a name in its cell is no letter and no figure. */
function opensCell(text: string, start: number): boolean {
  for (let at = start - 1; at >= Math.max(0, start - 12); at--) {
    const code = text.charCodeAt(at);
    // The bar, the tab, the line's end, the semicolon.
    if (code === 124 || code === 9 || code === 10 || code === 59) return true;
    if (isLetterOrDigit(code)) return false;
  }
  return true;
}

/** True if a name is the head of a row or a column: alone in its cell or before figures. */
export const headsRow = (text: string, start: number, end: number): boolean =>
  opensCell(text, start) && ROW_AFTER.test(text.slice(end, end + 40));
