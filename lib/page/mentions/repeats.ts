/**
 * Decides whether a mention repeats a name of its section, and under which densities it is
 * underlined.
 */
import type { Density } from '../../settings/settings.ts';
import { inSteps } from '../text/steps.ts';

export interface Standing {
  /** Not the first mention of the thing in its section. */
  repeat: boolean;
  /** The sparsest choice in which the mention is underlined. */
  from: Density;
}

interface Found {
  block: number;
  entry: string;
  /** A body, or a word of the trade: of interest beside something controlled. */
  generic: boolean;
}

/** Mentions that are looked at in one step. */
export const MENTIONS_A_STEP = 512;

/** Blocks in which something controlled stands. */
function* controlledBlocks(mentions: readonly Found[]): Generator<void, ReadonlySet<number>> {
  const blocks = new Set<number>();
  yield* inSteps(mentions, ({ block, generic }) => generic || blocks.add(block), MENTIONS_A_STEP);
  return blocks;
}

/** True for the first of a kind only. */
class Firsts {
  readonly #seen = new Set<string>();

  isFirst(key: string): boolean {
    if (this.#seen.has(key)) return false;
    this.#seen.add(key);
    return true;
  }
}

/** `mentions` in reading order; `sections` by block. */
export function* findStandings(mentions: readonly Found[], sections: readonly number[]): Generator<void, Standing[]> {
  const controlled = yield* controlledBlocks(mentions);
  const [inSection, inSectionOrPassing, onPage] = [new Firsts(), new Firsts(), new Firsts()];
  /** Blocks with the mark of a generic one: each needs one. */
  const withGeneric = new Set<number>();
  const standingOf = ({ block, entry, generic }: Found): Standing => {
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
  const standings: Standing[] = [];
  yield* inSteps(mentions, (mention) => standings.push(standingOf(mention)), MENTIONS_A_STEP);
  return standings;
}
