/** Builds a flow from text nodes. */
import type { Container, Flow } from './flow.ts';
import { isHeading } from './element-rules.ts';

/** UTF-16 units of a flow. A longer text is split into parts, so that no step takes long. */
const MAX_FLOW_LENGTH = 20_000;
/** UTF-16 units before the limit in which a place to split is searched. */
const CUT_WINDOW_UNITS = 2_000;
/** Signs before the first word above which only the last is kept. */
const MAX_LEADING_SIGNS = 1_000;

const WORD = /\S/;
/** The starts of a flow with a single text node. */
const SINGLE_START: readonly number[] = [0];

/**
 * The offset at which to split a long text: after a sentence, or else at a space, or else anywhere.
 */
function cutAt(text: string, from: number): number {
  const limit = from + MAX_FLOW_LENGTH;
  const window = text.slice(limit - CUT_WINDOW_UNITS, limit);
  const sentence = Math.max(window.lastIndexOf('. '), window.lastIndexOf('。'), window.lastIndexOf('\n'));
  const space = sentence >= 0 ? sentence : window.lastIndexOf(' ');
  return space >= 0 ? limit - CUT_WINDOW_UNITS + space + 1 : limit;
}

/**
 * Joins texts into a flat string. Engines keep a concatenated string as a tree, in which reading
 * single units is slow (https://gist.github.com/mraleph/3397008).
 */
const joined = (texts: readonly string[]): string => (texts.length === 1 ? (texts[0] ?? '') : texts.join(''));

/** True if a text is only white space. */
function isBlank(data: string): boolean {
  for (let k = 0; k < data.length; k++) {
    const code = data.charCodeAt(k);
    if (code > 32) return code >= 0x80 && !WORD.test(data);
  }
  return true;
}

export class FlowText {
  #nodes: Text[] = [];
  #starts: number[] = [];
  #texts: string[] = [];
  #length = 0;

  /** Adds a text node. Space before the first word is not part of a flow. */
  add(node: Text, data: string): void {
    if (this.#nodes.length === 0 && isBlank(data)) return;
    this.#nodes.push(node);
    this.#starts.push(this.#length);
    this.#texts.push(data);
    this.#length += data.length;
  }

  get hasText(): boolean {
    return this.#nodes.length > 0;
  }

  /** The text that was added last. */
  get last(): string {
    return this.#texts.at(-1) ?? '';
  }

  /** The last character before the text that was added last. */
  get endBeforeLast(): string {
    return this.#texts.at(-2)?.at(-1) ?? '';
  }

  /** Adds a sign for something that is not text. */
  put(sign: string): void {
    if (this.#nodes.length === 0 && this.#length >= MAX_LEADING_SIGNS) this.#clear();
    this.#texts.push(sign);
    this.#length += sign.length;
  }

  /** True if the text is longer than one part may be. */
  get isLong(): boolean {
    return this.#length > MAX_FLOW_LENGTH && this.#nodes.length > 0;
  }

  /** Yields full parts of a long text, so that the rest stays short. */
  *parts(container: Container): Generator<Flow> {
    const heading = isHeading(container);
    const text = joined(this.#texts);
    const starts = this.#starts;
    let from = 0;
    let first = 0;
    while (text.length - from > MAX_FLOW_LENGTH) {
      const to = cutAt(text, from);
      let end = first;
      while (end < starts.length && (starts[end] ?? 0) < to) end++;
      const offsets = starts.slice(first, end).map((start) => start - from);
      const nodes = this.#nodes.slice(first, end);
      // The last node of this part continues in the next part, unless another node starts exactly
      // there.
      first = starts[end] === to ? end : end - 1;
      const part = { container, text: text.slice(from, to), nodes, starts: offsets, heading };
      from = to;
      yield part;
    }
    this.#nodes = this.#nodes.slice(first);
    this.#starts = starts.slice(first).map((start) => start - from);
    this.#texts = [text.slice(from)];
    this.#length = text.length - from;
  }

  /** Ends the flow; null if it has no text. */
  take(container: Container): Flow | null {
    const flow =
      this.#nodes.length > 0
        ? {
            container,
            text: joined(this.#texts),
            // Copied, because an array that grew has spare capacity.
            nodes: this.#nodes.slice(),
            starts: this.#nodes.length === 1 && this.#starts[0] === 0 ? SINGLE_START : this.#starts.slice(),
            heading: isHeading(container),
          }
        : null;
    if (this.#length > 0) this.#clear();
    return flow;
  }

  #clear(): void {
    this.#nodes = [];
    this.#starts = [];
    this.#texts = [];
    this.#length = 0;
  }
}
