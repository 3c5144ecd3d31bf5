/**
 * The lines in which a word or phrase stands, and how: looked up once and kept while the user types
 * on.
 */
import { isDense } from './fold.ts';
import { LINE } from './lines.ts';
import type { TextIndex } from './text-index.ts';

/** How a line holds a phrase, best first. */
export type Standing = 'whole' | 'words' | 'start' | 'inside';

export interface WordLine {
  line: number;
  standing: Standing;
}

/** Endings that a name or a query may have where the other has none: plurals, a genitive. */
const ENDINGS: ReadonlySet<string> = new Set(['', 's', 'es', ' s']);
/** Characters of a Chinese or Japanese name of which one may be wrong. */
const MIN_DENSE_SLIP = 3;
/** The same for words of this length and more: German and Romance endings. */
const LONG_ENDINGS: ReadonlySet<string> = new Set([...ENDINGS, 'e', 'en', 'n']);
const MIN_LONG = 6;
/** Phrases remembered: more than a query has. */
const MAX_KEPT = 200;
/** A prefix of Latin letters shorter than this fits too much. */
const MIN_PREFIX = 2;

/** A plural's singular: "rare earths" and "rare earth" are one. */
const stemOf = (phrase: string) => (phrase.length > 3 ? phrase.replace(/(?<=[^s])s$/, '') : phrase);

export class WordLines {
  readonly #index: TextIndex;
  readonly #kept = new Map<string, WordLine[]>();
  readonly #starts = new Map<string, boolean>();
  #dense: ReadonlySet<string> | null = null;

  constructor(index: TextIndex) {
    this.#index = index;
  }

  /** Lines that hold the phrase; `isTyped`: it may be the beginning of a word. */
  of(phrase: string, isTyped = false): readonly WordLine[] {
    const all = this.#all(phrase);
    return isTyped && phrase.length >= MIN_PREFIX ? all : all.filter(({ standing }) => standing !== 'start');
  }

  /** True if some name is exactly this, but for a plural. */
  isName(phrase: string): boolean {
    if (isDense(phrase)) return this.#isDenseName(phrase);
    return this.#all(phrase).some(({ standing }) => standing === 'whole');
  }

  /** True if some name starts with these words: only then a longer phrase can be one. */
  startsName(words: string): boolean {
    const known = this.#starts.get(words);
    if (known !== undefined) return known;
    if (this.#starts.size > MAX_KEPT) this.#starts.clear();
    const isStart = this.#index.hasStart(words);
    this.#starts.set(words, isStart);
    return isStart;
  }

  /**
   * A run of characters is tried at each place and in each length: a scan for each would take too
   * long.
   */
  #isDenseName(phrase: string): boolean {
    return this.#denseNames().has(phrase);
  }

  #denseNames(): ReadonlySet<string> {
    return (this.#dense ??= new Set(
      this.#index.text.split('\n').filter((line) => /[\u3040-\u30ff\u3400-\u9fff]/.test(line)),
    ));
  }

  /**
   * A Chinese or Japanese name that differs in one character; null for short ones, which are near
   * to many.
   */
  nearDenseName(phrase: string): string | null {
    if (!isDense(phrase) || phrase.length < MIN_DENSE_SLIP) return null;
    for (const name of this.#denseNames()) {
      if (name.length !== phrase.length) continue;
      let others = 0;
      for (let at = 0; at < name.length && others < 2; at++) if (name[at] !== phrase[at]) others++;
      if (others < 2) return name;
    }
    return null;
  }

  #all(phrase: string): WordLine[] {
    const known = this.#kept.get(phrase);
    if (known) return known;
    if (this.#kept.size > MAX_KEPT) this.#kept.clear();
    const found = this.#scan(phrase);
    this.#kept.set(phrase, found);
    return found;
  }

  #scan(phrase: string): WordLine[] {
    const { text } = this.#index;
    const found: WordLine[] = [];
    const dense = isDense(phrase) || /[\uac00-\ud7a3]/.test(phrase);
    const stem = dense ? phrase : stemOf(phrase);
    const endings = stem.length >= MIN_LONG ? LONG_ENDINGS : ENDINGS;
    let last = -1;
    const take = (line: number, at: number) => {
      if (line === last || !this.#index.isLive(line)) return;
      const atStart = text[at - 1] === LINE;
      let end = at + stem.length;
      while (text[end] !== ' ' && text[end] !== LINE) end++;
      const rest = text.slice(at + stem.length, end);
      const standing = this.#standing(rest, text[end] === LINE, atStart, dense, endings);
      if (!standing) return;
      found.push({ line, standing });
      last = line;
    };
    if (dense) this.#index.each(stem, take);
    // Of a single letter only the word counts: names that begin with it are too many.
    else if (stem.length === 1) for (const end of [' ', LINE]) this.#index.eachWord(stem + end, take);
    else this.#index.eachWord(stem, take);
    return found;
  }

  #standing(
    rest: string,
    isEnd: boolean,
    atStart: boolean,
    dense: boolean,
    endings: ReadonlySet<string>,
  ): Standing | null {
    if (dense) return rest === '' && isEnd && atStart ? 'whole' : 'inside';
    if (!endings.has(rest)) return 'start';
    return isEnd && atStart ? 'whole' : 'words';
  }
}
