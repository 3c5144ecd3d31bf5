/**
 * `npm run timing-attack -- [--browser firefox] [--samples 200] [--browsers 1] [--seed 1]
 * [--extension DIR]`: a page tries to discover an own term by guessing. It writes each guess 20,000
 * times, adds the word "gallium", and measures how long its mark takes. The guesses have the same
 * length and shape, and alternate in random order. Exits with 1 if any guess stands out:
 * Mann-Whitney U of each against all others, two-sided, below 0.01 after Bonferroni.
 */
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { BROWSERS } from '../../lib/tools/browser/browsers.ts';
import { allMentionsAt } from '../../lib/tools/browser/extension.ts';
import { inPage } from '../../lib/tools/browser/in-page.ts';
import { until } from '../../lib/tools/browser/wait.ts';
import { median } from '../bench/figures.ts';
import { addTerm } from './own-terms.ts';
import { randomFrom } from './random.ts';
import { kruskalWallis, mannWhitney } from './rank-tests.ts';
import { TestUser } from './test-user.ts';

const TERM = 'Project Heron';
const GUESSES = ['Project Finch', 'Project Stork', TERM, 'Project Raven', 'Project Quail'];
const STANDS_OUT_BELOW = 0.01;
/**
 * After this time the page is at rest again, so that the next change is read without extra delay.
 */
const REST_MS = 1500;

const { values } = parseArgs({
  options: {
    browser: { type: 'string', default: 'chrome' },
    samples: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    extension: { type: 'string' },
    /** The number of browsers that run at once and share the samples. */
    browsers: { type: 'string', default: '1' },
    /**
     * Writes the guesses where the user sees them, so that their text is sent to the extension too.
     */
    visible: { type: 'boolean', default: false },
  },
});
const name = BROWSERS.find((one) => one === values.browser);
if (!name) throw new Error(`--browser is ${BROWSERS.join(' or ')}`);
const browserName = name;

const PAGE = `<!doctype html><html lang="en"><title>Guess</title><p>Germanium needs a licence.</p>
<p id="word">nothing</p><div id="guess" style="font-size: 1px"></div>`;

/** Milliseconds from the change of the word to its mark. */
const measure = (page: Page, guess: string, rest: number, visible: boolean) =>
  inPage(
    page,
    async (words, quiet, isSeen) => {
      const block = document.getElementById('guess');
      const word = document.getElementById('word')?.firstChild as Text;
      if (!block) throw new Error('no block');
      block.hidden = !isSeen;
      const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
      const isMarked = () => {
        for (const [mark, highlight] of CSS.highlights)
          if (mark.startsWith('tradegloss-'))
            for (const { startContainer } of highlight) if (startContainer === word) return true;
        return false;
      };
      const channel = new MessageChannel();
      const turn = () =>
        new Promise((resolve) => {
          channel.port1.addEventListener('message', resolve, { once: true });
          channel.port1.start();
          channel.port2.postMessage(null);
        });
      await wait(quiet);
      // In the same task, so that the guess is read together with the word, as in an attack.
      block.textContent = `${words} `.repeat(20_000);
      word.data = 'gallium';
      const from = performance.now();
      while (!isMarked() && performance.now() - from < 20_000) await turn();
      const took = performance.now() - from;
      block.textContent = '';
      word.data = 'nothing';
      while (isMarked()) await turn();
      return took;
    },
    guess,
    rest,
    visible,
  );

/** Samples by guess, from a new browser. */
async function attack(seed: number, count: number): Promise<Map<string, number[]>> {
  const random = randomFrom(seed);
  const user = await TestUser.start(browserName, values.extension === undefined ? {} : { extension: values.extension });
  await addTerm(user, { Name: TERM });
  const { page } = await user.open(PAGE);
  await page.bringToFront();
  const samples = new Map<string, number[]>(GUESSES.map((guess) => [guess, []]));
  for (let k = -1; k < count; k++) {
    const order = [...GUESSES];
    for (let left = order.length; left > 1; left--) {
      const at = random.below(left);
      [order[left - 1], order[at]] = [order[at] ?? '', order[left - 1] ?? ''];
    }
    for (const guess of order) {
      const took = await measure(page, guess, REST_MS, values.visible);
      // The first round warms up.
      if (k >= 0) samples.get(guess)?.push(took);
    }
  }
  // Without this, a run in which nothing is searched for would pass.
  const url = await addTermToPage(page);
  const found = await until(
    async () => (await allMentionsAt(user.launched, url))?.mentions.some(({ personal }) => personal) ?? false,
    Boolean,
  );
  if (!found && values.extension === undefined) throw new Error('the term is not looked for');
  await user.end();
  return samples;
}

const addTermToPage = (page: Page): Promise<string> =>
  inPage(
    page,
    (term) => {
      document.body.append(Object.assign(document.createElement('p'), { textContent: term }));
      return location.href;
    },
    TERM,
  );

const browsers = Number(values.browsers);
const runs = await Promise.all(
  Array.from({ length: browsers }, (_, k) =>
    attack(Number(values.seed) + k, Math.ceil(Number(values.samples) / browsers)),
  ),
);
const all = GUESSES.map((guess) => runs.flatMap((samples) => samples.get(guess) ?? []));
console.log(
  `${name}, ${values.visible ? 'visible' : 'hidden'} text, ${all[0]?.length} samples a guess, seed ${values.seed}, ${browsers} browsers at once`,
);
console.log(`Kruskal-Wallis over all guesses: p = ${kruskalWallis(all).toFixed(4)}`);
let standing = 0;
for (const [k, guess] of GUESSES.entries()) {
  const own = all[k] ?? [];
  const { p, larger } = mannWhitney(own, all.filter((_, other) => other !== k).flat());
  const corrected = Math.min(1, p * GUESSES.length);
  if (corrected < STANDS_OUT_BELOW) standing++;
  console.log(
    [
      guess === TERM ? `${guess} (the term)` : guess,
      `median ${median(own).toFixed(1)} ms`,
      `${Math.min(...own).toFixed(1)} to ${Math.max(...own).toFixed(1)}`,
      `p = ${corrected.toFixed(4)}`,
      `larger than others in ${(larger * 100).toFixed(1)} %`,
    ].join(' | '),
  );
}
console.log(standing === 0 ? 'No guess stands out.' : `${standing} stand out.`);
process.exit(standing === 0 ? 0 : 1);
