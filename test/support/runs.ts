/**
 * How long property tests and random runs are, and from which seed: both are printed, and the
 * counterexample, where one fails.
 */
import fc from 'fast-check';

/**
 * Half as long beside somebody's work as in CI; `RUNS_TIMES=20` for the long form; `SEED=1` for
 * other inputs.
 */
const TIMES = Number(process.env['RUNS_TIMES'] ?? (process.env['CI'] ? 1 : 0.5));

export const SEED = Number(process.env['SEED'] ?? 20261124);

export const runs = (numRuns: number): fc.Parameters<unknown> & { seed: number; numRuns: number } => ({
  seed: SEED,
  numRuns: Math.ceil(numRuns * TIMES),
});

/** Steps of a random run: this many in CI, half or many times as many elsewhere. */
export const steps = (inCi: number): number => Math.ceil(inCi * TIMES);

/**
 * Of the moments at which a process is killed, a test takes each one in CI and every second
 * elsewhere.
 */
export const EVERY = TIMES < 1 ? 2 : 1;

const [SURROGATES, MANY] = [0xd800, 0x800];
/**
 * Any character there is: what `unit: 'binary'` gives, which takes a second to make a table of them
 * all.
 */
export const anyCharacter = fc.nat(0x10ffff - MANY).map(
  (n) => String.fromCodePoint(n < SURROGATES ? n : n + MANY),
  (character) => {
    if (typeof character !== 'string' || !/^\P{Cs}$/su.test(character)) throw new Error('not one character');
    const code = character.codePointAt(0) ?? 0;
    return code < SURROGATES ? code : code - MANY;
  },
);
