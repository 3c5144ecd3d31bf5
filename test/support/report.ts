/**
 * The results of a run by file: Vitest writes them to the path in `REPORT`, and `npm test` reads
 * them.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';
import type { Reporter, TestModule } from 'vitest/node';

const Report = v.array(
  v.object({
    /** The Vitest project, because a file may run in two. */
    project: v.string(),
    file: v.string(),
    failed: v.boolean(),
    /** The number of its tests with each result. */
    passes: v.number(),
    fails: v.number(),
    skips: v.number(),
    /** One line for each failure: the test and the reason. */
    faults: v.array(v.string()),
  }),
);
export type FileResult = v.InferOutput<typeof Report>[number];

const firstLine = (text = '') => text.split('\n', 1)[0] ?? '';

function resultOf(module: TestModule): FileResult {
  const tests = [...module.children.allTests()].map((test) => ({ name: test.fullName, ...test.result() }));
  const count = (state: string) => tests.filter((one) => one.state === state).length;
  const [passes, fails] = [count('passed'), count('failed')];
  return {
    project: module.project.name,
    file: module.relativeModuleId,
    failed: !module.ok(),
    passes,
    fails,
    skips: tests.length - passes - fails,
    faults: [
      ...tests
        .filter(({ state }) => state === 'failed')
        .map((one) => `${one.name}: ${firstLine(one.errors?.[0]?.message)}`),
      ...module.errors().map(({ message }) => firstLine(message)),
    ],
  };
}

export default class FileReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const path = process.env['REPORT'];
    if (path) writeFileSync(path, JSON.stringify(modules.map(resultOf)));
  }
}

/** Null if there are no results, or the run was interrupted. */
export const readReport = (path: string | undefined): FileResult[] | null =>
  path !== undefined && existsSync(path) ? v.parse(Report, JSON.parse(readFileSync(path, 'utf8'))) : null;
