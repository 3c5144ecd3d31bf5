/** Sentences of an article's blocks, worked out when first asked for and kept with the block. */
import { lowerBound } from '../../core/lower-bound.ts';
import type { BlockReading, Sentences } from '../model.ts';
import { opensSentence, sentenceStarts, styleOf, type Style } from '../text/sentences.ts';

/** A longer sentence is no title behind a word and a colon. */
const MAX_LED_TITLE = 160;

const sentencesOf = (block: BlockReading): Sentences =>
  (block.sentences ??= { starts: sentenceStarts(block.text), styles: [] });

/** The number of the sentence around a place. */
const numberAt = (starts: readonly number[], at: number) =>
  Math.max(0, lowerBound(starts.length, (k) => (starts[k] ?? 0) <= at) - 1);

export class SentenceIndex {
  readonly #blocks: readonly BlockReading[];
  constructor(blocks: readonly BlockReading[]) {
    this.#blocks = blocks;
  }

  text(block: number): string {
    return this.#blocks[block]?.text ?? '';
  }

  /** The sentence around a place: [start, end). */
  sentence(block: number, at: number): [number, number] {
    const reading = this.#blocks[block];
    if (!reading) return [0, 0];
    const { starts } = sentencesOf(reading);
    const number = numberAt(starts, at);
    return [starts[number] ?? 0, starts[number + 1] ?? reading.text.length];
  }

  style(block: number, at: number): Style {
    const reading = this.#blocks[block];
    if (!reading) return styleOf('');
    const { starts, styles } = sentencesOf(reading);
    const number = numberAt(starts, at);
    const [from, to] = [starts[number] ?? 0, starts[number + 1] ?? reading.text.length];
    const style = (styles[number] ??= styleOf(reading.text.slice(from, to)));
    if (style.title || style.capitals || to - from > MAX_LED_TITLE) return style;
    // "Read more: Lithium Prices Soar"
    const colon = reading.text.slice(from, at).lastIndexOf(': ');
    return colon > 0 ? styleOf(reading.text.slice(from + colon + 2, to)) : style;
  }

  opens(block: number, at: number): boolean {
    return opensSentence(this.text(block), this.sentence(block, at)[0], at);
  }
}
