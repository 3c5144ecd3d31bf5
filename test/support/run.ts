/**
 * `npm test`: everything quick, in two lanes so that two cores are used. Prints each step with its time,
 * the output of those that failed, and at the end one line: `N passed, N failed`. `--long` adds the
 * checks that take longer, as CI runs them, `--deep` runs properties twenty times as long; `--only STEP` runs the steps whose names hold that word.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { BROWSERS, findOrFetchBrowser, howToInstall } from '../../lib/publish/browsers.ts';

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
const vitest = (project: string): Step => ({
  name: project,
  command: node(
    'vitest/vitest.mjs',
    'run',
    '--config',
    'test/vitest.config.ts',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${RESULTS}/${project}.json`,
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
const inBrowsers = BROWSERS.map((browser) => vitest(`e2e-${browser}`));

/** Checks that take longer. */
const longer: Step[] = [
  vitest('servers'),
  { name: 'accuracy', command: tsx('test/accuracy/run.ts', '--check') },
  { name: 'packages', command: tsx('test/builds/rebuild.ts') },
  { name: 'bench', command: tsx('test/bench/run.ts', '--short') },
];

const Report = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  numPendingTests: v.number(),
  numFailedTestSuites: v.number(),
});

let passed = 0;
let failed = 0;

function tally({ name, counts }: Step, ok: boolean): void {
  const file = `${RESULTS}/${name}.json`;
  if (!counts || !existsSync(file)) {
    if (ok) passed++;
    else failed++;
    return;
  }
  const report = v.parse(Report, JSON.parse(readFileSync(file, 'utf8')));
  passed += report.numPassedTests;
  // In CI a test that was skipped is one that nobody may rely on; elsewhere a reader may lack Apache, say.
  const bad = report.numFailedTests + (process.env['CI'] ? report.numPendingTests : 0);
  failed += ok ? bad : Math.max(1, bad);
}

function run(step: Step): Promise<void> {
  const { name, command } = step;
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
      tally(step, ok);
      if (!ok) console.log(output.trimEnd());
      console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${((performance.now() - from) / 1000).toFixed(1)} s)`);
      resolve();
    });
  });
}

const wanted = ({ name }: Step) => values.only === undefined || name.includes(values.only);

async function lane(steps: readonly Step[]): Promise<void> {
  for (const step of steps) if (wanted(step)) await run(step);
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
await Promise.all(inBrowsers.map((step) => lane([step])));
if (values.long) await lane(longer);
console.log(`${((performance.now() - from) / 1000).toFixed(0)} s in all`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
