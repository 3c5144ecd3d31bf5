/**
 * The keys of a list's names, without their texts: enough to tell that a text has none of them. A
 * tenth of the size of the names. The key of a single word includes its capitals where the name
 * needs them: "arm" is far more often a word than the firm.
 */
import { isUpper } from '../text/code-units.ts';
import { joinedKey } from '../text/words.ts';

export interface NameGate {
  /** Bitmaps as in CompiledNames, of names and act words alone. */
  firsts: Int32Array;
  onward: Int32Array;
  /** By the top bits of a key: the first of `checks`. A power of two, plus one at the end. */
  slots: Uint16Array;
  /** The low 16 bits of the keys. */
  checks: Uint16Array;
  han: string;
}

/** What stands between the gate and the names in the script of both. */
export const GATE_END = '\n\n';

/** What a key is joined with for a word that must be written in capitals, by the name's rule. */
const EXACT = 1;
const CAPITAL = 2;
const SYMBOL = 3;
/** An act word: a name only with a number. */
const FORM = 4;
/** Any of those words in a line without capitals. */
const LOWER = 5;

/** The key of an act word, which is a name only with a number. */
export const formKey = (key: number): number => joinedKey(key, FORM);
/** The key of a word that must start with a capital. */
export const capitalKey = (key: number): number => joinedKey(key, CAPITAL);
/** The key of such a word in a line without capitals. */
export const lowerKey = (key: number): number => joinedKey(key, LOWER);
/** The key of a word that must have exactly these capitals, as bits (`capitalsOf`). */
export const exactKey = (key: number, capitals: number): number => joinedKey(joinedKey(key, EXACT), capitals);
/** The key of a chemical symbol with these capitals. */
export const symbolKey = (key: number, capitals: number): number => joinedKey(joinedKey(key, SYMBOL), capitals);

/** The capitals of a word, as bits by the places of its letters. Full stops have none. */
export function capitalsOf(text: string, start: number, end: number): number {
  let bits = 0;
  let place = 1;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === 46) continue;
    if (isUpper(code)) bits |= place;
    place <<= 1;
  }
  return bits;
}

const isColumn = (value: unknown): value is Uint16Array => value instanceof Uint16Array;

/** Tells whether decoded columns are those of a gate. */
export const isGate = (value: Record<string, unknown>): value is Record<string, unknown> & NameGate =>
  isColumn(value['slots']) && isColumn(value['checks']) && typeof value['han'] === 'string';
