/** Numbers of announcements and orders as East Asia writes them: 商务部公告2024年第46号, 第46号公告, 공고 제46호. */
import { seriesOf } from '../names/act-number-words.ts';
import { endOfRun, isSpace } from '../text/characters.ts';
import type { ActNumber } from '../model.ts';

/** What else has a number: houses, gates, lines, players. */
const HOUSES =
  /^(?:[、，和及与與至]\s*第?\d{1,3})*[号號]?(?:楼|樓|院|门|門|线|線|房|室|车|車|球|馆|館|路|街|公路|出口|入口|站|桌|选手|選手|种子|機|机|井|床|码头|店|文件|단지|선수|출구)/;
const WORD = /公告|通告|告示|공고|고시|令|령/;
const WORD_BEFORE = /(公告|通告|告示|공고|고시|令|령)\s*$/;
const WORD_AFTER = /^\s*(公告|通告|告示|공고|고시|令|령)/;
const LATER_WORD = /(?:公告|通告|공고|令)/y;
/** Between two numbers of one announcement; only so far apart. */
const BETWEEN = /^[\s、，,和及与與とや及び並びに와과및·・]*(?:[第제]\s*)?$/;
const MAX_UNITS_BETWEEN = 6;
const MAX_UNITS_TO_WORD = 60;

const isIn = (units: string) => (code: number) => units.includes(String.fromCharCode(code));
const isOpening = isIn('〔（(［[');
const isClosing = isIn('〕）)］]');
const isYearWord = isIn('年년');
const isOrdinal = isIn('第제');
const isNumberWord = isIn('号號호');
const isListMark = isIn('、，');
const isJoint = isIn('、，和及与與至');
const isSeparator = isIn('、，,和及与與とや와과·・');
const isDigit = (code: number) => code >= 48 && code <= 57;
const isBlankOrSeparator = (code: number) => isSpace(code) || isSeparator(code);

const MOST_DIGITS = 5;
const MOST_DIGITS_IN_LIST = 3;

interface CjkNumber {
  start: number;
  end: number;
  year: string | undefined;
  /** Whether 第 stands before it. */
  isOrdinal: boolean;
  digits: string;
}

/** Reads the numbers of one text. Each unit of it is looked at a bounded number of times. */
class CjkNumberReader {
  /** By the place behind a number, whether a row of numbers that ends in 号 goes on there. */
  readonly #rows = new Map<number, boolean>();

  constructor(readonly text: string) {}

  *numbers(): Generator<CjkNumber> {
    const { text } = this;
    for (let at = 0; at < text.length;) {
      const code = text.charCodeAt(at);
      // All starts within a run of white space end at the same number.
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
    const to = this.#pastDigits(from, MOST_DIGITS);
    if (to === from || isDigit(text.charCodeAt(to))) return null;
    const after = this.#pastSpace(to);
    const end = this.#past(isNumberWord, after);
    if (end === after && !this.#rowGoesOn(after)) return null;
    return { start, end, year, isOrdinal: afterOrdinal > at, digits: text.slice(from, to) };
  }

  /** Whether "、第47、48号" stands at a place. */
  #rowGoesOn(start: number): boolean {
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
      const to = this.#pastDigits(from, MOST_DIGITS_IN_LIST);
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

/** The word that stands once, after the last number of a row: 第46号、47号公告. */
function laterWord(text: string): string | undefined {
  for (let at = 0; ;) {
    const from = endOfRun(text, at, isBlankOrSeparator);
    const digits = isOrdinal(text.charCodeAt(from)) ? endOfRun(text, from + 1, isSpace) : from;
    const behind = endOfRun(text, digits, isDigit);
    if (behind === digits) return undefined;
    at = endOfRun(text, behind, isSpace);
    if (isNumberWord(text.charCodeAt(at))) at++;
    LATER_WORD.lastIndex = endOfRun(text, at, isSpace);
    const word = LATER_WORD.exec(text);
    if (word) return word[0];
  }
}

/** Units of text that are looked at in one step. */
const UNITS_IN_STEP = 512;

export function* findCjkActNumbers(text: string, found: ActNumber[]): Generator<void, void> {
  let linkedEnd = -1;
  let year: number | null = null;
  let previousEnd = 0;
  const hasWord = WORD.test(text);
  let pause = UNITS_IN_STEP;
  for (const number of new CjkNumberReader(text).numbers()) {
    const { start: at, end } = number;
    if (end >= pause) {
      pause = end + UNITS_IN_STEP;
      yield;
    }
    const before = text.slice(Math.max(0, at - 8), at);
    const wordBefore = WORD_BEFORE.exec(before);
    const wordAfter = WORD_AFTER.exec(text.slice(end, end + 8));
    const inRun = linkedEnd >= 0 && at - linkedEnd < MAX_UNITS_BETWEEN && BETWEEN.test(text.slice(linkedEnd, at));
    const word =
      wordBefore?.[1] ?? wordAfter?.[1] ?? laterWord(text.slice(end, end + MAX_UNITS_TO_WORD)) ?? (inRun ? '公告' : '');
    const last = previousEnd;
    previousEnd = end;
    if (!word && (!hasWord || !number.isOrdinal || HOUSES.test(text.slice(end, end + 40)))) continue;
    if (number.year) year = Number(number.year);
    else if (!inRun) year = null;
    const from = wordBefore ? at - wordBefore[0].length : at;
    const to = wordAfter ? end + wordAfter[0].length : end;
    found.push({
      start: from < last ? at : from,
      end: to,
      series: seriesOf(word),
      number: Number(number.digits),
      year,
      clarity: word ? 2 : 0,
    });
    linkedEnd = to;
  }
}
