/** Where the text of a target stands: counted from the last one of which it is noted, since a page asks for few. */
import { SAME_TEXT, TEXT_RUN, WIDE, type CompiledNames } from './compiled.ts';

/** In `latin` or `wide`. */
export function textStart({ targetLengths, targetSorts, sortFlags, textRuns }: CompiledNames, target: number): number {
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
    if (k === target) return (flags & WIDE ? wide : latin) - length;
  }
}
