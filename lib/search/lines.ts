/** Texts of which each stands on a line of its own, with a line's end before the first. */

export const LINE = '\n';

export const linesOf = (texts: readonly string[]): string => LINE + texts.map((text) => text + LINE).join('');

/** Lines of two such texts. */
export const together = (first: string, second: string): string => first + second.slice(LINE.length);

/** Such a text by the numbers of its lines. */
export class Lines {
  readonly text: string;
  /** Where each line starts, and where one more would. */
  readonly starts: Uint32Array;

  constructor(text: string, count: number) {
    this.text = text;
    this.starts = new Uint32Array(count + 1);
    for (let line = 0, at = 0; line <= count; line++) {
      this.starts[line] = at + 1;
      at = text.indexOf(LINE, at + 1);
    }
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
