/** Puts one run of text together, node by node, with the way back to its text nodes. */
import type { Container, Flow } from './flow.ts';
import { isHeading } from './element-rules.ts';

/** A longer text is read in parts, so that no step takes long. UTF-16 units. */
const MAX_FLOW_LENGTH = 20_000;
/** UTF-16 units before its limit in which the end of a part is searched for. */
const CUT_WINDOW_UNITS = 2_000;
/** Of more signs than this before the first word only the last is kept. */
const MAX_LEADING_SIGNS = 1_000;

const WORD = /\S/;
/** The starts of a flow with a single text node. */
const AT_START: readonly number[] = [0];

/** The place to cut a long text: after a sentence, else at a space, else anywhere. */
function cutAt(text: string, from: number): number {
  const limit = from + MAX_FLOW_LENGTH;
  const window = text.slice(limit - CUT_WINDOW_UNITS, limit);
  const sentence = Math.max(window.lastIndexOf('. '), window.lastIndexOf('。'), window.lastIndexOf('\n'));
  const space = sentence >= 0 ? sentence : window.lastIndexOf(' ');
  return space >= 0 ? limit - CUT_WINDOW_UNITS + space + 1 : limit;
}

/** Joins texts into one flat string: engines read a concatenated one slowly, letter by letter. */
const joined = (texts: readonly string[]): string => (texts.length === 1 ? (texts[0] ?? '') : texts.join(''));

/** True if a text is nothing but space. Most texts tell by their first letter. */
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

  /** Adds a text node. Space before the first word is no part of a flow. */
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

  /** The piece that was added last. */
  get last(): string {
    return this.#texts.at(-1) ?? '';
  }

  /** The last letter or sign before the piece that was added last. */
  get endBeforeLast(): string {
    return this.#texts.at(-2)?.at(-1) ?? '';
  }

  /** Adds a sign for something that is not text. */
  put(sign: string): void {
    if (this.#nodes.length === 0 && this.#length >= MAX_LEADING_SIGNS) this.#clear();
    this.#texts.push(sign);
    this.#length += sign.length;
  }

  /** True if there is more than one part may hold. */
  get isLong(): boolean {
    return this.#length > MAX_FLOW_LENGTH && this.#nodes.length > 0;
  }

  /** Yields full parts of a long text, so that the rest stays short however long the run is. */
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
      // The last node of this part continues in the next one, unless another starts right there.
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

  /** Ends the run; null where it has no text. */
  take(container: Container): Flow | null {
    const flow =
      this.#nodes.length > 0
        ? {
            container,
            text: joined(this.#texts),
            // Copies: an array that grew keeps room for more.
            nodes: this.#nodes.slice(),
            starts: this.#nodes.length === 1 && this.#starts[0] === 0 ? AT_START : this.#starts.slice(),
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
