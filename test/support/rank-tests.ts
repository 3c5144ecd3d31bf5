/**
 * Rank tests for samples of unknown distribution, with the usual normal and chi-squared
 * approximations.
 */

/**
 * Ranks from 1; equal values share their mean rank. `ties`: the sum of t³ - t over groups of equal
 * values.
 */
function ranksOf(values: readonly number[]): { ranks: number[]; ties: number } {
  const order = values.map((_, k) => k).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranks = new Array<number>(values.length).fill(0);
  let ties = 0;
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && values[order[to] ?? 0] === values[order[from] ?? 0]) to++;
    for (let k = from; k < to; k++) ranks[order[k] ?? 0] = (from + 1 + to) / 2;
    ties += (to - from) ** 3 - (to - from);
    from = to;
  }
  return { ranks, ties };
}

const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);

/**
 * Upper tail of the standard normal distribution (Abramowitz and Stegun 26.2.17, error below 1e-7).
 */
function normalTail(z: number): number {
  if (z < 0) return 1 - normalTail(-z);
  const t = 1 / (1 + 0.2316419 * z);
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
}

/**
 * Mann-Whitney U, two-sided. `larger`: how often a value of `a` is larger than a value of `b`; 0.5
 * if the two do not differ.
 */
export function mannWhitney(a: readonly number[], b: readonly number[]): { p: number; larger: number } {
  const [m, n] = [a.length, b.length];
  const { ranks, ties } = ranksOf([...a, ...b]);
  const u = sum(ranks.slice(0, m)) - (m * (m + 1)) / 2;
  const all = m + n;
  const deviation = Math.sqrt(((m * n) / 12) * (all + 1 - ties / (all * (all - 1))));
  const z = deviation === 0 ? 0 : Math.max(0, Math.abs(u - (m * n) / 2) - 0.5) / deviation;
  return { p: Math.min(1, 2 * normalTail(z)), larger: u / (m * n) };
}

/**
 * Kruskal-Wallis: tests whether any of several samples differs. The chi-squared tail uses the
 * approximation of Wilson and Hilferty.
 */
export function kruskalWallis(samples: readonly (readonly number[])[]): number {
  const { ranks, ties } = ranksOf(samples.flat());
  const n = ranks.length;
  let at = 0;
  let between = 0;
  for (const { length } of samples) {
    between += sum(ranks.slice(at, at + length)) ** 2 / length;
    at += length;
  }
  const h = ((12 / (n * (n + 1))) * between - 3 * (n + 1)) / (1 - ties / (n ** 3 - n));
  const degrees = samples.length - 1;
  const share = 2 / (9 * degrees);
  return normalTail((Math.cbrt(h / degrees) - (1 - share)) / Math.sqrt(share));
}
