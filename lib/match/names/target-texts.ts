/**
 * The texts of targets. Where one stands is counted from the last one of which it is noted, since a
 * page asks for few.
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

/** A page asks for few, and for those again and again: so many are kept. */
export class TargetTexts {
  readonly #texts = new Map<number, string>();

  /** Of a list whose targets are numbered from `base` on. */
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
