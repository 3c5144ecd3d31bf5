/** Texts joined into one string: each on its own line, with a line break before the first. */

export const LINE = '\n';

/**
 * Joined lines with the offsets of each. The offsets are stored, because finding them again would
 * take longer than everything else in opening a search.
 */
export interface JoinedLines {
  text: string;
  /** The offset of each line, and one behind the last line. */
  starts: Uint32Array;
}

/**
 * Lines that are joined at a time: a million separate strings take more memory than their letters.
 */
const JOINED_LINES = 4096;

/** Builds joined lines from lines that come one by one. */
export class LinesBuilder {
  /** Offsets of the lines so far, then of the next. */
  readonly #starts: number[] = [LINE.length];
  #parts: string[] = [LINE];
  #open: string[] = [];

  /** Number of lines so far. */
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

  finish(): JoinedLines {
    this.#join();
    return { text: this.#parts.join(''), starts: Uint32Array.from(this.#starts) };
  }
}

/** Joins texts that are all known. */
export function linesOf(texts: readonly string[]): JoinedLines {
  const builder = new LinesBuilder();
  for (const text of texts) builder.add(text);
  return builder.finish();
}

/** Appends the lines of `second` to those of `first`. */
export function joinLined(first: JoinedLines, second: JoinedLines): JoinedLines {
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

/** Reads joined lines by line number. */
export class Lines {
  readonly text: string;
  readonly starts: Uint32Array;

  constructor({ text, starts }: JoinedLines) {
    this.text = text;
    this.starts = starts;
  }

  lengthOf(line: number): number {
    return (this.starts[line + 1] ?? 0) - (this.starts[line] ?? 0) - 1;
  }

  at(line: number): string {
    return this.text.slice(this.starts[line], (this.starts[line + 1] ?? 0) - 1);
  }

  /** Returns a function from offset to line number, to be called with rising offsets only. */
  inReadingOrder(): (at: number) => number {
    let line = 0;
    return (at) => {
      while ((this.starts[line + 1] ?? Infinity) <= at) line++;
      return line;
    };
  }
}
