/**
 * Decides whether a mention repeats a name of its section, and under which densities it is
 * underlined.
 */
import type { Density } from '../../settings/settings.ts';
import { inSteps } from '../text/steps.ts';

/**
 * Set when mentions are chosen. Whether a mention is painted also depends on the user's density.
 */
export interface MarkLevel {
  /** True if it is not the first mention of the entry in its section. */
  repeat: boolean;
  /** The sparsest density at which the mention is underlined. */
  from: Density;
}

interface EntryInBlock {
  block: number;
  entry: string;
  /** True for a body or a term of the trade, which is only marked near something controlled. */
  generic: boolean;
}

/** Mentions that are handled in one step. */
export const MENTIONS_A_STEP = 512;

/** The blocks that name something controlled. */
function* controlledBlocks(mentions: readonly EntryInBlock[]): Generator<void, ReadonlySet<number>> {
  const blocks = new Set<number>();
  yield* inSteps(mentions, ({ block, generic }) => generic || blocks.add(block), MENTIONS_A_STEP);
  return blocks;
}

/** Returns true for the first use of each key. */
class Firsts {
  readonly #seen = new Set<string>();

  isFirst(key: string): boolean {
    if (this.#seen.has(key)) return false;
    this.#seen.add(key);
    return true;
  }
}

/**
 * The level of each mention. `mentions`: in reading order. `sections`: section numbers by block.
 */
export function* findMarkLevels(
  mentions: readonly EntryInBlock[],
  sections: readonly number[],
): Generator<void, MarkLevel[]> {
  const controlled = yield* controlledBlocks(mentions);
  const [inSection, inSectionOrPassing, onPage] = [new Firsts(), new Firsts(), new Firsts()];
  /** Blocks that already have a mark of a generic entry. */
  const withGeneric = new Set<number>();
  const levelOf = ({ block, entry, generic }: EntryInBlock): MarkLevel => {
    const key = `${sections[block] ?? 0} ${entry}`;
    const isPassing = generic && !controlled.has(block);
    const isFirst = inSectionOrPassing.isFirst(key);
    // A generic entry gets one mark a page.
    const isLeftOut =
      isPassing || (generic ? withGeneric.has(block) || !onPage.isFirst(entry) : !inSection.isFirst(key));
    if (generic && !isLeftOut) withGeneric.add(block);
    if (isLeftOut) return { repeat: !isFirst, from: 'all' };
    return { repeat: false, from: !generic && onPage.isFirst(entry) ? 'fewer' : 'normal' };
  };
  const levels: MarkLevel[] = [];
  yield* inSteps(mentions, (mention) => levels.push(levelOf(mention)), MENTIONS_A_STEP);
  return levels;
}
