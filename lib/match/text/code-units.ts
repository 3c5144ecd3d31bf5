/**
 * A table of the class and the folded form of every UTF-16 unit: `unitAt(units, c) = class << 16 |
 * folded`. Case, width, accents, hyphens and spaces fold one unit to one unit, so offsets do not
 * change. Units whose folding changes the length (soft hyphens, combining marks, ligatures) are
 * SPECIAL; normalize.ts removes them beforehand.
 */
import { lazily } from '../../core/lazily.ts';

/** The classes of units. OTHER: punctuation, signs and whatever has no class of its own. */
export const OTHER = 0;
export const LETTER = 1;
export const DIGIT = 2;
/** A unit that counts as a word: % § + and & (read as "and"). */
export const SYMBOL = 3;
/** East Asian characters, each of which is a word. */
export const HAN = 4;
export const HIRAGANA = 5;
export const KATAKANA = 6;
export const HANGUL = 7;
/** White space and line breaks. */
export const SPACE = 8;
/** Hyphens and dashes, which fold to one. */
export const HYPHEN = 9;
/** Units that normalize.ts removes. */
export const SPECIAL = 10;

/** The first unit of East Asian scripts; all alphabets come before. */
export const EAST = 0x3000;
const HAN_START = 0x3400;
const HAN_END = 0xa000;
/** The first unit of compatibility Han and of other widths. */
const FORMS = 0xf900;
const SIZE = 0x10000;

/** The East Asian part of the table. `eastAt` computes what is equal for long runs of units. */
interface East {
  /** The folded character of each Han character; 0 if it does not change. */
  han: Uint16Array<ArrayBuffer>;
  /** Like `low`, for units from EAST and from FORMS on. */
  marks: Int32Array<ArrayBuffer>;
  forms: Int32Array<ArrayBuffer>;
}

/**
 * The table. Most pages have no East Asian text, so that part is made when first needed. A single
 * table of all units would take twice the memory.
 */
export interface Units {
  low: Int32Array<ArrayBuffer>;
  east: East | null;
}

/**
 * The class of an East Asian unit in the upper 16 bits, its folded unit in the lower; 0 for others.
 */
export function eastAt({ han, marks, forms }: East, code: number): number {
  if (code >= HAN_START && code < HAN_END) {
    const folded = han[code - HAN_START] as number;
    return folded === 0 ? 0 : (HAN << 16) | folded;
  }
  if (code < HAN_START) return marks[code - EAST] as number;
  if (code >= 0xac00 && code <= 0xd7a3) return (HANGUL << 16) | code;
  return code >= FORMS ? (forms[code - FORMS] as number) : 0;
}

/** Also 0 after the end of a text, where the code is NaN. */
export const unitAt = ({ low, east }: Units, code: number): number =>
  code < EAST ? (low[code] as number) : east !== null && code >= EAST ? eastAt(east, code) : 0;

/** The East Asian table has two further hyphens. */
const HYPHENS = '-‐‑‒–—―−⁃';
const HYPHEN_UNIT = (HYPHEN << 16) | 0x2d;

const isBase = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0xdf && code < 0x250) || (code >= 0x370 && code < 0x530);

type Table = Int32Array<ArrayBuffer>;

/** `start`: the unit of the table's first cell. */
function fill(table: Table, from: number, to: number, kind: number, start = 0): void {
  let value = (kind << 16) | from;
  for (let code = from; code <= to; code++) table[code - start] = value++;
}

/** Folds all letters in one call: single calls would take a third of the start in a page. */
function letters(table: Table, from: number, to: number): void {
  const lines = Array.from({ length: to - from + 1 }, (_, k) => String.fromCharCode(from + k)).join('\n');
  let code = from;
  for (const letter of lines.toLowerCase().normalize('NFD').split('\n')) {
    const base = letter.charCodeAt(0);
    table[code] = (LETTER << 16) | (isBase(base) ? base : code);
    code++;
  }
}

/**
 * Units from EAST on that are not OTHER, as emoji, private use and object replacement characters
 * are.
 */
const EASTERN = /[\u3000-\ud7ff\uf900-\uffef]/;

/** True if the table has all units of a text that are not OTHER. */
export const hasUnitsOf = ({ east }: Units, text: string): boolean => east !== null || !EASTERN.test(text);

/** The units that `addLetters` adds, with marks that normalize.ts joins to such units. */
const FURTHER = /[\xc0-\u1eff]/;

/** Adds letters with accents, Greek and Cyrillic to the table if a text has some. */
export const addLettersOf = (text: string): void => void (FURTHER.test(text) && addLetters());

/** Adds them. They take longer than the rest of the table. */
export const addLetters = lazily(() => {
  const low = alphabets();
  letters(low, 0xc0, 0x24f);
  letters(low, 0x370, 0x52f);
  letters(low, 0x1e00, 0x1eff);
  for (const code of [0xd7, 0xf7, 0x37e, 0x387]) low[code] = 0;
});

/** The table that all share, at first without the letters that `addLetters` adds. */
const alphabets = lazily(() => {
  // Characters outside words stay OTHER and 0.
  const low = new Int32Array(EAST);
  letters(low, 0x41, 0x5a);
  letters(low, 0x61, 0x7a);
  for (const code of [0xaa, 0xba, 0x5f]) low[code] = (LETTER << 16) | code;
  fill(low, 0x30, 0x39, DIGIT);
  for (let k = 0; k < 10; k++) low[0x2080 + k] = (DIGIT << 16) | (0x30 + k);
  for (const code of [0x25, 0x26, 0xa7, 0x2b]) low[code] = (SYMBOL << 16) | code;
  low.fill((SPACE << 16) | 32, 9, 14);
  low.fill((SPACE << 16) | 32, 0x2000, 0x200b);
  for (const code of [32, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f]) low[code] = (SPACE << 16) | 32;
  for (const mark of HYPHENS) low[mark.charCodeAt(0)] = HYPHEN_UNIT;
  fill(low, 0x300, 0x36f, SPECIAL);
  fill(low, 0x1100, 0x11ff, SPECIAL);
  fill(low, 0x200b, 0x200f, SPECIAL);
  fill(low, 0x202a, 0x202e, SPECIAL);
  fill(low, 0x2060, 0x206f, SPECIAL);
  for (const code of [0xad, 0x34f, 0x61c, 0x180e]) low[code] = (SPECIAL << 16) | code;
  return low;
});

/** The table without East Asian units, and without letters until these are added. */
export const shortUnits = (): Units => ({ low: alphabets(), east: null });

/** The table without traditional Chinese, which compiled names add (`addHan`). */
export function makeUnits(): Units {
  addLetters();
  return { low: alphabets(), east: { han: hanTable(), ...eastTables() } };
}

function hanTable(): East['han'] {
  const han = new Uint16Array(HAN_END - HAN_START);
  for (let code = HAN_START; code < HAN_END; code++) han[code - HAN_START] = code;
  // The hexagrams are between the two Han blocks.
  return han.fill(0, 0x4dc0 - HAN_START, 0x4e00 - HAN_START);
}

function eastTables(): Pick<East, 'marks' | 'forms'> {
  const marks = new Int32Array(HAN_START - EAST);
  marks[0] = (SPACE << 16) | 32;
  for (const code of [0x3005, 0x3007]) marks[code - EAST] = (HAN << 16) | code;
  fill(marks, 0x3041, 0x3096, HIRAGANA, EAST);
  fill(marks, 0x30a1, 0x30fa, KATAKANA, EAST);
  fill(marks, 0x30fc, 0x30fe, KATAKANA, EAST);
  for (const code of [0x3099, 0x309a]) marks[code - EAST] = (SPECIAL << 16) | code;
  const forms = new Int32Array(SIZE - FORMS);
  fill(forms, 0xf900, 0xfaff, HAN, FORMS);
  for (let k = 0; k < 10; k++) forms[0xff10 + k - FORMS] = (DIGIT << 16) | (0x30 + k);
  for (const start of [0xff21, 0xff41])
    for (let k = 0; k < 26; k++) forms[start + k - FORMS] = (LETTER << 16) | (0x61 + k);
  forms[0xff05 - FORMS] = (SYMBOL << 16) | 0x25;
  forms[0xff06 - FORMS] = (SYMBOL << 16) | 0x26;
  for (const code of [0xfe63, 0xff0d]) forms[code - FORMS] = HYPHEN_UNIT;
  fill(forms, 0xfb00, 0xfb06, SPECIAL, FORMS);
  fill(forms, 0xfe00, 0xfe0f, SPECIAL, FORMS);
  fill(forms, 0xff61, 0xffdc, SPECIAL, FORMS);
  forms[0xfeff - FORMS] = (SPECIAL << 16) | 0xfeff;
  return { marks, forms };
}

/** Adds Han characters to fold. `pairs`: traditional, simplified, traditional, simplified ... */
export function addHan({ east }: Units, pairs: string): void {
  if (!east) return;
  for (let k = 0; k + 1 < pairs.length; k += 2) east.han[pairs.charCodeAt(k) - HAN_START] = pairs.charCodeAt(k + 1);
}

/** The class of a UTF-16 unit, such as HAN or SPECIAL. */
export const classOf = (units: Units, code: number): number => unitAt(units, code) >>> 16;
/** True for letters, digits and characters of any script. */
export const isWord = (kind: number): boolean => kind === LETTER || kind === DIGIT || (kind >= HAN && kind <= HANGUL);
/** True for the classes from HAN to HANGUL. */
export const isCjk = (kind: number): boolean => kind >= HAN && kind <= HANGUL;

/** True if a unit is an upper-case letter, including full-width ones. */
export function isUpper(code: number): boolean {
  if (code < 0x80) return code >= 65 && code <= 90;
  if (code >= 0xff21 && code <= 0xff3a) return true;
  if (code < 0xc0 || (code > 0x52f && code < 0x1e00) || code > 0x1eff) return false;
  const text = String.fromCharCode(code);
  return text.toLowerCase() !== text;
}
