/**
 * Finds numbers of announcements and orders in East Asian text: 商务部公告2024年第46号, 第46号公告, 공고 제46호.
 */
import { lazily } from '../../core/lazily.ts';
import { LANGUAGES } from '../languages/index.ts';
import type { ActNumber } from '../model.ts';
import { EASTERN_ACT_WORDS, actWord } from '../names/act-number-words.ts';
import { endOfRun, isSpace } from '../text/characters.ts';

/** UTF-16 units of the widest gap between two numbers of one act. */
const MAX_UNITS_BETWEEN = 6;
/** UTF-16 units after a number within which the act word of its row may follow. */
const MAX_UNITS_TO_WORD = 60;

const EASTERN = LANGUAGES.flatMap(({ numbers }) => numbers.east ?? []);
const isIn = (units: string) => (code: number) => units.includes(String.fromCharCode(code));
const charactersOf = (field: 'yearSigns' | 'ordinals' | 'signs' | 'joints' | 'separators') =>
  EASTERN.map((one) => one[field]).join('');
const isOpening = isIn('〔（(［[');
const isClosing = isIn('〕）)］]');
const isListMark = isIn('、，');
const isYearWord = isIn(charactersOf('yearSigns'));
const isOrdinal = isIn(charactersOf('ordinals'));
const isNumberWord = isIn(charactersOf('signs'));
const isJoint = isIn(`、，${charactersOf('joints')}`);
const isSeparator = isIn(`、，,·・${charactersOf('separators')}`);
const houses = lazily(() => EASTERN.flatMap((one) => one.houses ?? []));
const DEFAULT_WORD = EASTERN[0]?.defaultWord ?? '';
const isDigit = (code: number) => code >= 48 && code <= 57;
const isBlankOrSeparator = (code: number) => isSpace(code) || isSeparator(code);

const MAX_DIGITS = 5;
const MAX_DIGITS_IN_LIST = 3;

interface CjkNumber {
  start: number;
  end: number;
  year: string | undefined;
  /** True if 第 comes before the number. */
  isOrdinal: boolean;
  digits: string;
}

/**
 * Reads the numbers of one text in linear time: each unit is examined a bounded number of times.
 */
class CjkNumberReader {
  /** By the offset after a number: true if a row of numbers that ends in 号 continues there. */
  readonly #rows = new Map<number, boolean>();

  constructor(readonly text: string) {}

  *numbers(): Generator<CjkNumber> {
    const { text } = this;
    for (let at = 0; at < text.length;) {
      const code = text.charCodeAt(at);
      // Every start within a run of white space leads to the same number.
      const behind = isSpace(code) ? this.#pastSpace(at) : at;
      const found = this.#mayStart(text.charCodeAt(behind), behind > at) ? this.#readAt(at) : null;
      if (found) yield found;
      at = found?.end ?? Math.max(behind, at + 1);
    }
  }

  #mayStart(code: number, isBehindSpace: boolean): boolean {
    return isDigit(code) || (!isBehindSpace && (isOpening(code) || isOrdinal(code)));
  }

  #readAt(start: number): CjkNumber | null {
    const { text } = this;
    const open = isOpening(text.charCodeAt(start)) ? start + 1 : start;
    const year = /^(?:19|20)\d\d$/.test(text.slice(open, open + 4)) ? text.slice(open, open + 4) : undefined;
    if (year) {
      let at = this.#pastSpace(this.#past(isClosing, this.#pastSpace(open + 4)));
      at = this.#pastSpace(this.#past(isYearWord, at));
      const found = this.#numberAt(start, at, year);
      if (found) return found;
    }
    return open > start ? null : this.#numberAt(start, start, undefined);
  }

  #numberAt(start: number, at: number, year: string | undefined): CjkNumber | null {
    const { text } = this;
    const afterOrdinal = this.#past(isOrdinal, at);
    const from = this.#pastSpace(afterOrdinal);
    const to = this.#pastDigits(from, MAX_DIGITS);
    if (to === from || isDigit(text.charCodeAt(to))) return null;
    const after = this.#pastSpace(to);
    const end = this.#past(isNumberWord, after);
    if (end === after && !this.#rowContinues(after)) return null;
    return { start, end, year, isOrdinal: afterOrdinal > at, digits: text.slice(from, to) };
  }

  /** True if a row such as "、第47、48号" starts at an offset. */
  #rowContinues(start: number): boolean {
    const { text } = this;
    const places: number[] = [];
    let goesOn = false;
    for (let at = start; ;) {
      const known = this.#rows.get(at);
      if (known !== undefined) {
        goesOn = known;
        break;
      }
      places.push(at);
      const joint = text.charCodeAt(at);
      if (!isJoint(joint)) break;
      const from = this.#past(isOrdinal, this.#pastSpace(at + 1));
      const to = this.#pastDigits(from, MAX_DIGITS_IN_LIST);
      if (to === from || isDigit(text.charCodeAt(to))) break;
      goesOn = isNumberWord(text.charCodeAt(this.#pastSpace(to)));
      if (goesOn || !isListMark(joint)) break;
      at = to;
    }
    for (const at of places) this.#rows.set(at, goesOn);
    return goesOn;
  }

  #pastSpace(at: number): number {
    return endOfRun(this.text, at, isSpace);
  }

  #past(is: (code: number) => boolean, at: number): number {
    return is(this.text.charCodeAt(at)) ? at + 1 : at;
  }

  #pastDigits(at: number, most: number): number {
    let end = at;
    while (end < at + most && isDigit(this.text.charCodeAt(end))) end++;
    return end;
  }
}

interface WordBeside {
  word: string;
  /** Length in UTF-16 units, with the white space between. */
  length: number;
}

function wordFrom(text: string): WordBeside | null {
  const start = endOfRun(text, 0, isSpace);
  const word = EASTERN_ACT_WORDS.find((one) => text.startsWith(one, start));
  return word === undefined ? null : { word, length: start + word.length };
}

function wordTo(text: string): WordBeside | null {
  const trimmed = text.trimEnd();
  const word = EASTERN_ACT_WORDS.find((one) => trimmed.endsWith(one));
  return word === undefined ? null : { word, length: text.length - trimmed.length + word.length };
}

/** True if a text consists only of separators between two numbers of one act. */
function isBetween(text: string): boolean {
  const at = endOfRun(text, 0, isBlankOrSeparator);
  return (isOrdinal(text.charCodeAt(at)) ? endOfRun(text, at + 1, isSpace) : at) === text.length;
}

/** The act word after the last number of a row: 第46号、47号公告. */
function laterWord(text: string): string | undefined {
  for (let at = 0; ;) {
    const from = endOfRun(text, at, isBlankOrSeparator);
    const digits = isOrdinal(text.charCodeAt(from)) ? endOfRun(text, from + 1, isSpace) : from;
    const behind = endOfRun(text, digits, isDigit);
    if (behind === digits) return undefined;
    at = endOfRun(text, behind, isSpace);
    if (isNumberWord(text.charCodeAt(at))) at++;
    const word = wordFrom(text.slice(at));
    if (word) return word.word;
  }
}

/** UTF-16 units that are examined in one step. */
const UNITS_IN_STEP = 512;

/**
 * Turns the numbers of a text into act numbers, in order, because each may depend on the one
 * before.
 */
class CjkActNumbers {
  readonly #hasWord: boolean;
  /** End of the previous act number. */
  #linkedEnd = -1;
  #year: number | null = null;
  #previousEnd = 0;

  constructor(readonly text: string) {
    this.#hasWord = EASTERN_ACT_WORDS.some((word) => text.includes(word));
  }

  /** True if a number continues a row: only a joint separates it from the number before. */
  #isInRow(at: number): boolean {
    const from = this.#linkedEnd;
    return from >= 0 && at - from < MAX_UNITS_BETWEEN && isBetween(this.text.slice(from, at));
  }

  /**
   * True if a number without an act word is an act's: 第 comes before it, and it does not number a
   * house.
   */
  #isOfAct({ end, isOrdinal }: CjkNumber): boolean {
    return this.#hasWord && isOrdinal && !isHouse(this.text.slice(end, end + MAX_UNITS_TO_HOUSE));
  }

  /** Returns the act number, or null if nothing near the number announces an act. */
  take(number: CjkNumber): ActNumber | null {
    const { text } = this;
    const { start: at, end, year, digits } = number;
    const wordBefore = wordTo(text.slice(Math.max(0, at - MAX_WORD_DISTANCE), at));
    const wordAfter = wordFrom(text.slice(end, end + MAX_WORD_DISTANCE));
    const isInRow = this.#isInRow(at);
    const word =
      wordBefore?.word ??
      wordAfter?.word ??
      laterWord(text.slice(end, end + MAX_UNITS_TO_WORD)) ??
      (isInRow ? DEFAULT_WORD : '');
    const previousEnd = this.#previousEnd;
    this.#previousEnd = end;
    if (!word && !this.#isOfAct(number)) return null;
    if (year) this.#year = Number(year);
    else if (!isInRow) this.#year = null;
    const from = at - (wordBefore?.length ?? 0);
    this.#linkedEnd = end + (wordAfter?.length ?? 0);
    return {
      start: from < previousEnd ? at : from,
      end: this.#linkedEnd,
      series: actWord(word)?.series ?? 'announcement',
      number: Number(digits),
      year: this.#year,
      clarity: word ? 2 : 0,
    };
  }
}

export function* findCjkActNumbers(text: string, found: ActNumber[]): Generator<void, void> {
  const acts = new CjkActNumbers(text);
  let pause = UNITS_IN_STEP;
  for (const number of new CjkNumberReader(text).numbers()) {
    if (number.end >= pause) {
      pause = number.end + UNITS_IN_STEP;
      yield;
    }
    const act = acts.take(number);
    if (act) found.push(act);
  }
}

const isHouse = (text: string): boolean => houses().some((expression) => expression.test(text));
/**
 * UTF-16 units between a number and its act word, and between a number and another numbered thing.
 */
const MAX_WORD_DISTANCE = 8;
const MAX_UNITS_TO_HOUSE = 40;
