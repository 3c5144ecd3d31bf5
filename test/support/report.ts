/** What Vitest wrote of a run, file by file. */
import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';

const Report = v.object({
  testResults: v.array(
    v.object({
      name: v.string(),
      status: v.string(),
      message: v.string(),
      assertionResults: v.array(
        v.object({ fullName: v.string(), status: v.string(), failureMessages: v.array(v.string()) }),
      ),
    }),
  ),
});

export interface FileResult {
  file: string;
  failed: boolean;
  /** How many of its tests ended so. */
  passes: number;
  fails: number;
  skips: number;
  /** A line each: the test and why it failed. */
  faults: string[];
}

const firstLine = (text: string) => text.split('\n', 1)[0] ?? '';

/** Null where the run did not come to its end. */
export function readReport(path: string): FileResult[] | null {
  if (!existsSync(path)) return null;
  const { testResults } = v.parse(Report, JSON.parse(readFileSync(path, 'utf8')));
  return testResults.map(({ name, status, message, assertionResults }) => {
    const count = (wanted: string) => assertionResults.filter((one) => one.status === wanted).length;
    const [passes, fails] = [count('passed'), count('failed')];
    const faults = assertionResults
      .filter((one) => one.status === 'failed')
      .map((one) => `${one.fullName.trim()}: ${firstLine(one.failureMessages[0] ?? '')}`);
    return {
      file: name,
      failed: status === 'failed',
      passes,
      fails,
      skips: assertionResults.length - passes - fails,
      faults: message ? [...faults, firstLine(message)] : faults,
    };
  });
}
