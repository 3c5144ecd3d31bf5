/**
 * Unit tests run in Node; those of the page layer (`*.browser.test.ts`) in a page of Chromium,
 * where there is a real DOM with layout; end-to-end tests drive one browser a project, each file
 * its own.
 */
import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { findBrowser } from '../lib/tools/browser/browsers.ts';

declare module 'vitest' {
  interface ProvidedContext {
    browser: 'chrome' | 'firefox';
  }
}

/** `npm run test:long` runs properties many times as long. */
const LONG = Number(process.env['RUNS_TIMES'] ?? 1) > 1;
const root = fileURLToPath(new URL('../', import.meta.url));

/** Left to CI and `npm run test:long`, so that `npm test` stays short. */
const LONG_E2E = [
  'hostile',
  'frameworks',
  'freezing',
  'hostile-lists',
  'edits',
  'escape',
  'marks-shown',
  'keep-up',
  'leaks',
  'let-go',
  'lifecycle',
  'private',
  'requests',
  'background-kills',
  'large-list',
  'large-pages',
  'list-kills',
  'list-schedule',
  'database-faults',
  'subscriptions',
  'axe',
  'list-names',
  'reading-ways',
  'own-data',
  'terms-interface',
  'terms-relay',
  'channel',
];
/** `quick` and `turns` leave out what `test/support/run.ts` says; without either all run. */
const E2E = process.env['E2E'];

/**
 * They try our storage, our lists, and pages that change, and in one browser as in the other: so
 * that CI takes half the time for them, it shows them to one, `npm run test:long` to both.
 */
const ONE_BROWSER = {
  chrome: [
    'background-kills',
    'bad-input',
    'clickjacking',
    'comes-late',
    'keep-up',
    'large-list',
    'let-go',
    'list-kills',
    'list-schedule',
    'reading-ways',
    're-render',
    'terms-interface',
    'two-browsers',
  ],
  firefox: [
    'column-mapping',
    'database-faults',
    'edits',
    'frameworks',
    'hostile-lists',
    'large-pages',
    'list-names',
    'own-data',
    'redirects',
    'requests',
    'subscriptions',
    'terms-relay',
  ],
};
const filesOf = (names: readonly string[]) => names.map((name) => `test/e2e/${name}.test.ts`);

/**
 * On two cores. Three take longer (2,335 s of 1,780), and tests that wait for a browser that is
 * kept waiting fail now and then.
 */
const BROWSERS_AT_ONCE = 2;

/**
 * In each project as Vitest would have them, the slowest or largest first, but the projects by
 * turns: one after the other, the last of each would run alone.
 */
class ByTurns extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const before = new Map<string, number>();
    const turns = (await super.sort(files)).map((file) => {
      const turn = before.get(file.project.name) ?? 0;
      before.set(file.project.name, turn + 1);
      return { file, turn };
    });
    return turns.sort((a, b) => a.turn - b.turn).map(({ file }) => file);
  }
}

/** Limits are for a machine with much else to do; nothing waits for them where all is well. */
const inBrowser = (browser: 'chrome' | 'firefox') => ({
  root,
  test: {
    name: `e2e-${browser}`,
    include: ['test/e2e/**/*.test.ts'],
    exclude: filesOf([
      ...(E2E === 'quick' ? LONG_E2E : []),
      ...(E2E === undefined ? [] : ONE_BROWSER[browser === 'chrome' ? 'firefox' : 'chrome']),
    ]),
    provide: { browser },
    maxWorkers: BROWSERS_AT_ONCE,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
  },
});

/**
 * The version of the installed browser: Playwright's own is fetched from a host that no machine
 * need reach.
 */
const chromium = await findBrowser('chrome');
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
/** The variables of the environment that tests read; a page has none. */
const { RUNS_TIMES, CI, SEED } = process.env;

/** Count the blocks of code that run: in matching, and for a page of the site. */
const COUNTED = ['test/unit/match/linear.test.ts', 'test/unit/tools/publish/site-work.test.ts'];

export default defineConfig({
  test: {
    sequence: { sequencer: ByTurns },
    // Read by tests from the disk, which `--changed` does not see.
    forceRerunTriggers: [
      'lib/knowledge/list/**',
      'public/**',
      'package.json',
      'test/vitest.config.ts',
      'test/accuracy/**',
    ].map((pattern) => `${root}${pattern}`),
    // The driver's errors on a page that closed before it answered, for which nobody waits.
    onUnhandledError: ({ name }) => !/^(?:TargetCloseError|ConnectionClosedError|ProtocolError)$/.test(name ?? ''),
    projects: [
      // Unit tests keep nothing in modules: files share them, which takes a third off the time.
      {
        root,
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          exclude: ['**/*.browser.test.ts', ...COUNTED],
          // The database before anything that looks for one as it loads, in whatever order the
          // files come.
          setupFiles: ['fake-indexeddb/auto', 'lib/tools/build/han-table.ts'],
          isolate: false,
          maxWorkers: '100%',
          testTimeout: LONG ? 1_800_000 : 90_000,
          hookTimeout: 90_000,
        },
      },
      // V8 counts the blocks of a function only if it was compiled after counting began: code that
      // another file of the same worker ran already would count too low.
      {
        root,
        test: {
          name: 'counted',
          sequence: { groupOrder: 2 },
          include: COUNTED,
          setupFiles: ['lib/tools/build/han-table.ts'],
          testTimeout: 90_000,
        },
      },
      {
        root,
        define: { 'process.env': JSON.stringify({ RUNS_TIMES, CI, SEED }) },
        test: {
          name: 'page',
          // After the unit tests, which share their workers in another way.
          sequence: { groupOrder: 1 },
          include: ['test/unit/**/*.browser.test.ts'],
          testTimeout: LONG ? 1_800_000 : 90_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { args: asRoot, ...(chromium !== null && { executablePath: chromium }) },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      { root, test: { name: 'servers', include: ['test/servers/**/*.test.ts'] } },
      { root, test: { name: 'builds', include: ['test/builds/**/*.test.ts'] } },
      inBrowser('chrome'),
      inBrowser('firefox'),
    ],
  },
});
