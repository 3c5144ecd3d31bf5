/**
 * Decodes the texts of targets. An offset is counted from the start of its run, because a page
 * needs few texts.
 */
import { decodeText } from './pair-encoding.ts';
import { TARGET_SAME_TEXT, TEXT_RUN, TARGET_WIDE, type CompiledNames } from './compiled-names.ts';

function targetText(names: CompiledNames, target: number): string {
  const { targetLengths, targetSorts, sortFlags, textRuns } = names;
  const run = Math.floor(target / TEXT_RUN);
  let latin = textRuns[2 * run] as number;
  let wide = textRuns[2 * run + 1] as number;
  for (let k = run * TEXT_RUN; ; k++) {
    const flags = sortFlags[targetSorts[k] as number] as number;
    const length = targetLengths[k] as number;
    // Now both are the ends of the previous texts.
    if ((flags & TARGET_SAME_TEXT) === 0) {
      if (flags & TARGET_WIDE) wide += length;
      else latin += length;
    }
    if (k === target)
      return flags & TARGET_WIDE
        ? decodeText(names.wideLetters, names.widePairs, names.wide, wide - length, length)
        : decodeText(names.latinLetters, names.latinPairs, names.latin, latin - length, length);
  }
}

const MAX_KEPT_TEXTS = 256;

/** A cache of texts: a page needs few, but often. */
export class TargetTexts {
  readonly #texts = new Map<number, string>();

  /** The text of a target in a list whose targets are numbered from `base` on. */
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
