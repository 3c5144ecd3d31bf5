/**
 * `npm test`: runs everything quick. The builds come first and alone. Then the browser tests,
 * which take longest, run at the same time as all other steps, which give way to them. Prints
 * each step with its time, the output of failed steps, and a last line: `N passed, N failed`.
 * `--long` adds the slow checks, as CI runs them. `--deep` runs properties twenty times as long,
 * and all end-to-end files in both browsers. `--only STEP` runs the steps whose name contains
 * that word. An end-to-end file that fails runs once more at the end, alone and in a new browser,
 * because browsers on a busy machine sometimes lose a target. Files that pass only then are named
 * at the end.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { BROWSERS, findOrFetchBrowser, howToInstall } from '../../lib/tools/browser/browsers.ts';
import { readReport, type FileResult } from './report.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const RESULTS = `${ROOT}.tmp/results`;
const { values } = parseArgs({
  options: {
    long: { type: 'boolean', default: false },
    deep: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});

interface Step {
  name: string;
  command: string[];
  /**
   * Set for runs of Vitest: the file for their results, from which tests are counted one by one.
   */
  report?: string;
  /**
   * True for steps that run beside the browser tests. The system gives them the processor when no
   * browser wants it.
   */
  givesWay?: boolean;
}

const node = (file: string, ...words: string[]) => [process.execPath, `${ROOT}node_modules/${file}`, ...words];
const tsx = (file: string, ...words: string[]) => [process.execPath, '--import', 'tsx', file, ...words];
/** `projects` are names, which may end in a star; `file` limits the run to one file. */
function vitest(projects: string, file?: string): Step {
  const name = file ? `${projects} ${file}` : projects.replace(/-\*$/, '');
  const words = ['--project', projects, '--reporter=default', '--reporter=./test/support/report.ts'];
  return {
    name,
    command: node('vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts', ...words, ...(file ? [file] : [])),
    report: `${RESULTS}/${name.replaceAll('/', '+')}.json`,
  };
}

const prepare: Step = { name: 'prepare', command: node('wxt/bin/wxt.mjs', 'prepare') };
const still: Step[] = [
  vitest('unit'),
  vitest('counted'),
  vitest('page'),
  { name: 'types', command: node('typescript/bin/tsc', '--noEmit') },
  { name: 'lint', command: node('oxlint/bin/oxlint', '--config', '.oxlintrc.json', '--deny-warnings') },
  { name: 'format', command: node('prettier/bin/prettier.cjs', '--check', '.', '--log-level', 'warn') },
  { name: 'knowledge', command: tsx('lib/tools/cli/knowledge.ts', 'check', '--quiet', '--today', 'list') },
  { name: 'search', command: tsx('test/search/score.ts', '--check') },
];
const build: Step = { name: 'build', command: tsx('test/builds/build.ts') };
const inBrowsers = vitest('e2e-*');

/** Checks that take longer. */
const longer: Step[] = [
  { name: 'expressions', command: tsx('test/support/check-expressions.ts') },
  { name: 'dead', command: node('knip/bin/knip.js', '--no-progress') },
  // Mozilla's reviewers rebuild the package; the other store's come from the same sources.
  { name: 'packages', command: tsx('test/builds/rebuild.ts', ...(values.deep ? [] : ['--browser', 'firefox'])) },
  { name: 'accuracy', command: tsx('test/accuracy/run.ts', '--check') },
  vitest('servers'),
];
/** It measures, so nothing may run at the same time. */
const bench: Step = {
  name: 'bench',
  command: tsx('test/bench/run.ts', '--short', ...(values.deep ? [] : ['--turns'])),
};

let passed = 0;
let failed = 0;

function tally(files: readonly FileResult[] | null, ok: boolean): void {
  let bad = 0;
  for (const { passes, fails, skips } of files ?? []) {
    passed += passes;
    // CI counts skipped tests as failed. Elsewhere a program such as Apache may be missing.
    bad += fails + (process.env['CI'] ? skips : 0);
  }
  if (!files && ok) passed++;
  failed += ok ? bad : Math.max(1, bad);
}

/** Resolves to true if the step succeeded. */
function run({ name, command, report, givesWay }: Step): Promise<boolean> {
  const [file = '', ...words] = command;
  const from = performance.now();
  return new Promise((resolve) => {
    const child = spawn(file, words, {
      cwd: ROOT,
      env: {
        ...process.env,
        NO_COLOR: '1',
        ...(report && { REPORT: report }),
        ...(!values.deep && { E2E: values.long ? 'turns' : 'quick' }),
        ...(values.deep && { RUNS_TIMES: process.env['RUNS_TIMES'] ?? '20' }),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (givesWay && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()));
    child.on('close', (code) => {
      const ok = code === 0;
      if (!ok) console.log(output.trimEnd());
      console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${((performance.now() - from) / 1000).toFixed(1)} s)`);
      resolve(ok);
    });
  });
}

const wanted = ({ name }: Pick<Step, 'name'>) => values.only === undefined || name.includes(values.only);

async function runAndTally(step: Step): Promise<boolean> {
  const ok = await run(step);
  tally(readReport(step.report), ok);
  return ok;
}

async function lane(steps: readonly Step[]): Promise<void> {
  for (const step of steps) if (wanted(step)) await runAndTally(step);
}

/** If more files than this fail, there is a cause, and they do not run again. */
const MOST_AGAIN = 5;

/**
 * Runs the end-to-end tests. Returns the files that failed, without counting them, unless they are
 * too many.
 */
async function endToEnd(): Promise<FileResult[]> {
  if (!wanted(inBrowsers)) return [];
  const ok = await run(inBrowsers);
  const files = readReport(inBrowsers.report);
  const bad = files?.filter(({ failed: isBad }) => isBad) ?? [];
  const again = bad.length > MOST_AGAIN ? [] : bad;
  tally(files?.filter((one) => !again.includes(one)) ?? null, ok || again.length > 0);
  return again;
}

/** Runs files once more, one by one, and returns a line for each that now passes. */
async function runAgain(files: readonly FileResult[]): Promise<string[]> {
  const better: string[] = [];
  for (const { project, file, faults } of files) {
    const step = vitest(project, file);
    if (await runAndTally(step)) better.push(`${step.name}: ${faults.join(' | ')}`);
  }
  return better;
}

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
const from = performance.now();
for (const browser of BROWSERS) {
  if (await findOrFetchBrowser(browser)) continue;
  failed++;
  console.log(`FAILED ${browser}: ${howToInstall(browser)}`);
}
await lane([prepare, build]);
const beside = [vitest('builds'), ...still, ...(values.long ? longer : [])];
const [failing] = await Promise.all([endToEnd(), lane(beside.map((step) => ({ ...step, givesWay: true })))]);
const second = await runAgain(failing);
if (values.long) await lane([bench]);
if (second.length > 0) console.log(`passed only when run again, alone:\n  ${second.join('\n  ')}`);
console.log(`${((performance.now() - from) / 1000).toFixed(0)} s in all`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
