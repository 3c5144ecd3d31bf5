/**
 * `npm run soak -- --minutes N [--browser firefox] [--seed S]`: acts as a user who reads page after
 * page for N minutes while a live blog stays open, own terms are added and a subscribed list is
 * updated. Reports exceptions, leaks (heap after a forced collection, nodes, listeners) and lost
 * edits; exits with 1 for any.
 */
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { BROWSERS } from '../../lib/tools/browser/browsers.ts';
import { firstMarks, hoverMark, openCard, settledMarks } from '../../lib/tools/browser/drive.ts';
import { inPage } from '../../lib/tools/browser/in-page.ts';
import { median } from '../bench/figures.ts';
import { list } from '../unit/subscriptions/list-documents.ts';
import { serveList, subscribe } from './lists.ts';
import { addTerm, fill, openOwn, press, says } from './own-terms.ts';
import { randomFrom } from './random.ts';
import { TestUser } from './test-user.ts';
import { samplerOf, type Sample } from './soak-samples.ts';
import { article, ITEMS, paragraphs, STORY } from './stories.ts';

const LIST_PATH = '/lists/soak.json';
const SAMPLE_EVERY = 30_000;
/**
 * Growth that a browser's own caches may have, between the medians of the first and the last third.
 */
const MOST_GROWTH = 1.15;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '20' },
    browser: { type: 'string', default: 'chrome' },
    seed: { type: 'string', default: '1' },
  },
});
const name = BROWSERS.find((one) => one === values.browser);
if (!name) throw new Error(`--browser is ${BROWSERS.join(' or ')}`);
const minutes = Number(values.minutes);
const random = randomFrom(Number(values.seed));

/** The growth of a figure from the first third of the samples to the last. */
function growth(samples: readonly Sample[], figure: keyof Sample): number {
  const third = Math.max(1, Math.floor(samples.length / 3));
  const of = (some: readonly Sample[]) => median(some.map((sample) => sample[figure]));
  return of(samples.slice(-third)) / of(samples.slice(0, third));
}

/** Adds a post at the top of the live blog and removes the oldest. */
const post = (page: Page, text: string) =>
  inPage(
    page,
    (words) => {
      document.body.insertAdjacentHTML('afterbegin', `<p>${words}</p>`);
      document.body.lastElementChild?.remove();
    },
    text,
  );

const user = await TestUser.start(name);
const faults: string[] = [];
const first = await user.open(article(paragraphs(STORY)));
await first.page.close();

let version = 1;
const serve = () => serveList(user, LIST_PATH, list(version));
await subscribe(user, serve(), { title: 'Harbour desk' });
const live = (await user.open(article(paragraphs([...STORY, ...ITEMS])))).page;
const sample = await samplerOf(user, live);
const settings = await openOwn(user, '/options.html');

const samples: Sample[] = [];
const terms: string[] = [];
const counts = { pages: 0, cards: 0, posts: 0, updates: 0 };
const until = Date.now() + minutes * 60_000;
for (let round = 1, sampled = 0; Date.now() < until; round++) {
  const { page, marks } = await user.open(
    article(paragraphs(Array.from({ length: 3 + random.below(30) }, () => random.pick([...STORY, ...ITEMS])))),
  );
  counts.pages++;
  if (marks.length === 0) faults.push(`round ${round}: no mark on a page`);
  if (round % 3 === 0 && marks.some(({ text }) => text === 'gallium')) {
    await hoverMark(page, 'gallium');
    if (await openCard(page, 'Gallium')) counts.cards++;
    else faults.push(`round ${round}: no card`);
  }
  await page.close();
  await live.bringToFront();
  for (let k = 0; k < 5; k++, counts.posts++) await post(live, random.pick(ITEMS));
  if ((await settledMarks(live)).length === 0) faults.push(`round ${round}: no mark on the live blog`);
  if (round % 5 === 0) {
    const name = `Project Soak ${terms.length + 1}`;
    await addTerm(user, { Name: name });
    terms.push(name);
  }
  if (round % 7 === 0) {
    version++;
    serve();
    await settings.bringToFront();
    await press(settings, 'Check now');
    await says(settings, `version ${version}`);
    counts.updates++;
  }
  if (Date.now() - sampled > SAMPLE_EVERY) {
    await live.bringToFront();
    await firstMarks(live);
    samples.push(await sample());
    sampled = Date.now();
  }
}

// Firefox's driver does not notice that a page of the extension reloads, so it is opened again.
const kept = await openOwn(user, '/options.html');
for (const name of terms) {
  // The page shows only the first hundred terms, so each is searched for.
  if (terms.length > 10) await fill(kept, 'Find in your terms', name);
  await says(kept, name).catch(() => faults.push(`${name} is lost`));
}
await says(kept, `version ${version}`).catch(() => faults.push(`the list is not at version ${version}`));
faults.push(...(await user.errors()));
for (const figure of ['heap', 'nodes', 'listeners'] as const) {
  const grown = growth(samples, figure);
  console.log(
    `${figure}: ${samples[0]?.[figure]} at first, ${samples.at(-1)?.[figure]} at last, × ${grown.toFixed(2)} from the first third to the last`,
  );
  if (!(grown <= MOST_GROWTH)) faults.push(`${figure} grew × ${grown.toFixed(2)}`);
}
console.log(
  `${name}, ${minutes} minutes, seed ${values.seed}: ${counts.pages} pages, ${counts.cards} cards, ${counts.posts} posts, ${terms.length} terms added, ${counts.updates} updates of a list, ${samples.length} samples`,
);
for (const fault of faults) console.log(`FAULT ${fault}`);
await user.end();
process.exit(faults.length > 0 ? 1 : 0);
