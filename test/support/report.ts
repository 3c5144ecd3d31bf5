/**
 * The result of each file of a run: written by Vitest, to the path in `REPORT`, and read by `npm
 * test`.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';
import type { Reporter, TestModule } from 'vitest/node';

const Report = v.array(
  v.object({
    /** The Vitest project: a file may run in two. */
    project: v.string(),
    file: v.string(),
    failed: v.boolean(),
    /** How many of its tests ended so. */
    passes: v.number(),
    fails: v.number(),
    skips: v.number(),
    /** A line each: the test and why it failed. */
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

/** Null where there is none, or the run was cut short. */
export const readReport = (path: string | undefined): FileResult[] | null =>
  path !== undefined && existsSync(path) ? v.parse(Report, JSON.parse(readFileSync(path, 'utf8'))) : null;
