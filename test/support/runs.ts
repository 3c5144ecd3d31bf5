/** How long property tests and random runs are, and from which seed: both are printed, and the counterexample, where one fails. */
import fc from 'fast-check';

/** `RUNS_TIMES=20` for the long form; `SEED=1` for other inputs. */
const TIMES = Number(process.env['RUNS_TIMES'] ?? 1);

export const SEED = Number(process.env['SEED'] ?? 20261124);

export const runs = (numRuns: number): fc.Parameters<unknown> & { seed: number; numRuns: number } => ({
  seed: SEED,
  numRuns: numRuns * TIMES,
});

/** Steps of a random run: so many, and in the long form as many times as long. */
export const steps = (quick: number): number => quick * TIMES;
