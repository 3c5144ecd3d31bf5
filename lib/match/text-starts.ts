/**
 * Where the text of each target stands. Worked out run by run, when a target of a run is first met: all of
 * them would be a tenth of what a tab does before it can read, and a page meets few.
 */
import { SAME_TEXT, TEXT_RUN, WIDE, type CompiledNames } from './compiled.ts';

export class TextStarts {
  /** By run: where its texts start in `latin` or `wide`; undefined where that is not worked out yet. */
  private readonly runs: (Uint32Array | undefined)[];

  constructor(private readonly names: CompiledNames) {
    this.runs = new Array<undefined>(Math.ceil(names.targetLengths.length / TEXT_RUN)).fill(undefined);
  }

  of(target: number): number {
    const run = Math.floor(target / TEXT_RUN);
    return (this.runs[run] ?? this.workOut(run))[target % TEXT_RUN] as number;
  }

  private workOut(run: number): Uint32Array {
    const starts = new Uint32Array(TEXT_RUN);
    const { targetLengths, targetFlags, textRuns } = this.names;
    const first = run * TEXT_RUN;
    // The ends of the last texts.
    let latin = textRuns[2 * run] ?? 0;
    let wide = textRuns[2 * run + 1] ?? 0;
    for (let k = 0; k < TEXT_RUN; k++) {
      const flags = targetFlags[first + k] ?? 0;
      const length = targetLengths[first + k] ?? 0;
      const isNew = (flags & SAME_TEXT) === 0;
      if (flags & WIDE) {
        if (isNew) wide += length;
        starts[k] = wide - length;
      } else {
        if (isNew) latin += length;
        starts[k] = latin - length;
      }
    }
    this.runs[run] = starts;
    return starts;
  }
}
