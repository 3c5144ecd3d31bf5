/**
 * Mentions of names that come after the page was read: those of subscribed lists, and the reader's own.
 * They are found by matchers of their own, beside the built-in names and with no influence on them. What
 * is hidden (own terms, private lists) is never registered as marks: a page can read both `CSS.highlights`
 * and what is missing from it.
 */
import type { Matcher, SenseOptions } from '../../match/index.ts';
import type { KeyReader } from '../../match/names/prefix-filter.ts';
import type { Flow } from '../text/collect.ts';
import { Mentions, type PageMention } from './mentions.ts';

/** What is looked for; the same object again costs nothing. */
export interface LateNames {
  painted: Matcher | null;
  hidden: Matcher | null;
  /** Notes which names of large lists a text may hold. */
  keys: KeyReader | null;
}

const NONE: LateNames = { painted: null, hidden: null, keys: null };

export class LateMentions {
  #names = NONE;
  /** What the page was not read for yet. */
  #behind = NONE;
  #painted: Mentions | null = null;
  #hidden: Mentions | null = null;

  /** Other names, or none. What stands on the page is read for them by `catchUp`. */
  use(names: LateNames): void {
    const { painted, hidden, keys } = this.#names;
    const behind = this.#behind;
    if (names.painted !== painted) this.#painted = names.painted && new Mentions(names.painted);
    if (names.hidden !== hidden) this.#hidden = names.hidden && new Mentions(names.hidden, true);
    this.#lost ||= (painted !== null && names.painted === null) || (hidden !== null && names.hidden === null);
    this.#behind = {
      painted: names.painted === painted ? behind.painted : names.painted,
      hidden: names.hidden === hidden ? behind.hidden : names.hidden,
      keys: names.keys === keys ? behind.keys : names.keys,
    };
    this.#names = names;
  }

  /** Names went, and what was found of them is still shown. */
  #lost = false;

  /** The names changed, and the page was not read for them yet. */
  get behind(): boolean {
    return this.#lost || this.#behind.painted !== null || this.#behind.hidden !== null || this.#behind.keys !== null;
  }

  get hidden(): readonly PageMention[] {
    return this.#hidden?.all ?? [];
  }

  get painted(): readonly PageMention[] {
    return this.#painted?.all ?? [];
  }

  /** True if anything was found, be it a word that names of large lists start with. */
  read(flow: Flow): boolean {
    const { painted, hidden, keys } = this.#behind;
    const reader = keys ? null : this.#names.keys;
    const before = reader?.met.size;
    reader?.read(flow.text);
    const met = reader?.met.size !== before;
    const one = !painted && this.#painted?.read(flow) === true;
    return (!hidden && this.#hidden?.read(flow) === true) || one || met;
  }

  forget(flow: Flow): boolean {
    const one = this.#painted?.forget(flow) === true;
    return this.#hidden?.forget(flow) === true || one;
  }

  /** Reads what the built-in names were looked for in already. */
  *catchUp(flows: readonly Flow[]): Generator<void> {
    const { painted, hidden, keys } = this.#behind;
    const [paintedIn, hiddenIn] = [painted && this.#painted, hidden && this.#hidden];
    for (const flow of flows) {
      paintedIn?.read(flow);
      hiddenIn?.read(flow);
      keys?.read(flow.text);
      yield;
    }
    const now = this.#behind;
    this.#behind = {
      painted: now.painted === painted ? null : now.painted,
      hidden: now.hidden === hidden ? null : now.hidden,
      keys: now.keys === keys ? null : now.keys,
    };
    this.#lost = false;
  }

  *choose(flows: readonly Flow[], { date, lang, muted }: SenseOptions): Generator<void, void> {
    const [painted, hidden] = [this.#painted, this.#hidden];
    if (painted) yield* painted.choose(flows, { date, lang, muted, allReadings: true });
    // What the reader noted is found whatever is muted of the words of others.
    if (hidden)
      yield* hidden.choose(flows, {
        date,
        lang,
        muted: new Set([...(muted ?? [])].filter((one) => one.includes(':'))),
        allReadings: true,
      });
  }

  clear(): void {
    this.#painted?.clear();
    this.#hidden?.clear();
  }
}
