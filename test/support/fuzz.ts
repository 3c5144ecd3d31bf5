/**
 * `npm run fuzz -- lists|sync|messages [--minutes 10] [--seed N]`: changes lists and synced files
 * at random and reads them as the extension does, or sends messages as a page could to the
 * extension in a real browser (FUZZ_BROWSER=firefox). Each round has its own seed, which is printed
 * with a fault; `--seed N --rounds 1` repeats that round.
 */
import { parseArgs } from 'node:util';
import { fuzzLists } from './fuzz-lists.ts';
import { fuzzMessages } from './fuzz-messages.ts';
import { fuzzSync } from './fuzz-sync.ts';
import { randomFrom, type Random } from './random.ts';

const { values, positionals } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
    rounds: { type: 'string', default: 'Infinity' },
  },
  allowPositionals: true,
});

/** Runs one round. Throws if a promise is broken. */
type Fuzzer = (random: Random) => Promise<void>;
const FUZZERS: Partial<Record<string, Fuzzer>> = { lists: fuzzLists, sync: fuzzSync, messages: fuzzMessages };
/** Processor time that one round may take; its documents have some tens of kilobytes. */
const MAX_ROUND_MS = 4000;

const [what = ''] = positionals;
const fuzzer = FUZZERS[what];
if (!fuzzer) {
  console.error('npm run fuzz -- lists|sync|messages [--minutes N] [--seed N] [--rounds N]');
  process.exit(1);
}
const first = Number(values.seed);
const end = Date.now() + Number(values.minutes) * 60_000;
let failures = 0;
let rounds = 0;
let slowest = { ms: 0, seed: first };
for (; rounds < Number(values.rounds) && Date.now() < end; rounds++) {
  const seed = first + rounds;
  // Processor time, because others may use the machine meanwhile.
  const start = process.cpuUsage();
  try {
    await fuzzer(randomFrom(seed));
  } catch (error) {
    failures++;
    console.log(`seed ${seed}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
  const { user, system } = process.cpuUsage(start);
  const ms = (user + system) / 1000;
  if (ms > slowest.ms) slowest = { ms, seed };
  if (ms > MAX_ROUND_MS) {
    failures++;
    console.log(`seed ${seed}: took ${Math.round(ms)} ms`);
  }
}
console.log(
  `${what}: seeds ${first} to ${first + rounds - 1}, ${rounds} rounds, ${failures} failed; the slowest took ${Math.round(slowest.ms)} ms (seed ${slowest.seed})`,
);
process.exit(failures > 0 ? 1 : 0);
