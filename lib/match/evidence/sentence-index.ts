/** Finds the sentences of an article's blocks on demand, and caches them with the block. */
import { lowerBound } from '../../core/lower-bound.ts';
import type { BlockReading } from '../model.ts';
import { opensSentence, sentenceStarts, styleOf, type Style } from '../text/sentences.ts';

/** UTF-16 units of the longest title after a word and a colon. */
const MAX_LED_TITLE = 160;

interface Sentences {
  readonly starts: readonly number[];
  /** By sentence number. */
  readonly styles: (Style | undefined)[];
}

const known = new WeakMap<BlockReading, Sentences>();

function sentencesOf(block: BlockReading): Sentences {
  let sentences = known.get(block);
  if (!sentences) known.set(block, (sentences = { starts: sentenceStarts(block.text), styles: [] }));
  return sentences;
}

/** The number of the sentence at an offset. */
const numberAt = (starts: readonly number[], at: number) =>
  Math.max(0, lowerBound(starts.length, (k) => (starts[k] ?? 0) <= at) - 1);

export class SentenceIndex {
  readonly #blocks: readonly BlockReading[];
  readonly #sentences: (Sentences | undefined)[];

  constructor(blocks: readonly BlockReading[]) {
    this.#blocks = blocks;
    this.#sentences = new Array(blocks.length);
  }

  text(block: number): string {
    return this.#blocks[block]?.text ?? '';
  }

  /** The sentence at an offset: [start, end). */
  sentence(block: number, at: number): [number, number] {
    const reading = this.#blocks[block];
    if (!reading) return [0, 0];
    const { starts } = (this.#sentences[block] ??= sentencesOf(reading));
    const number = numberAt(starts, at);
    return [starts[number] ?? 0, starts[number + 1] ?? reading.text.length];
  }

  style(block: number, at: number): Style {
    const reading = this.#blocks[block];
    if (!reading) return styleOf('');
    const { starts, styles } = (this.#sentences[block] ??= sentencesOf(reading));
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
