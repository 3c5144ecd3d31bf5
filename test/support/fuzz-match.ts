/**
 * `npm run fuzz:match -- [--minutes N] [--seed N]`: reads random repetitive texts with the built-in
 * list. They are made of the pieces that the stages of matching look for. Prints the seed, and each
 * text for which the work grows faster than the text.
 */
import { parseArgs } from 'node:util';
import '../../lib/tools/build/han-table.ts';
import { builtInList } from '../../lib/tools/build/built-in.ts';
import { compileNames } from '../../lib/match/names/compile.ts';
import { Disambiguator, createMatcher } from '../../lib/match/index.ts';
import { workCounter } from './count-work.ts';
import { ALPHABETS, repeated } from './hostile-texts.ts';
import { randomFrom } from './random.ts';

const { values } = parseArgs({ options: { minutes: { type: 'string' }, seed: { type: 'string' } } });
const minutes = Number(values.minutes ?? 1);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
const random = randomFrom(seed);
console.log(`seed ${seed}, ${minutes} minutes`);

/**
 * The lengths compared, three doublings apart. The work may grow one and a half times as much as
 * the text.
 */
const [SHORT, LONG] = [2_500, 20_000];
const MAX_GROWTH = (1.5 * LONG) / SHORT;
/**
 * Within one sentence, which ends after 4,000 characters, work may grow faster. If it does, two
 * more doublings show whether that stops.
 */
const LONGER = 80_000;
const MAX_LATER_GROWTH = (1.5 * LONGER) / LONG;
/** Below this work, a few fixed calls dominate both measurements. */
const LEAST_WORK = 5 * SHORT;
const MOST_PIECES = 9;
/** Half of the pieces are names of the list itself. */
const list = builtInList();
const names = list.entries.flatMap(({ names }) =>
  Object.values(names).flatMap((group) => group.map((name) => (typeof name === 'string' ? name : name.text))),
);
const alphabets = Object.values(ALPHABETS);
const matcher = createMatcher([compileNames(list)]);
const counter = workCounter();
const workOn = (text: string) =>
  counter.count(() => {
    for (const _ of new Disambiguator(matcher).choose([matcher.read(text)], { date: '2025-12-01' }));
  });

const end = Date.now() + minutes * 60_000;
let texts = 0;
let worst = 0;
let faults = 0;
while (Date.now() < end) {
  const alphabet = random.pick(alphabets);
  const pieces = Array.from({ length: 1 + random.below(MOST_PIECES) }, () =>
    random.pick(random.chance(0.5) ? alphabet : random.chance(0.5) ? names : random.pick(alphabets)),
  );
  const few = workOn(repeated(pieces, SHORT));
  const many = workOn(repeated(pieces, LONG));
  texts++;
  const growth = many / Math.max(LEAST_WORK, few);
  worst = Math.max(worst, growth);
  if (growth <= MAX_GROWTH || workOn(repeated(pieces, LONGER)) <= MAX_LATER_GROWTH * many) continue;
  faults++;
  console.log(`${growth.toFixed(1)} times the work for 8 times the text: ${JSON.stringify(pieces)}`);
}
counter.close();
console.log(`${texts} texts, ${faults} faults; at worst ${worst.toFixed(1)} times the work for 8 times the text`);
process.exitCode = faults > 0 ? 1 : 0;
