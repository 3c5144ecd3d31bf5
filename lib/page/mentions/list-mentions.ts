/**
 * Mentions of names of subscribed lists, which arrive after the page was read. They have a matcher
 * of their own, which does not influence the built-in mentions.
 */
import type { Matcher, SenseOptions } from '../../match/index.ts';
import type { KeyReader } from '../../match/names/prefix-filter.ts';
import type { Flow } from '../text/flow.ts';
import { Mentions, type PageMention } from './mentions.ts';

/** The names to look for. Passing the same object again does nothing. */
export interface ListNames {
  matcher: Matcher | null;
  /** Collects the keys of names of large lists that occur in a text. */
  keys: KeyReader | null;
}

const NONE: ListNames = { matcher: null, keys: null };

export class ListMentions {
  #names = NONE;
  /** Names for which the page has not been read yet. */
  #behind = NONE;
  #mentions: Mentions | null = null;
  /** Names were removed, and their mentions are still shown. */
  #lost = false;

  /** Replaces the names, or removes them. `catchUp` then reads the text that was read before. */
  use(names: ListNames): void {
    const { matcher, keys } = this.#names;
    const behind = this.#behind;
    if (names.matcher !== matcher) this.#mentions = names.matcher && new Mentions(names.matcher);
    this.#lost ||= matcher !== null && names.matcher === null;
    this.#behind = {
      matcher: names.matcher === matcher ? behind.matcher : names.matcher,
      keys: names.keys === keys ? behind.keys : names.keys,
    };
    this.#names = names;
  }

  /** True if the page has not been read for the present names yet. */
  get behind(): boolean {
    return this.#lost || this.#behind.matcher !== null || this.#behind.keys !== null;
  }

  get all(): readonly PageMention[] {
    return this.#mentions?.all ?? [];
  }

  /**
   * The work of reading a flow's text; true if anything was found, be it a word that names of large
   * lists start with.
   */
  *read(flow: Flow): Generator<void, boolean> {
    const { matcher, keys } = this.#behind;
    const reader = keys ? null : this.#names.keys;
    const before = reader?.met.size;
    reader?.read(flow.text);
    const met = reader?.met.size !== before;
    return (!matcher && this.#mentions !== null && (yield* this.#mentions.read(flow))) || met;
  }

  forget(flow: Flow): boolean {
    return this.#mentions?.forget(flow) === true;
  }

  /** See Mentions. */
  isCrowdedBy(words: number): boolean {
    return this.#mentions?.isCrowdedBy(words) === true;
  }

  /** Reads for these names all text that was read for the built-in ones. */
  *catchUp(flows: readonly Flow[]): Generator<void> {
    const { matcher, keys } = this.#behind;
    const mentions = matcher && this.#mentions;
    for (const flow of flows) {
      if (mentions) yield* mentions.read(flow);
      keys?.read(flow.text);
      yield;
    }
    const now = this.#behind;
    this.#behind = {
      matcher: now.matcher === matcher ? null : now.matcher,
      keys: now.keys === keys ? null : now.keys,
    };
    this.#lost = false;
  }

  *choose(flows: readonly Flow[], { date, lang, muted }: SenseOptions): Generator<void, void> {
    if (this.#mentions) yield* this.#mentions.choose(flows, { date, lang, muted, allReadings: true });
  }

  clear(): void {
    this.#mentions?.clear();
  }
}
