/** The texts of targets. Where one stands is counted from the last one of which it is noted, since a page asks for few. */
import { spell } from './coded.ts';
import { SAME_TEXT, TEXT_RUN, WIDE, type CompiledNames } from './compiled.ts';

/** Puts the letters of a target's text into `out`. */
export function spellTarget(names: CompiledNames, target: number, out: number[]): void {
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
    if (k === target) {
      if (flags & WIDE) spell(names.wideLetters, names.widePairs, names.wide, wide - length, length, out);
      else spell(names.latinLetters, names.latinPairs, names.latin, latin - length, length, out);
      return;
    }
  }
}
