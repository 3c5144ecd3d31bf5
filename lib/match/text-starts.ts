/**
 * Where the text of each target stands. Worked out run by run, when a target of a run is first met: all of
 * them would be a tenth of what a tab does before it can read, and a page meets few.
 */
import { SAME_TEXT, TEXT_RUN, WIDE, type CompiledNames } from './compiled.ts';

export class TextStarts {
  /** In `latin` or `wide`, and one more; 0 where it is not worked out yet. */
  private readonly starts: Uint32Array;

  constructor(private readonly names: CompiledNames) {
    this.starts = new Uint32Array(names.targetLengths.length);
  }

  of(target: number): number {
    const known = this.starts[target] as number;
    return known > 0 ? known - 1 : this.workOut(target);
  }

  private workOut(target: number): number {
    const { starts } = this;
    const { targetLengths, targetFlags, textRuns } = this.names;
    const run = Math.floor(target / TEXT_RUN);
    const to = Math.min(starts.length, (run + 1) * TEXT_RUN);
    // The ends of the last texts.
    let latin = textRuns[2 * run] ?? 0;
    let wide = textRuns[2 * run + 1] ?? 0;
    for (let k = run * TEXT_RUN; k < to; k++) {
      const flags = targetFlags[k] ?? 0;
      const length = targetLengths[k] ?? 0;
      const isNew = (flags & SAME_TEXT) === 0;
      if (flags & WIDE) {
        if (isNew) wide += length;
        starts[k] = wide - length + 1;
      } else {
        if (isNew) latin += length;
        starts[k] = latin - length + 1;
      }
    }
    return (starts[target] ?? 1) - 1;
  }
}
