/**
 * The length of property tests and random runs, and their seed. A failure prints the seed and the
 * counterexample.
 */
import fc from 'fast-check';

/**
 * Half as long on a developer's machine as in CI; `RUNS_TIMES=20` for the long form; `SEED=1` for
 * other inputs.
 */
const TIMES = Number(process.env['RUNS_TIMES'] ?? (process.env['CI'] ? 1 : 0.5));

/** True for `npm run test:long`. */
export const IS_LONG = TIMES > 1;

export const SEED = Number(process.env['SEED'] ?? 20261124);

export const runs = (numRuns: number): fc.Parameters<unknown> & { seed: number; numRuns: number } => ({
  seed: SEED,
  numRuns: Math.ceil(numRuns * TIMES),
});

/** Steps of a random run: `inCi` in CI, and in proportion elsewhere. */
export const steps = (inCi: number): number => Math.ceil(inCi * TIMES);

/** Tests kill a process at each of its steps in CI, and at every second one elsewhere. */
export const EVERY = TIMES < 1 ? 2 : 1;

const [SURROGATES, MANY] = [0xd800, 0x800];
/**
 * Any character. It equals `unit: 'binary'`, which spends a second on a table of all characters.
 */
export const anyCharacter = fc.nat(0x10ffff - MANY).map(
  (n) => String.fromCodePoint(n < SURROGATES ? n : n + MANY),
  (character) => {
    if (typeof character !== 'string' || !/^\P{Cs}$/su.test(character)) throw new Error('not one character');
    const code = character.codePointAt(0) ?? 0;
    return code < SURROGATES ? code : code - MANY;
  },
);

/** Texts of up to `maxLength` such words with one of the gaps between them. */
export const madeTexts = (
  word: fc.Arbitrary<string>,
  maxLength: number,
  gaps: readonly string[],
): fc.Arbitrary<string> =>
  fc.array(word, { maxLength }).chain((parts) => fc.constantFrom(...gaps).map((gap) => parts.join(gap)));
