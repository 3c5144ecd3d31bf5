/**
 * Unit tests run in Node. Those of the page layer (`*.browser.test.ts`) run in a page of Chromium,
 * which has a real DOM with layout. End-to-end tests have a project for each browser, and each file
 * starts its own.
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

/** `npm run test:long` runs properties twenty times as long. */
const LONG = Number(process.env['RUNS_TIMES'] ?? 1) > 1;
const root = fileURLToPath(new URL('../', import.meta.url));

/** Files that `npm test` leaves out to stay short; CI and `npm run test:long` run them. */
const LONG_E2E = [
  'hostile-pages',
  'frameworks',
  'freezing',
  'hostile-lists',
  'random-edits',
  'close-card',
  'drawn-underlines',
  'changing-pages',
  'traces-in-page',
  'released-memory',
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
  'touch-zoom-keyboard',
  'own-data',
  'terms-interface',
  'delayed-sync',
  'channel',
  'channel-kills',
];
/**
 * `quick` leaves out `LONG_E2E` and `turns` does not; both respect `ONE_BROWSER`. Unset, all files
 * run in both browsers.
 */
const E2E = process.env['E2E'];

/**
 * Files whose subject hardly depends on the browser: our storage, our lists, our own pages, pages
 * that change. CI runs them in one browser, which halves their time; `npm run e2e` and `npm run
 * test:long` run them in both.
 */
const ONE_BROWSER = {
  chrome: [
    'article-day',
    'background-kills',
    'bad-input',
    'changing-pages',
    'channel',
    'clickjacking',
    'close-card',
    'large-list',
    'late-changes',
    'late-names',
    'lifecycle',
    'list-kills',
    'list-schedule',
    'private',
    're-render',
    'reader-refusals',
    'released-memory',
    'report-fault',
    'terms',
    'terms-interface',
    'touch-zoom-keyboard',
    'two-browsers',
  ],
  firefox: [
    'axe',
    'channel-kills',
    'column-mapping',
    'database-faults',
    'delayed-sync',
    'following',
    'frames',
    'frameworks',
    'hostile-lists',
    'hostile-pages',
    'large-pages',
    'layouts',
    'list-names',
    'lists',
    'look-ups',
    'muting',
    'own-data',
    'random-edits',
    'redirected-lists',
    'requests',
    'site',
    'subscriptions',
    'traces-in-page',
  ],
};
const filesOf = (names: readonly string[]) => names.map((name) => `test/e2e/${name}.test.ts`);

/**
 * On two cores. With three browsers the files take longer (2,335 s instead of 1,780), and tests
 * that wait for a slow browser fail now and then.
 */
const BROWSERS_AT_ONCE = 2;

/**
 * Within each project Vitest's own order, the slowest or largest file first. The projects
 * alternate, because otherwise the last files of each would run alone.
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

/** The limits are for a busy machine; they cost no time if all is well. */
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
 * The installed browser. Playwright would fetch its own from a host that the machine may not reach.
 */
const chromium = await findBrowser('chrome');
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
/** The environment variables that tests read; a page has none. */
const { RUNS_TIMES, CI, SEED } = process.env;

/** Tests that count the blocks of code that run: in matching, and for a page of the site. */
const COUNTED = ['test/unit/match/linear-time.test.ts', 'test/unit/tools/publish/site-work.test.ts'];

export default defineConfig({
  test: {
    sequence: { sequencer: ByTurns },
    // Tests read these files from the disk, which `--changed` does not notice.
    forceRerunTriggers: [
      'lib/knowledge/list/**',
      'public/**',
      'package.json',
      'test/vitest.config.ts',
      'test/accuracy/**',
    ].map((pattern) => `${root}${pattern}`),
    // Ignores the driver's errors about a page that closed before it answered, which no test
    // awaits.
    onUnhandledError: ({ name }) => !/^(?:TargetCloseError|ConnectionClosedError|ProtocolError)$/.test(name ?? ''),
    projects: [
      // Unit tests keep no state in modules, so files share workers, which saves a third of the
      // time.
      {
        root,
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          exclude: ['**/*.browser.test.ts', ...COUNTED],
          // The fake database comes first, because some modules look for one when they load.
          setupFiles: ['fake-indexeddb/auto', 'lib/tools/build/han-table.ts'],
          isolate: false,
          maxWorkers: '100%',
          testTimeout: LONG ? 1_800_000 : 300_000,
          hookTimeout: 300_000,
        },
      },
      // V8 counts the blocks of a function only if it was compiled after counting began. Code that
      // another file of the same worker has run would count too low.
      {
        root,
        test: {
          name: 'counted',
          sequence: { groupOrder: 2 },
          include: COUNTED,
          setupFiles: ['lib/tools/build/han-table.ts'],
          testTimeout: 300_000,
        },
      },
      {
        root,
        define: { 'process.env': JSON.stringify({ RUNS_TIMES, CI, SEED }) },
        test: {
          name: 'page',
          // Runs after the unit tests, because the two share workers in different ways.
          sequence: { groupOrder: 1 },
          include: ['test/unit/**/*.browser.test.ts'],
          testTimeout: LONG ? 1_800_000 : 300_000,
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
