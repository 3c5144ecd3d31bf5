/** Sentences of an article's blocks, worked out when first asked for and kept with the block. */
import type { BlockReading } from './matcher.ts';
import { opensSentence, sentenceStarts, styleOf, type Style } from './sentences.ts';

export interface Sentences {
  starts: number[];
  /** By the number of the sentence. */
  styles: (Style | undefined)[];
}

const sentencesOf = (block: BlockReading): Sentences =>
  (block.sentences ??= { starts: sentenceStarts(block.text), styles: [] });

/** The number of the sentence around a place. */
function numberAt(starts: readonly number[], at: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

export class Texts {
  constructor(private readonly blocks: readonly BlockReading[]) {}

  text(block: number): string {
    return this.blocks[block]?.text ?? '';
  }

  /** The sentence around a place: [start, end). */
  sentence(block: number, at: number): [number, number] {
    const reading = this.blocks[block];
    if (!reading) return [0, 0];
    const { starts } = sentencesOf(reading);
    const number = numberAt(starts, at);
    return [starts[number] ?? 0, starts[number + 1] ?? reading.text.length];
  }

  style(block: number, at: number): Style {
    const reading = this.blocks[block];
    if (!reading) return styleOf('');
    const { starts, styles } = sentencesOf(reading);
    const number = numberAt(starts, at);
    return (styles[number] ??= styleOf(
      reading.text.slice(starts[number] ?? 0, starts[number + 1] ?? reading.text.length),
    ));
  }

  opens(block: number, at: number): boolean {
    return opensSentence(this.text(block), this.sentence(block, at)[0], at);
  }
}
