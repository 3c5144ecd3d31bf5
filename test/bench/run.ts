/**
 * `npm run bench`: what Tradegloss costs, compared with a bare walk and with what people would use,
 * in Chromium and Firefox with the built preview extension (`npm run build:preview` makes it).
 *
 *   --pages DIR     also on these saved pages
 *   --browser NAME  chrome or firefox only
 *   --only WORD     only the parts named with this word: page work, layout and frames, text,
 *                   start-up, peers, first pass, first mark, changes, motion, card, heap, slices,
 *                   popup, files, update
 *   --short         only the ratios, each the best of three, in four minutes; fails if one is out
 *                   of its bound (goals.ts)
 *   --turns         with --short: what is measured by the clock, each part in one browser, as in CI
 *   --out DIR       the folder for figures.json and the plots; default .tmp/bench
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { browsersNamed } from '../../lib/tools/browser/browsers.ts';
import { inPageScript } from './bundle.ts';
import { bestOf, fails, type Figure } from './figures.ts';
import { boundOf } from './goals.ts';
import { longPage } from './made-pages.ts';
import { openLab, savedPages, type BenchPage, type Lab } from './lab.ts';
import { plotsOf } from './plots.ts';
import { partsOf, type Part } from './parts.ts';
import { summaryOf, tableOf } from './report.ts';

/**
 * Other work on the machine disturbs single runs, so a part that fails the short run is repeated,
 * up to this many runs in all.
 */
const TRIES = 3;

const { values } = parseArgs({
  options: {
    pages: { type: 'string' },
    browser: { type: 'string' },
    only: { type: 'string', default: '' },
    short: { type: 'boolean', default: false },
    turns: { type: 'boolean', default: false },
    out: { type: 'string' },
  },
});

const folder = fileURLToPath(new URL('../../.tmp/bench/', import.meta.url));
for (const place of [folder, values.out ?? folder]) mkdirSync(place, { recursive: true });

const sizes = values.short ? [60_000] : [15_000, 60_000, 240_000, 960_000];
const made: BenchPage[] = sizes.map((size) => ({ name: `made, ${size / 1000}k characters`, html: longPage(size) }));
const pages = [...made, ...(values.pages ? savedPages(values.pages) : [])];
const browsers = browsersNamed(values.browser || undefined);

const figures: Figure[] = [];
const broken: string[] = [];
const versions: Record<string, string> = { node: process.versions.node };
const script = await inPageScript();
const machine = { processor: cpus()[0]?.model ?? '', cores: cpus().length };
/** Writes the figures after each part, so that they survive if a browser crashes. */
const keep = () =>
  writeFileSync(
    `${values.out ?? folder}/figures.json`,
    JSON.stringify(
      { made: new Date().toISOString(), short: values.short, machine, versions, broken, figures },
      null,
      1,
    ),
  );
async function measure(lab: Lab, { part, run }: Part): Promise<void> {
  const from = performance.now();
  try {
    figures.push(...(await (values.short ? bestOf(TRIES, run) : run())));
  } catch (error) {
    broken.push(`${lab.name}: ${part}: ${String(error)}`);
  }
  keep();
  console.log(`${lab.name}: ${part}, ${((performance.now() - from) / 1000).toFixed(0)} s`);
}

/** The short run measures processor time in all browsers at once, and the rest one by one. */
const groups = values.short ? [browsers] : browsers.map((name) => [name]);
for (const names of groups) {
  const labs: Lab[] = [];
  try {
    for (const name of names) labs.push(await openLab(name));
    for (const lab of labs) versions[lab.name] = await lab.version();
    const wanted = labs.map((lab) => ({
      lab,
      parts: partsOf({ lab, script, pages, folder, short: values.short, turns: values.turns }).filter(({ part }) =>
        part.includes(values.only),
      ),
    }));
    await Promise.all(
      wanted.map(async ({ lab, parts }) => {
        for (const one of parts) if (one.byProcessor) await measure(lab, one);
      }),
    );
    for (const { lab, parts } of wanted) for (const one of parts) if (!one.byProcessor) await measure(lab, one);
  } finally {
    for (const lab of labs) await lab.end();
  }
}

console.log(`\n${tableOf(figures)}\n\n${summaryOf(figures, browsers)}\n`);
for (const { file, svg } of plotsOf(
  figures,
  made.map(({ name }, k) => ({ name, characters: sizes[k] ?? 0 })),
))
  writeFileSync(`${values.out ?? folder}/${file}`, svg);

const failed = values.short ? figures.filter(fails) : [];
for (const { what, browser, page, value, goal } of failed)
  console.error(
    `too slow: ${what}, ${browser} ${page}: ${value.toFixed(2)}, where ${goal ? boundOf(goal, browser).toFixed(2) : ''} is the bound`,
  );
for (const one of broken) console.error(`broke off: ${one}`);
console.log(`${figures.length - failed.length} figures in bounds, ${failed.length} out of bounds`);
process.exitCode = failed.length + broken.length ? 1 : 0;
