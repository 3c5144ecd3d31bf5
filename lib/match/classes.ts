/**
 * One table says of every UTF-16 code unit what it folds to and what it is:
 * `units[c] = class << 16 | folded`. Case, width, accents, hyphens and spaces fold one unit to
 * one unit, so positions in a text stay what they are. Units that would change the length (soft
 * hyphens, combining marks, ligatures) are SPECIAL: clean.ts takes them out beforehand.
 */
import { lazily } from '../core/lazily.ts';

export const OTHER = 0;
export const LETTER = 1;
export const DIGIT = 2;
/** One unit that counts as a word: % § + and & (read as "and"). */
export const SYMBOL = 3;
export const HAN = 4;
export const HIRAGANA = 5;
export const KATAKANA = 6;
export const HANGUL = 7;
/** White space and line breaks. */
export const SPACE = 8;
export const HYPHEN = 9;
export const SPECIAL = 10;

export type Units = Int32Array;

const HYPHENS = '-‐‑‒–—―−﹣－⁃';

const isBase = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0xdf && code < 0x250) || (code >= 0x370 && code < 0x530);

/** Only what a table has room for: most of what a short one lacks would be most of what it takes to make it. */
function fill(units: Units, from: number, to: number, kind: number): void {
  const end = Math.min(to + 1, units.length);
  let value = (kind << 16) | from;
  for (let code = from; code < end; code++) units[code] = value++;
}

/** Folded all at once: a call for each letter would be a third of what it takes to start in a page. */
function letters(units: Units, from: number, to: number): void {
  const lines = Array.from({ length: to - from + 1 }, (_, k) => String.fromCharCode(from + k)).join('\n');
  let code = from;
  for (const letter of lines.toLowerCase().normalize('NFD').split('\n')) {
    const base = letter.charCodeAt(0);
    units[code] = (LETTER << 16) | (isBase(base) ? base : code);
    code++;
  }
}

/** Where the scripts of East Asia start. Before it are all alphabets; a table for those alone takes a fifth of the room. */
const EAST = 0x3000;
/** Units from there on that are more than OTHER; emoji, private use and what stands for an object are not. */
const EASTERN = /[\u3000-\ud7ff\uf900-\uffef]/;

/** Whether a table knows all units of a text that are more than OTHER. */
export const knows = (units: Units, text: string): boolean => units.length > EAST || !EASTERN.test(text);

/** The table without traditional Chinese, which the compiled names bring along (`addHan`). `short`: only alphabets. */
export function makeUnits(short = false): Units {
  // What is no part of a word stays OTHER and 0. What is written behind the end of a short table is lost.
  const units = new Int32Array(short ? EAST : 65536);
  letters(units, 0x41, 0x5a);
  letters(units, 0x61, 0x7a);
  letters(units, 0xc0, 0x24f);
  letters(units, 0x370, 0x52f);
  letters(units, 0x1e00, 0x1eff);
  for (const code of [0xd7, 0xf7, 0x37e, 0x387]) units[code] = 0;
  for (const code of [0xaa, 0xba, 0x5f]) units[code] = (LETTER << 16) | code;
  fill(units, 0x30, 0x39, DIGIT);
  for (let k = 0; k < 10; k++) {
    units[0xff10 + k] = units[0x2080 + k] = (DIGIT << 16) | (0x30 + k);
  }
  for (let k = 0; k < 26; k++) units[0xff21 + k] = units[0xff41 + k] = (LETTER << 16) | (0x61 + k);
  fill(units, 0x3400, 0x4dbf, HAN);
  fill(units, 0x4e00, 0x9fff, HAN);
  fill(units, 0xf900, 0xfaff, HAN);
  units[0x3005] = (HAN << 16) | 0x3005;
  units[0x3007] = (HAN << 16) | 0x3007;
  fill(units, 0x3041, 0x3096, HIRAGANA);
  fill(units, 0x30a1, 0x30fa, KATAKANA);
  fill(units, 0x30fc, 0x30fe, KATAKANA);
  fill(units, 0xac00, 0xd7a3, HANGUL);
  for (const code of [0x25, 0x26, 0xa7, 0x2b]) units[code] = (SYMBOL << 16) | code;
  units[0xff05] = (SYMBOL << 16) | 0x25;
  units[0xff06] = (SYMBOL << 16) | 0x26;
  for (const code of [9, 10, 11, 12, 13, 32, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000])
    units[code] = (SPACE << 16) | 32;
  for (let code = 0x2000; code <= 0x200a; code++) units[code] = (SPACE << 16) | 32;
  for (const mark of HYPHENS) units[mark.charCodeAt(0)] = (HYPHEN << 16) | 0x2d;
  fill(units, 0x300, 0x36f, SPECIAL);
  fill(units, 0x1100, 0x11ff, SPECIAL);
  fill(units, 0x200b, 0x200f, SPECIAL);
  fill(units, 0x202a, 0x202e, SPECIAL);
  fill(units, 0x2060, 0x206f, SPECIAL);
  fill(units, 0xfb00, 0xfb06, SPECIAL);
  fill(units, 0xfe00, 0xfe0f, SPECIAL);
  fill(units, 0xff61, 0xffdc, SPECIAL);
  for (const code of [0xad, 0x34f, 0x61c, 0x180e, 0x3099, 0x309a, 0xfeff]) units[code] = (SPECIAL << 16) | code;
  return units;
}

/** The short table, which matchers share: nobody writes in it. */
export const alphabets = lazily(() => makeUnits(true));

/** Folds more Han characters: `pairs` is traditional, simplified, traditional, simplified ... */
export function addHan(units: Units, pairs: string): void {
  for (let k = 0; k + 1 < pairs.length; k += 2) units[pairs.charCodeAt(k)] = (HAN << 16) | pairs.charCodeAt(k + 1);
}

export const classOf = (units: Units, code: number): number => (units[code] ?? 0) >>> 16;
/** Letters, digits and characters of any script: what a name is made of. */
export const isWord = (kind: number): boolean => kind === LETTER || kind === DIGIT || (kind >= HAN && kind <= HANGUL);
export const isCjk = (kind: number): boolean => kind >= HAN && kind <= HANGUL;

/** Whether a unit is an upper-case letter, full width included. */
export function isUpper(code: number): boolean {
  if (code < 0x80) return code >= 65 && code <= 90;
  if (code >= 0xff21 && code <= 0xff3a) return true;
  if (code < 0xc0 || (code > 0x52f && code < 0x1e00) || code > 0x1eff) return false;
  const text = String.fromCharCode(code);
  return text.toLowerCase() !== text;
}
