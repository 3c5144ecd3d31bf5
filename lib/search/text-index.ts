/**
 * The search texts of all lists, joined, with the lookups that every search needs. No index of
 * words is stored: scanning the built-in list takes less than a millisecond, and opening loads
 * nothing more. An idle page then builds an index (`prepare`) for the keys that follow.
 */
import { lowerBound } from '../core/lower-bound.ts';
import { withoutSpaces } from './fold.ts';
import { LINE, Lines } from './lines.ts';
import { joinSearchTexts, CHINESE_CODE, fieldIn, GONE, type Field, type SearchText } from './search-text.ts';
import { wordsOf, type Words } from './typing-errors.ts';
import { WordStarts } from './word-starts.ts';

/** A code or number among the names. `line`: its line in the index. */
export interface CodeLine {
  line: number;
  code: string;
  field: Field;
}

export class TextIndex {
  readonly all: SearchText;
  readonly lines: Lines;
  readonly refs: Lines;
  readonly texts: Lines;
  /** By entry: its number of lines. */
  readonly nameCounts: Uint16Array;
  #words: Words | null = null;
  #codes: CodeLine[] | null = null;
  #wordStarts: WordStarts | null = null;
  /** By entry: its first line. */
  #firsts: Uint32Array | null = null;

  constructor(lists: readonly SearchText[]) {
    this.all = joinSearchTexts(lists);
    this.lines = new Lines(this.all.lines);
    this.refs = new Lines(this.all.refs);
    this.texts = new Lines(this.all.texts);
    this.nameCounts = new Uint16Array(this.all.size);
    for (const entry of this.all.entries)
      if (entry !== GONE) this.nameCounts[entry] = (this.nameCounts[entry] ?? 0) + 1;
  }

  get text(): string {
    return this.lines.text;
  }

  /** Number of lines. */
  get count(): number {
    return this.all.entries.length;
  }

  /** The entry of a line; GONE if an update changed or removed the entry. */
  entryOf(line: number): number {
    return this.all.entries[line] ?? GONE;
  }

  fieldOf(line: number): Field {
    return fieldIn(this.all.kinds[line] ?? 0);
  }

  langOf(line: number): string {
    return this.all.langs[this.all.languages[line] ?? 0] ?? 'und';
  }

  /** The entry's own name: the first of its lines. */
  ownNameAt(line: number): string {
    return this.texts.at(this.firstLine(line));
  }

  /** True if the line is a number of a Chinese control list. */
  isChineseCode(line: number): boolean {
    return this.langOf(line) === CHINESE_CODE;
  }

  /** The first name in a language of the entry that has this line; '' if it has none. */
  nameIn(lang: string, line: number): string {
    for (let at = this.firstLine(line); this.all.entries[at] === this.all.entries[line]; at++)
      if (this.langOf(at) === lang && this.fieldOf(at) === 'name') return this.texts.at(at);
    return '';
  }

  firstLine(line: number): number {
    let first = line;
    while (first > 0 && this.all.entries[first - 1] === this.all.entries[line]) first--;
    return first;
  }

  /** Builds the index of words, so that looking up a word no longer scans the text. */
  prepare(): void {
    this.#wordStarts ??= new WordStarts(this.text);
  }

  /** Calls back with each offset of `part` in the text and its line; with the first `most`. */
  each(part: string, call: (line: number, at: number) => void, most = Infinity): void {
    let left = most;
    if (this.#wordStarts && /^[\n ][^\n ]./s.test(part)) {
      const before = part.charCodeAt(0);
      this.#wordStarts.each(part.slice(1), (at) => {
        if (this.text.charCodeAt(at - 1) !== before) return true;
        call(this.#lineAt(at), at - 1);
        return --left > 0;
      });
      return;
    }
    const lineAt = this.lines.inReadingOrder();
    for (let at = this.text.indexOf(part); at >= 0 && left > 0; at = this.text.indexOf(part, at + 1), left--)
      call(lineAt(at + 1), at);
  }

  /**
   * Calls back with the offset and line of each word that starts with `start` (two characters or
   * more).
   */
  eachWord(start: string, call: (line: number, at: number) => void): void {
    if (this.#wordStarts)
      return this.#wordStarts.each(start, (at) => {
        call(this.#lineAt(at), at);
        return true;
      });
    this.each(start, (line, at) => {
      const before = this.text[at - 1];
      if (before === ' ' || before === LINE) call(line, at);
    });
  }

  /** True if some line starts with `start`. */
  hasStart(start: string): boolean {
    let isThere = false;
    if (this.#wordStarts) this.each(LINE + start, () => (isThere = true), 1);
    return isThere || (!this.#wordStarts && this.text.includes(LINE + start));
  }

  /**
   * Calls back with each line that starts with these letters, spaces ignored, and the offset after
   * them.
   */
  eachSpaced(letters: string, call: (line: number, end: number) => void): void {
    const found: number[] = [];
    // The second and the third character of such a line are the next letter or a space.
    for (const start of letters.length > 2
      ? [letters.slice(0, 3), `${letters.slice(0, 2)} `, `${letters.charAt(0)} `]
      : letters.length > 1
        ? [letters, `${letters.charAt(0)} `]
        : [letters])
      this.each(LINE + start, (_, at) => found.push(at + LINE.length));
    for (const at of found.sort((a, b) => a - b)) {
      const end = this.#endOfSpaced(letters, at);
      if (end > 0) call(this.#lineAt(at), end);
    }
  }

  /** The offset after these letters if the text at `from` has them, spaces ignored; otherwise 0. */
  #endOfSpaced(letters: string, from: number): number {
    let at = from;
    for (let met = 0; met < letters.length; met++, at++) {
      if (met > 0 && this.text[at] === ' ') at++;
      if (this.text[at] !== letters[met]) return 0;
    }
    return at;
  }

  /** The line at an offset of the text. */
  #lineAt(at: number): number {
    const { starts } = this.lines;
    return lowerBound(this.count, (line) => (starts[line + 1] ?? Infinity) <= at);
  }

  /** The first line of an entry. */
  lineOf(entry: number): number {
    if (!this.#firsts) {
      this.#firsts = new Uint32Array(this.all.size);
      for (let line = this.count - 1; line >= 0; line--) if (this.isLive(line)) this.#firsts[this.entryOf(line)] = line;
    }
    return this.#firsts[entry] ?? 0;
  }

  /** Lines of codes and tickers, with letters and digits only. */
  codes(): readonly CodeLine[] {
    if (this.#codes) return this.#codes;
    const found: CodeLine[] = [];
    for (let line = 0; line < this.count; line++) {
      const field = this.fieldOf(line);
      if ((field === 'code' || field === 'ticker') && this.isLive(line))
        found.push({ line, code: withoutSpaces(this.lines.at(line)), field });
    }
    return (this.#codes = found);
  }

  /** The text split into words, for slips; built when first needed. */
  words(): Words {
    return (this.#words ??= wordsOf(this.text));
  }

  isLive(line: number): boolean {
    return this.entryOf(line) !== GONE;
  }
}
