/**
 * The reader's own terms on a page. They are found by a matcher of their own, beside the public names
 * and with no influence on them, and are never registered as marks: a page can read both
 * `CSS.highlights` and what is missing from it.
 */
import type { Matcher, SenseOptions } from '../match/index.ts';
import type { Flow } from './collect.ts';
import { Mentions, type PageMention } from './mentions.ts';

export class OwnMentions {
  #mentions: Mentions | null = null;
  #behind = false;

  /** Other names, or none. What stands on the page is read for them by `catchUp`. */
  use(matcher: Matcher | null): void {
    this.#mentions = matcher && new Mentions(matcher, true);
    this.#behind = true;
  }

  /** The names changed, and the page was not read for them yet. */
  get behind(): boolean {
    return this.#behind;
  }

  get all(): readonly PageMention[] {
    return this.#mentions?.all ?? [];
  }

  /** True if anything was found. */
  read(flow: Flow): boolean {
    return !this.#behind && this.#mentions?.read(flow) === true;
  }

  forget(flow: Flow): boolean {
    return this.#mentions?.forget(flow) === true;
  }

  /** Reads what public names were looked for in already. */
  *catchUp(flows: readonly Flow[]): Generator<void> {
    const mentions = this.#mentions;
    for (const flow of flows) {
      mentions?.read(flow);
      yield;
    }
    if (mentions === this.#mentions) this.#behind = false;
  }

  choose(flows: readonly Flow[], { date, lang }: SenseOptions): void {
    this.#mentions?.choose(flows, { date, lang });
  }

  clear(): void {
    this.#mentions?.clear();
  }
}

/** Both in reading order. */
export function inOrder(mentions: readonly PageMention[], own: readonly PageMention[], flows: readonly Flow[]): readonly PageMention[] {
  if (own.length === 0) return mentions;
  const place = new Map(flows.map((flow, n) => [flow, n]));
  return [...mentions, ...own].sort((a, b) => (place.get(a.flow) ?? 0) - (place.get(b.flow) ?? 0) || a.start - b.start);
}
