/**
 * Tells if a text may hold a name. It may say so wrongly, since it compares keys and no texts; a
 * text of which it says no has none, as a test holds.
 */
import { capitalKey, capitalsOf, exactKey, formKey, lowerKey, symbolKey, type NameGate } from '../names/name-gate.ts';
import { joinBrokenWords } from '../text/dehyphenate.ts';
import { LETTER, addLettersOf, classOf, isUpper } from '../text/code-units.ts';
import { inLowerCase } from '../text/lowercase-lines.ts';
import { normalize } from '../text/normalize.ts';
import { Scanner } from './scanner.ts';
import { isSymbolPlace } from './symbol-place.ts';

/** Numbers of acts are read in figures only. */
const NUMBER = /\p{Nd}/u;

export class Gate extends Scanner {
  readonly #slots: Uint16Array;
  readonly #checks: Uint16Array;
  readonly #slotShift: number;
  #hasForm = false;

  constructor({ firsts, onward, han, slots, checks }: NameGate) {
    super({ firsts, onward, han: [han] });
    this.#slots = slots;
    this.#checks = checks;
    this.#slotShift = 32 - Math.log2(slots.length - 1);
  }

  /** Returns false if the text certainly holds no name. Works in steps. */
  *opens(source: string): Generator<void, boolean> {
    this.isDone = this.#hasForm = false;
    addLettersOf(source);
    let { text, isSpoilt } = yield* this.scanAll(source);
    if (isSpoilt) {
      text = normalize(this.units, source).text;
      yield* this.scanAll(text);
    }
    if (this.isDone) return true;
    const joined = joinBrokenWords(this.units, text);
    if (joined) yield* this.scanAll(joined.text);
    return this.isDone || (this.#hasForm && NUMBER.test(text));
  }

  protected lookUp(key: number, start: number, end: number): void {
    if (this.isDone) return;
    this.isDone = this.#has(key) || (end > 0 && this.#hasWord(key, start, end));
    this.#hasForm ||= this.#has(formKey(key));
  }

  #hasWord(key: number, start: number, end: number): boolean {
    const { text } = this.reader;
    const capitals = capitalsOf(text, start, end);
    return (
      (isUpper(text.charCodeAt(start)) && this.#has(capitalKey(key))) ||
      this.#has(exactKey(key, capitals)) ||
      (this.#has(symbolKey(key, capitals)) && isSymbolPlace(text, start, end)) ||
      // In small letters "does" are not DOEs: a plural is no name, but "d.o.e.s" is one.
      ((classOf(this.units, text.charCodeAt(end)) !== LETTER || text.charCodeAt(end - 1) === 46) &&
        this.#has(lowerKey(key)) &&
        inLowerCase(text, start))
    );
  }

  #has(key: number): boolean {
    const slot = key >>> this.#slotShift;
    const to = this.#slots[slot + 1] as number;
    for (let at = this.#slots[slot] as number; at < to; at++) if (this.#checks[at] === (key & 0xffff)) return true;
    return false;
  }
}
