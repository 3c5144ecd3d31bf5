/** Figures: what was measured, and against which goal. */

export interface Figure {
  what: string;
  browser: string;
  /** The page or the case, '' where there is but one. */
  page: string;
  unit: 'x' | 'ms' | 'MB' | 'kB';
  value: number;
  low: number;
  high: number;
  /** At most this; undefined where the figure only stands beside others. */
  goal?: number | undefined;
  /** Why there is no value. */
  note?: string | undefined;
}

/** A ratio worse than this many times its goal fails the short run, which machines with other work have to pass. */
export const TOLERANCE = 1.5;

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
}

type About = Pick<Figure, 'what' | 'browser' | 'page' | 'unit'> & { goal?: number | undefined; note?: string | undefined };

/** The median of samples, with their spread. */
export const figureOf = (about: About, samples: readonly number[]): Figure => ({ ...about, value: median(samples), low: Math.min(...samples), high: Math.max(...samples) });

/**
 * How many times `these` take of `those`. Both were sampled in turns; the least disturbed samples of
 * each are compared, since other work on the machine only ever adds. The spread is of the turns.
 */
export function ratioOf(about: Omit<About, 'unit'>, these: readonly number[], those: readonly number[]): Figure {
  const turns = these.map((one, k) => one / (those[k] ?? Number.NaN)).filter(Number.isFinite);
  return { ...about, unit: 'x', value: Math.min(...these) / Math.min(...those), low: Math.min(...turns), high: Math.max(...turns) };
}

export const noFigure = (about: Omit<About, 'unit'>, note: string): Figure => ({ ...about, unit: 'x', note, value: Number.NaN, low: Number.NaN, high: Number.NaN });

export type Verdict = 'met' | 'missed' | '';

export function verdictOf({ goal, value }: Figure): Verdict {
  if (goal === undefined || Number.isNaN(value)) return '';
  return value <= goal ? 'met' : 'missed';
}

/** What fails the short run: only ratios, since milliseconds are another machine's. */
export const fails = ({ unit, goal, value }: Figure): boolean => goal !== undefined && unit === 'x' && value > goal * TOLERANCE;
