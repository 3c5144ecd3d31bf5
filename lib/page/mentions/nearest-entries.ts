/** The entries that a page names around one of its mentions. */
import { MAX_BESIDE, MAX_IN_SENTENCE } from '../../messaging/limits.ts';
import { isDecisive } from '../../messaging/compare-nearest.ts';
import type { NearestEntries } from '../../messaging/nearest-schema.ts';
import { sentenceAround } from '../text/quote.ts';
import type { PageMention } from './mentions.ts';

/** Mentions that are examined on each side. */
const MAX_STEPS = 300;

type Placed = Pick<PageMention, 'entry' | 'flow' | 'start' | 'end'>;

/** The nearest entries, in the same order for all mentions of a sentence. */
export function nearTo(all: readonly Placed[], at: number): NearestEntries {
  const own = all[at];
  if (!own) return { sentence: [], beside: [] };
  const { from, to } = sentenceAround(own);
  const [sentence, beside] = [new Set<string>(), new Set<string>()];
  const look = (other: Placed | undefined) => {
    if (!other || other.entry === own.entry || !isDecisive(other.entry)) return;
    const isInSentence = other.flow === own.flow && other.start >= from && other.start < to;
    if (isInSentence && sentence.size < MAX_IN_SENTENCE) sentence.add(other.entry);
    if (beside.size < MAX_BESIDE) beside.add(other.entry);
  };
  for (let step = 1; step <= MAX_STEPS && beside.size < MAX_BESIDE; step++) {
    look(all[at - step]);
    look(all[at + step]);
  }
  return { sentence: [...sentence].sort(), beside: [...beside].sort() };
}

/** Caches the result for hovered mentions while the page's mentions are the same. */
export class NearMentions {
  #all: readonly PageMention[] = [];
  #known = new WeakMap<PageMention, NearestEntries>();

  of(mention: PageMention, all: readonly PageMention[]): NearestEntries {
    if (all !== this.#all) [this.#all, this.#known] = [all, new WeakMap()];
    const near = this.#known.get(mention) ?? nearTo(all, all.indexOf(mention));
    this.#known.set(mention, near);
    return near;
  }
}
