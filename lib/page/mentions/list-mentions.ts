/**
 * Finds mentions of names of subscribed lists, which arrive after the page was read. They have
 * their own matcher, which does not influence the built-in mentions.
 */
import type { Matcher, SenseOptions } from '../../match/index.ts';
import type { KeyReader } from '../../match/names/prefix-filter.ts';
import type { Flow } from '../text/flow.ts';
import { Mentions, type PageMention } from './mentions.ts';

/** The names to find. Passing the same object again has no effect. */
export interface ListNames {
  matcher: Matcher | null;
  /** Collects the keys in a text with which names of large lists start. */
  keys: KeyReader | null;
}

const NO_LIST_NAMES: ListNames = { matcher: null, keys: null };

export class ListMentions {
  #names = NO_LIST_NAMES;
  /** The names for which the page has been read. */
  #behind = NO_LIST_NAMES;
  #mentions: Mentions | null = null;
  /** True if names were removed whose mentions are still shown. */
  #lost = false;

  /** Replaces or removes the names. `catchUp` must then read the text that was read before. */
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
   * Reads a flow's text in steps. Returns true if it found something, even only a key of a large
   * list.
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

  /** See `Mentions`. */
  isCrowdedBy(words: number): boolean {
    return this.#mentions?.isCrowdedBy(words) === true;
  }

  /** See `Mentions`. */
  *isReordered(flows: readonly Flow[]): Generator<void, boolean> {
    return this.#mentions ? yield* this.#mentions.isReordered(flows) : false;
  }

  /** Reads all text that was read for the built-in names. */
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
