/** How long property tests run, and from which seed: fast-check prints both, and the counterexample, where one fails. */
import fc from 'fast-check';

/** `RUNS_TIMES=20` for the long form; `SEED=1` for other inputs. */
const TIMES = Number(process.env['RUNS_TIMES'] ?? 1);

const SEED = Number(process.env['SEED'] ?? 20261124);

export const runs = (numRuns: number): fc.Parameters<unknown> & { seed: number; numRuns: number } => ({ seed: SEED, numRuns: numRuns * TIMES });
