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

export function linesOf(texts: readonly string[]): Lined {
  const starts = new Uint32Array(texts.length + 1);
  let at = LINE.length;
  texts.forEach((text, line) => {
    starts[line] = at;
    at += text.length + LINE.length;
  });
  starts[texts.length] = at;
  return { text: LINE + texts.map((text) => text + LINE).join(''), starts };
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
