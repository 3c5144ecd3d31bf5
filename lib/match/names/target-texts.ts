/**
 * The texts of targets. The place of a text is counted from the last noted one, since a page needs
 * few.
 */
import { spelled } from './pair-encoding.ts';
import { SAME_TEXT, TEXT_RUN, WIDE, type CompiledNames } from './compiled-names.ts';

function targetText(names: CompiledNames, target: number): string {
  const { targetLengths, targetSorts, sortFlags, textRuns } = names;
  const run = Math.floor(target / TEXT_RUN);
  let latin = textRuns[2 * run] as number;
  let wide = textRuns[2 * run + 1] as number;
  for (let k = run * TEXT_RUN; ; k++) {
    const flags = sortFlags[targetSorts[k] as number] as number;
    const length = targetLengths[k] as number;
    // Both are the ends of the last texts.
    if ((flags & SAME_TEXT) === 0) {
      if (flags & WIDE) wide += length;
      else latin += length;
    }
    if (k === target)
      return flags & WIDE
        ? spelled(names.wideLetters, names.widePairs, names.wide, wide - length, length)
        : spelled(names.latinLetters, names.latinPairs, names.latin, latin - length, length);
  }
}

const MAX_KEPT_TEXTS = 256;

/** The most texts that are cached: a page needs few, and those again and again. */
export class TargetTexts {
  readonly #texts = new Map<number, string>();

  /** The texts of a list whose targets are numbered from `base` on. */
  of({ names, base }: { names: CompiledNames; base: number }, target: number): string {
    const texts = this.#texts;
    let text = texts.get(base + target);
    if (text === undefined) {
      if (texts.size === MAX_KEPT_TEXTS) texts.clear();
      texts.set(base + target, (text = targetText(names, target)));
    }
    return text;
  }
}
