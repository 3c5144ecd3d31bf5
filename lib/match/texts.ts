/** Sentences of an article's blocks, worked out when first asked for. */
import type { BlockReading } from './matcher.ts';
import { opensSentence, sentenceStarts, styleOf, type Style } from './sentences.ts';

export class Texts {
  private readonly starts = new Map<number, number[]>();
  private readonly styles = new Map<string, Style>();

  constructor(private readonly blocks: readonly BlockReading[]) {}

  text(block: number): string {
    return this.blocks[block]?.text ?? '';
  }

  /** The sentence around a place: [start, end). */
  sentence(block: number, at: number): [number, number] {
    let starts = this.starts.get(block);
    if (!starts) this.starts.set(block, (starts = sentenceStarts(this.text(block))));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return [starts[low] ?? 0, starts[low + 1] ?? this.text(block).length];
  }

  style(block: number, at: number): Style {
    const [start, end] = this.sentence(block, at);
    const key = `${block}:${start}`;
    let style = this.styles.get(key);
    if (!style) this.styles.set(key, (style = styleOf(this.text(block).slice(start, end))));
    return style;
  }

  opens(block: number, at: number): boolean {
    return opensSentence(this.text(block), this.sentence(block, at)[0], at);
  }
}
