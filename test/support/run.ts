/**
 * `npm test`: everything quick, two steps at a time so that two cores are used. Prints each step with its time,
 * the output of those that failed, and at the end one line: `N passed, N failed`. `--long` adds the
 * checks that take longer, as CI runs them, `--deep` runs properties twenty times as long; `--only STEP` runs the steps whose names hold that word.
 *
 * An end-to-end file that fails is run once more when all else is quiet, in a browser of its own: browsers on
 * a loaded machine lose a target now and then. What passes only then is named at the end.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { BROWSERS, findOrFetchBrowser, howToInstall, type BrowserName } from '../../lib/publish/browsers.ts';
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
  /** A Vitest project: its tests are counted one by one. */
  counts?: boolean;
}

const node = (file: string, ...words: string[]) => [process.execPath, `${ROOT}node_modules/${file}`, ...words];
const wxt = (...words: string[]) => node('wxt/bin/wxt.mjs', ...words);
const tsx = (file: string, ...words: string[]) => [process.execPath, '--import', 'tsx', file, ...words];
const reportOf = (name: string) => `${RESULTS}/${name.replaceAll('/', '+')}.json`;
/** `which`: one file, or a part of them all. */
const vitest = (project: string, which?: string): Step => ({
  name: which ? `${project} ${which}` : project,
  command: node(
    'vitest/vitest.mjs',
    'run',
    '--config',
    'test/vitest.config.ts',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportOf(which ? `${project} ${which}` : project)}`,
    ...(which ? [which] : []),
  ),
  counts: true,
});

const build = (browser: string, mode: 'store' | 'preview'): Step => ({
  name: `build ${browser} ${mode}`,
  command: wxt('build', '-b', browser, ...(mode === 'preview' ? ['--mode', 'preview'] : [])),
});

const prepare: Step = { name: 'prepare', command: wxt('prepare') };
const still: Step[] = [
  { name: 'types', command: node('typescript/bin/tsc', '--noEmit') },
  { name: 'lint', command: node('oxlint/bin/oxlint', '--config', '.oxlintrc.json', '--deny-warnings') },
  { name: 'format', command: node('prettier/bin/prettier.cjs', '--check', '.', '--log-level', 'warn') },
  { name: 'knowledge', command: tsx('lib/publish/knowledge.ts', 'check', '--quiet') },
  vitest('unit'),
];
const builds: Step[] = BROWSERS.flatMap((browser) => [build(browser, 'preview'), build(browser, 'store')]);

/** Checks that take longer. */
const longer: Step[] = [
  { name: 'packages', command: tsx('test/builds/rebuild.ts') },
  { name: 'accuracy', command: tsx('test/accuracy/run.ts', '--check') },
  vitest('servers'),
];
/** Measures, so that nothing may run beside it. */
const bench: Step = { name: 'bench', command: tsx('test/bench/run.ts', '--short') };

let passed = 0;
let failed = 0;

function tally(files: readonly FileResult[] | null, ok: boolean): void {
  let bad = 0;
  for (const { passes, fails, skips } of files ?? []) {
    passed += passes;
    // In CI a test that was skipped is one that nobody may rely on; elsewhere a reader may lack Apache, say.
    bad += fails + (process.env['CI'] ? skips : 0);
  }
  if (!files && ok) passed++;
  failed += ok ? bad : Math.max(1, bad);
}

/** Resolves to whether it went well. */
function run({ name, command }: Step): Promise<boolean> {
  const [file = '', ...words] = command;
  const from = performance.now();
  return new Promise((resolve) => {
    const child = spawn(file, words, {
      cwd: ROOT,
      env: {
        ...process.env,
        NO_COLOR: '1',
        ...(!values.long && { E2E: 'quick' }),
        ...(values.deep && { RUNS_TIMES: process.env['RUNS_TIMES'] ?? '20' }),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
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

async function runAndTally(step: Step): Promise<void> {
  const ok = await run(step);
  tally(step.counts ? readReport(reportOf(step.name)) : null, ok);
}

async function lane(steps: readonly Step[]): Promise<void> {
  for (const step of steps) if (wanted(step)) await runAndTally(step);
}

/** More files of one part than this fail for a reason. */
const MOST_AGAIN = 3;

/** A browser's files are run in so many parts: Firefox takes longer, and whoever is done takes the next part of either. */
const PARTS: Record<BrowserName, number> = { chrome: 3, firefox: 4 };

interface Part extends Step {
  project: string;
}

/** The parts of both browsers' tests, by turns. */
function partsInBrowsers(): Part[] {
  const parts = BROWSERS.flatMap((browser) => {
    const [project, of] = [`e2e-${browser}`, PARTS[browser]];
    return Array.from({ length: of }, (_, k) => ({
      ...vitest(project, `--shard=${k + 1}/${of}`),
      project,
      at: k / of,
    }));
  });
  return parts.filter(wanted).toSorted((a, b) => a.at - b.at);
}

/** The end-to-end tests, two browsers at a time, and after them `others`; then the files that failed again, one by one. */
async function inBrowsers(others: readonly Step[]): Promise<string[]> {
  const outcomes: { project: string; ok: boolean; files: FileResult[] | null }[] = [];
  const waiting: (Part | Step)[] = [...partsInBrowsers(), ...others];
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      if (!('project' in step)) await lane([step]);
      else outcomes.push({ project: step.project, ok: await run(step), files: readReport(reportOf(step.name)) });
    }
  };
  await Promise.all([worker(), worker()]);
  const second: string[] = [];
  for (const { project, ok, files } of outcomes) {
    const bad = files?.filter(({ failed: isBad }) => isBad) ?? [];
    if (!files || bad.length === 0 || bad.length > MOST_AGAIN) {
      tally(files, ok);
      continue;
    }
    tally(
      files.filter((one) => !bad.includes(one)),
      true,
    );
    for (const { file, faults } of bad) {
      const name = relative(ROOT, file);
      const step = vitest(project, name);
      const better = await run(step);
      tally(readReport(reportOf(step.name)), better);
      if (better) second.push(`${project} ${name}: ${faults.join(' | ')}`);
    }
  }
  return second;
}

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
const from = performance.now();
for (const browser of BROWSERS) {
  if (await findOrFetchBrowser(browser)) continue;
  failed++;
  console.log(`FAILED ${browser}: ${howToInstall(browser)}`);
}
await lane([prepare]);
await Promise.all([lane(still), lane([...builds, vitest('builds')])]);
const second = await inBrowsers(values.long ? longer : []);
if (values.long) await lane([bench]);
if (second.length > 0) console.log(`passed only when run again, alone:\n  ${second.join('\n  ')}`);
console.log(`${((performance.now() - from) / 1000).toFixed(0)} s in all`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
