/** Texts of which each stands on a line of its own, with a line's end before the first. */

export const LINE = '\n';

/**
 * Such a text with the places of its lines: to look for them takes longer than all else of opening
 * a search.
 */
export interface Lined {
  text: string;
  /** The start of each line, and of one more behind the last. */
  starts: Uint32Array;
}

/** Lines that are joined at once: a million strings take more memory than their letters. */
const JOINED_LINES = 4096;

/** Takes lines one by one. */
export class LinesBuilder {
  /** The last is that of the next line. */
  readonly #starts: number[] = [LINE.length];
  #parts: string[] = [LINE];
  #open: string[] = [];

  /** Lines so far. */
  get count(): number {
    return this.#starts.length - 1;
  }

  add(line: string): void {
    this.#starts.push((this.#starts.at(-1) ?? 0) + line.length + LINE.length);
    this.#open.push(line, LINE);
    if (this.#open.length >= 2 * JOINED_LINES) this.#join();
  }

  #join(): void {
    this.#parts.push(this.#open.join(''));
    this.#open = [];
  }

  finish(): Lined {
    this.#join();
    return { text: this.#parts.join(''), starts: Uint32Array.from(this.#starts) };
  }
}

export function linesOf(texts: readonly string[]): Lined {
  const builder = new LinesBuilder();
  for (const text of texts) builder.add(text);
  return builder.finish();
}

/** Lines of two such texts. */
export function joinLined(first: Lined, second: Lined): Lined {
  const before = first.starts.length - 1;
  const starts = new Uint32Array(before + second.starts.length);
  starts.set(first.starts);
  const shift = first.text.length - LINE.length;
  starts.set(
    second.starts.map((start) => start + shift),
    before,
  );
  return { text: first.text + second.text.slice(LINE.length), starts };
}

/** Such a text by the numbers of its lines. */
export class Lines {
  readonly text: string;
  readonly starts: Uint32Array;

  constructor({ text, starts }: Lined) {
    this.text = text;
    this.starts = starts;
  }

  lengthOf(line: number): number {
    return (this.starts[line + 1] ?? 0) - (this.starts[line] ?? 0) - 1;
  }

  at(line: number): string {
    return this.text.slice(this.starts[line], (this.starts[line + 1] ?? 0) - 1);
  }

  /** Tells the line of one place after another, from first to last. */
  inReadingOrder(): (at: number) => number {
    let line = 0;
    return (at) => {
      while ((this.starts[line + 1] ?? Infinity) <= at) line++;
      return line;
    };
  }
}
