/**
 * Splits names and texts into words: a run of letters, a run of digits, one sign (% § + &), or one
 * Chinese, Japanese or Korean character. "H20" is two words, h and 20, so that it equals "H-20";
 * "U.S." is one. A word is identified by a 32-bit hash of its folded units.
 */
import { AMPERSAND_WORD } from '../languages/english.ts';
import { DIGIT, HYPHEN, LETTER, OTHER, SPACE, SYMBOL, isCjk, isWord, unitAt, type Units } from './code-units.ts';

/** Offset and prime of FNV-1a, 32 bits. */
export const SEED = 0x811c9dc5 | 0;
export const PRIME = 0x01000193;

/** The key of some words and a further word. The key of one word is its hash. */
export function joinedKey(before: number, word: number): number {
  let key = Math.imul(before ^ 0x9e3779b9, 0x85ebca6b) ^ word;
  key ^= key >>> 15;
  key = Math.imul(key, 0xc2b2ae35);
  return key ^ (key >>> 13);
}

const AND = hashOf([...AMPERSAND_WORD].map((letter) => letter.charCodeAt(0)));

function hashOf(letters: number[]): number {
  let hash = SEED;
  for (const code of letters) hash = Math.imul(hash ^ ((LETTER << 16) | code), PRIME);
  return hash;
}

/** Reads one word after another. The fields describe the last word; nothing is allocated. */
export class WordReader {
  start = 0;
  end = 0;
  hash = 0;
  /** The hash without the last unit, and `plural`: true if that unit is an s. */
  stem = 0;
  plural = false;

  constructor(
    readonly units: Units,
    public text: string,
  ) {}

  /** Reads the word that starts at `at`; there must be one. */
  readAt(at: number): void {
    const { units, text } = this;
    let value = unitAt(units, text.charCodeAt(at));
    const kind = value >>> 16;
    let hash = Math.imul(SEED ^ value, PRIME);
    let stem = SEED;
    let i = at + 1;
    if (kind === LETTER || kind === DIGIT) {
      for (; i < text.length; i++) {
        const next = unitAt(units, text.charCodeAt(i));
        if (next >>> 16 !== kind) break;
        value = next;
        stem = hash;
        hash = Math.imul(hash ^ value, PRIME);
      }
      if (kind === LETTER && i === at + 1 && text.charCodeAt(i) === 46) {
        const end = dottedEnd(units, text, at);
        if (end > i) {
          for (let k = i + 1; k < end; k += 2) {
            value = unitAt(units, text.charCodeAt(k));
            stem = hash;
            hash = Math.imul(hash ^ value, PRIME);
          }
          i = end;
        }
      }
    } else if (kind === SYMBOL && (value & 0xffff) === 38) hash = AND;
    this.start = at;
    this.end = i;
    this.hash = hash;
    this.stem = stem;
    this.plural = value === ((LETTER << 16) | 115) && i > at + 1;
  }

  /** Reads the next word from `at` if it is close enough to belong to the same name. */
  readNext(at: number): boolean {
    const { units, text } = this;
    let i = at;
    let others = 0;
    let lines = 0;
    for (; i < text.length; i++) {
      const code = text.charCodeAt(i);
      const kind = unitAt(units, code) >>> 16;
      if (isWord(kind) || kind === SYMBOL) break;
      if (kind === SPACE) {
        if (code === 10 && ++lines > 1) return false;
      } else if (++others > 3) return false;
    }
    if (i >= text.length) return false;
    this.readAt(i);
    return true;
  }
}

/** At the first letter of "U.S.", the end of its last letter; otherwise the end of the first. */
function dottedEnd(units: Units, text: string, at: number): number {
  let end = at + 1;
  while (text.charCodeAt(end) === 46 && unitAt(units, text.charCodeAt(end + 1)) >>> 16 === LETTER) {
    const after = unitAt(units, text.charCodeAt(end + 2)) >>> 16;
    if (after === LETTER || after === DIGIT) break;
    end += 2;
  }
  return end;
}

/** The hashes of a name's words. */
export function wordsOf(units: Units, text: string): number[] {
  const words: number[] = [];
  const reader = new WordReader(units, text);
  for (let i = 0; i < text.length;) {
    const kind = unitAt(units, text.charCodeAt(i)) >>> 16;
    if (!isWord(kind) && kind !== SYMBOL) {
      i++;
      continue;
    }
    reader.readAt(i);
    words.push(reader.hash);
    i = reader.end;
  }
  return words;
}

/** A name that is its own canonical form, as most names of large lists are. */
const PLAIN = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;

/**
 * The form of a name that is compared with texts: width, accents and traditional characters are
 * folded, case is kept. Between its words is nothing, one space (also for a hyphen), a dash if the
 * name has one between spaces, or other signs unchanged.
 */
export const canonical = (units: Units, text: string, keepAccents = false): string =>
  PLAIN.test(text) ? text : canonicalOf(units, text, keepAccents);

const DASH = '–';

/** A hyphen between spaces is a dash, which parts a name: "Heron – Department of Optics". */
function separatorAt(units: Units, text: string, at: number): string {
  const kindAt = (place: number) => unitAt(units, text.charCodeAt(place)) >>> 16;
  const kind = kindAt(at);
  if (kind === HYPHEN) return kindAt(at - 1) === SPACE && kindAt(at + 1) === SPACE ? DASH : ' ';
  return kind === SPACE ? ' ' : kind === OTHER ? text.charAt(at) : '';
}

function canonicalOf(units: Units, text: string, keepAccents: boolean): string {
  let out = '';
  let gap = '';
  for (let i = 0; i < text.length;) {
    const code = text.charCodeAt(i);
    const kind = unitAt(units, code) >>> 16;
    if (!isWord(kind) && kind !== SYMBOL) {
      if (out) gap += separatorAt(units, text, i);
      i++;
      continue;
    }
    const separators = gap.trim();
    out += separators.includes(DASH) ? DASH : separators ? gap.replace(/ +/g, ' ') : gap ? ' ' : '';
    gap = '';
    const end = kind === LETTER && text.charCodeAt(i + 1) === 46 ? dottedEnd(units, text, i) : i + 1;
    for (; i < end; i++) {
      const unit = text.charCodeAt(i);
      if (unit === 46 && end > i) continue;
      const folded = String.fromCharCode(unitAt(units, unit) & 0xffff);
      const base = keepAccents && kind === LETTER ? text.charAt(i).toLowerCase() : folded;
      out += isUpperText(text.charAt(i)) ? base.toUpperCase() : base;
    }
  }
  return isCjk(unitAt(units, out.charCodeAt(0)) >>> 16) ? out : out.replaceAll(' & ', ` ${AMPERSAND_WORD} `);
}

const isUpperText = (unit: string) => unit.toLowerCase() !== unit;
