/**
 * Measures the work of code by counting instead of timing: how often the blocks of our own code run
 * (V8 counts them), and how many units of text the built-in string searches cover. The result is
 * the same on every machine and under every load.
 */
import { Session, type Profiler } from 'node:inspector';

/** Only code in these folders counts. */
const MATCHING = /\/lib\/(?:match|core)\//;

/** Patches the string searches while work is counted: each reports the units that it covered. */
function countSearches(add: (units: number) => void): () => void {
  const regexp = RegExp.prototype;
  const string = String.prototype;
  const { exec } = regexp;
  const { indexOf, lastIndexOf, includes, toLowerCase, split, trim } = string;
  regexp.exec = function (this: RegExp, text: string) {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const found = exec.call(this, text);
    // A sticky expression, or one that begins with ^, is tried at one position only.
    const reach = found ? found.index + found[0].length : text.length;
    if (this.sticky || this.source.startsWith('^')) add(found ? found[0].length : 1);
    else add(Math.max(1, reach - from));
    return found;
  };
  string.indexOf = function (this: string, part: string, from = 0) {
    const at = indexOf.call(this, part, from);
    add(Math.max(1, (at < 0 ? this.length : at) - from));
    return at;
  };
  string.lastIndexOf = function (this: string, part: string, from = this.length) {
    const at = lastIndexOf.call(this, part, from);
    add(Math.max(1, Math.min(from, this.length) - Math.max(0, at)));
    return at;
  };
  string.includes = function (this: string, part: string, from = 0) {
    const at = indexOf.call(this, part, from);
    add(Math.max(1, (at < 0 ? this.length : at) - from));
    return at >= 0;
  };
  string.toLowerCase = function (this: string) {
    add(this.length);
    return toLowerCase.call(this);
  };
  const countedSplit = function (this: string, ...words: unknown[]) {
    add(this.length);
    return Reflect.apply(split, this, words) as string[];
  };
  string.split = countedSplit as typeof split;
  string.trim = function (this: string) {
    const trimmed = trim.call(this);
    add(this.length - trimmed.length + 1);
    return trimmed;
  };
  return () => {
    regexp.exec = exec;
    Object.assign(string, { indexOf, lastIndexOf, includes, toLowerCase, split, trim });
  };
}

/** Counts the work of functions. `close` it afterwards. */
export function workCounter(ours = MATCHING) {
  const session = new Session();
  session.connect();
  const post = <T>(method: string, params: object = {}): T => {
    let answer: T | undefined;
    session.post(method, params, (error, result) => {
      if (error) throw new Error(error.message);
      answer = result as T;
    });
    return answer as T;
  };
  post('Profiler.enable');
  post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  /** Blocks that ran since the last call. */
  const blocksRun = (): number => {
    let count = 0;
    const { result } = post<Profiler.TakePreciseCoverageReturnType>('Profiler.takePreciseCoverage');
    for (const { url, functions } of result)
      if (ours.test(url)) for (const { ranges } of functions) for (const range of ranges) count += range.count;
    return count;
  };
  return {
    count(work: () => void): number {
      let units = 0;
      blocksRun();
      const stop = countSearches((more) => (units += more));
      try {
        work();
      } finally {
        stop();
      }
      return units + blocksRun();
    },
    /** Counts asynchronous work, without string searches. */
    async blocksOf(work: () => Promise<void>): Promise<number> {
      blocksRun();
      await work();
      return blocksRun();
    },
    close(): void {
      post('Profiler.stopPreciseCoverage');
      session.disconnect();
    },
  };
}
