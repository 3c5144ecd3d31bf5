/**
 * Finds the lines that have a word or phrase and how they have it. Results are cached while the
 * user types.
 */
import { isDense } from './fold.ts';
import { LINE } from './lines.ts';
import type { TextIndex } from './text-index.ts';

/**
 * How a line has a phrase, best first: as the whole line, as whole words, as the start of a word,
 * or (Chinese, Japanese, Korean) anywhere inside.
 */
export type PhraseFit = 'whole' | 'words' | 'start' | 'inside';

/** A line of the search text, by its number, and how it has the phrase. */
export interface WordLine {
  line: number;
  fit: PhraseFit;
}

/** Endings of a word in a name that the query may lack: plurals, a genitive. */
const ENDINGS: ReadonlySet<string> = new Set(['', 's', 'es', ' s']);
/** Characters of the shortest Chinese or Japanese name that may have a wrong character. */
const MIN_DENSE_SLIP = 3;
/** The same for words of at least `MIN_LONG` letters: also German and Romance endings. */
const LONG_ENDINGS: ReadonlySet<string> = new Set([...ENDINGS, 'e', 'en', 'n']);
const MIN_LONG = 6;
/** Phrases whose lines are cached: more than a query has. */
const MAX_CACHED = 200;
/**
 * Lines found of a phrase that is no whole name. A common word is in tens of thousands of names of
 * a list of a million; the rest of the query decides between them.
 */
const MAX_LINES = 4000;
/**
 * Letters of the shortest beginning of a word that is looked up: a shorter one matches too much.
 */
const MIN_PREFIX = 2;

/** The singular of a plural: "rare earths" and "rare earth" match the same lines. */
const stemOf = (phrase: string) => (phrase.length > 3 ? phrase.replace(/(?<=[^s])s$/, '') : phrase);

export class WordLines {
  readonly #index: TextIndex;
  readonly #cache = new Map<string, WordLine[]>();
  readonly #starts = new Map<string, boolean>();
  #dense: ReadonlySet<string> | null = null;

  constructor(index: TextIndex) {
    this.#index = index;
  }

  /** Lines that have the phrase. `isTyped`: the phrase may be the beginning of a word. */
  of(phrase: string, isTyped = false): readonly WordLine[] {
    const all = this.#all(phrase);
    return isTyped && phrase.length >= MIN_PREFIX ? all : all.filter(({ fit }) => fit !== 'start');
  }

  /** True if some name is the phrase or its plural. */
  isName(phrase: string): boolean {
    if (isDense(phrase)) return this.#isDenseName(phrase);
    return this.#all(phrase).some(({ fit }) => fit === 'whole');
  }

  /** True if some name starts with these words. If none does, no longer phrase can be a name. */
  startsName(words: string): boolean {
    const known = this.#starts.get(words);
    if (known !== undefined) return known;
    if (this.#starts.size > MAX_CACHED) this.#starts.clear();
    const isStart = this.#index.hasStart(words);
    this.#starts.set(words, isStart);
    return isStart;
  }

  /**
   * Looks the name up in a set: the parser tries each part of a run of characters, and a scan for
   * each would take too long.
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
   * A Chinese or Japanese name that differs in one character; null for a short phrase, which is
   * near to many.
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
    const known = this.#cache.get(phrase);
    if (known) return known;
    if (this.#cache.size > MAX_CACHED) this.#cache.clear();
    const found = this.#scan(phrase);
    this.#cache.set(phrase, found);
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
      const fit = this.#fit(rest, text[end] === LINE, atStart, dense, endings);
      if (!fit || (fit !== 'whole' && found.length >= MAX_LINES)) return;
      found.push({ line, fit });
      last = line;
    };
    if (dense) this.#index.each(stem, take);
    // A single letter must be a whole word: too many names start with it.
    else if (stem.length === 1) for (const end of [' ', LINE]) this.#index.eachWord(stem + end, take);
    else this.#index.eachWord(stem, take);
    return found;
  }

  #fit(rest: string, isEnd: boolean, atStart: boolean, dense: boolean, endings: ReadonlySet<string>): PhraseFit | null {
    if (dense) return rest === '' && isEnd && atStart ? 'whole' : 'inside';
    if (!endings.has(rest)) return 'start';
    return isEnd && atStart ? 'whole' : 'words';
  }
}
