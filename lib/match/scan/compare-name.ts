/** Compares a name with the text at which the hashes of its words were found. */
import {
  DIGIT,
  EAST,
  HANGUL,
  HYPHEN,
  KATAKANA,
  LETTER,
  SPACE,
  SYMBOL,
  isCjk,
  isUpper,
  isWord,
  unitAt,
  type Units,
} from '../text/code-units.ts';
import { AMPERSAND_WORD, PLURAL_LETTER } from '../languages/english.ts';
import { TARGET_LANG_SHIFT } from '../names/compiled-names.ts';
import { isAttached } from '../text/attached-words.ts';
import { CASE, CASE_EXACT, CASE_CAPITAL, ACCENTS, ACCENTED, PLURAL } from '../names/name-flags.ts';

const PLURAL_UNIT = PLURAL_LETTER.charCodeAt(0);

/** True if case and accents of a unit of the text fit the name. */
function sameLetter(unit: number, name: number, first: boolean, flags: number): boolean {
  const upper = isUpper(name);
  if ((flags & CASE) >= CASE_EXACT) {
    if (isUpper(unit) !== upper) return false;
  } else if ((flags & CASE) === CASE_CAPITAL && upper && first && !isUpper(unit)) return false;
  if (
    unit !== name &&
    (flags & ACCENTS || (unit >= 0xc0 && unit <= 0x24f && ACCENTED.has(flags >>> TARGET_LANG_SHIFT)))
  )
    return String.fromCharCode(unit).toLowerCase() === String.fromCharCode(name).toLowerCase();
  return true;
}

/**
 * The end of `name` in `text` if it starts at `start`, or -1. Compares letters, separators between
 * words and, if the name requires them, case and accents.
 */
export function nameEnd(units: Units, text: string, start: number, name: string, flags: number): number {
  const to = name.length;
  let i = start;
  let j = 0;
  let previous = 0;
  let wordLength = 0;
  while (j < to) {
    const want = name.charCodeAt(j);
    // The name is East Asian and the text is not.
    if (want >= EAST && !units.east) return -1;
    const wanted = unitAt(units, want);
    const wantedKind = wanted >>> 16;
    const unit = text.charCodeAt(i);
    if (!isWord(wantedKind) && wantedKind !== SYMBOL) {
      i = want === BLANK ? pastBlank(units, text, i) : pastSigns(units, text, i, wantedKind === HYPHEN);
      if (i < 0) return -1;
      j = want === BLANK ? j + 1 : endOfSigns(units, name, j);
      previous = SPACE;
      wordLength = 0;
    } else if (unit === AMPERSAND && want !== AMPERSAND) {
      if (name.slice(j, j + AMPERSAND_WORD.length).toLowerCase() !== AMPERSAND_WORD) return -1;
      i++;
      j += AMPERSAND_WORD.length;
      previous = LETTER;
      wordLength = AMPERSAND_WORD.length;
    } else if (unitAt(units, unit) === wanted) {
      if (!sameLetter(unit, want, previous !== LETTER, flags)) return -1;
      wordLength = wantedKind === previous ? wordLength + 1 : 1;
      previous = wantedKind;
      i++;
      j++;
    } else if (unit === DOT && previous === LETTER && wantedKind === LETTER) i++;
    else {
      i = joinedGap(units, text, i, previous, wantedKind, wordLength);
      if (i < 0) return -1;
      previous = SPACE;
    }
  }
  return i;
}

const [BLANK, AMPERSAND, DOT] = [32, 38, 46];

/**
 * The offset after the separators that match a blank of the name, or -1 if the words are not
 * separated.
 */
function pastBlank(units: Units, text: string, at: number): number {
  const next = skipSeparators(units, text, at);
  return next === at && !mayJoin(classAt(units, text, at - 1), classAt(units, text, at)) ? -1 : next;
}

/** The end of a run of signs in a name: neither letters nor digits nor symbols. */
function endOfSigns(units: Units, name: string, at: number): number {
  let end = at;
  while (end < name.length && !isNameUnit(units, name.charCodeAt(end))) end++;
  return end;
}

const MAX_SIGNS = 3;
/** The offset after the text's signs, or -1 if there are too many or a dash that the name lacks. */
function pastSigns(units: Units, text: string, at: number, hasDash: boolean): number {
  let i = at;
  for (let signs = 0; i < text.length && !isNameUnit(units, text.charCodeAt(i)); i++) {
    const kind = classAt(units, text, i);
    if (kind !== SPACE && ++signs > MAX_SIGNS) return -1;
    if (!hasDash && kind === HYPHEN && classAt(units, text, i - 1) === SPACE) return -1;
  }
  return i;
}

const classAt = (units: Units, text: string, at: number) => unitAt(units, text.charCodeAt(at)) >>> 16;

function isNameUnit(units: Units, code: number): boolean {
  const kind = unitAt(units, code) >>> 16;
  return isWord(kind) || kind === SYMBOL;
}

/** True if two words need no space between them: "RTX4090", "SK海力士", and compounds in Korean. */
const mayJoin = (before: number, after: number) =>
  (before !== after && isWord(before) && isWord(after)) || (before === HANGUL && after === HANGUL);

/** The `>` of quoted mail. */
const QUOTE_SIGN = 62;

/**
 * The offset after spaces with at most one hyphen and one line break, or `at` if there are none. A
 * hyphen after a space is a dash.
 */
function skipSeparators(units: Units, text: string, at: number): number {
  let i = at;
  let hyphens = 0;
  let lines = 0;
  for (; i < text.length; i++) {
    const kind = classAt(units, text, i);
    if (kind === HYPHEN) {
      if (++hyphens > 1 || i > at) return at;
    } else if (kind !== SPACE) {
      if (lines === 0 || text.charCodeAt(i) !== QUOTE_SIGN) break;
    } else if (text.charCodeAt(i) === 10 && ++lines > 1) return at;
  }
  return i;
}

/** True if a space is one of several between single characters, as in widely set text. */
function isSetWide(units: Units, text: string, at: number): boolean {
  const parts = (place: number) =>
    classAt(units, text, place) === SPACE &&
    isCjk(classAt(units, text, place - 1)) &&
    isCjk(classAt(units, text, place + 1));
  return parts(at - 2) || parts(at + 2);
}

/**
 * The start of the next word if the text may separate two words that the name joins (H-20, RTX
 * 4090); otherwise -1. `before`: 0 at the start of the name.
 */
function joinedGap(units: Units, text: string, at: number, before: number, after: number, length: number): number {
  if (before === 0 || before === SPACE) return -1;
  const next = skipSeparators(units, text, at);
  if (next === at) return -1;
  const gap = text.slice(at, next);
  const mixed = isCjk(before) !== isCjk(after);
  if (mixed || before === SYMBOL || after === SYMBOL) return next;
  // Broken at the end of a line, or widely set: 商 务 部.
  if (isCjk(before))
    return (gap.trim() === '' && gap.includes('\n')) || (isSetWide(units, text, at) && next === at + 1) ? next : -1;
  if (before === after) return -1;
  if (next === at + 1 && classAt(units, text, at) === HYPHEN) return next;
  return before === LETTER && length >= 2 && gap.trim() === '' ? next : -1;
}

/** True if a name may start here: not inside a word of its own script. */
export function startsWord(units: Units, text: string, start: number): boolean {
  const kind = classAt(units, text, start);
  const before = classAt(units, text, start - 1);
  if (kind === LETTER || kind === DIGIT) return before !== LETTER && before !== DIGIT;
  if (kind === KATAKANA) return before !== KATAKANA;
  if (kind === HANGUL) return before !== HANGUL;
  return true;
}

/** The end of the name with its plural ending, or -1 if it would end inside a word. */
export function endsWord(units: Units, text: string, start: number, end: number, flags: number): number {
  const last = classAt(units, text, end - 1);
  const next = classAt(units, text, end);
  if (last === LETTER || last === DIGIT) {
    if (next !== LETTER && next !== DIGIT) return end;
    // "L40S" is not the plural of "L40".
    if (
      !(flags & PLURAL) ||
      (last === DIGIT && isUpper(text.charCodeAt(end))) ||
      (unitAt(units, text.charCodeAt(end)) & 0xffff) !== PLURAL_UNIT
    )
      return -1;
    const after = classAt(units, text, end + 1);
    return after === LETTER || after === DIGIT ? -1 : end + 1;
  }
  if (last === KATAKANA) return next === KATAKANA ? -1 : end;
  // A single syllable after a bracket, a letter or a digit is a particle: (BIS)은, H20은.
  if (last === HANGUL && end - start === 1 && start > 0 && !/[\s·,、/([「“‘]/.test(text.charAt(start - 1))) return -1;
  if (last === HANGUL && next === HANGUL) return isAttached(units, text, start, end) ? end : -1;
  return end;
}
