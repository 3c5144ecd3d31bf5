/** The two plots of a run: milliseconds as texts grow, and as names grow. */
import type { Figure } from './figures.ts';
import { plot, type Line } from './plot.ts';

const WALK = 'bare walk';
const OURS = 'text to mentions, warm, of the walk';
const MORE = /^with ([\d,]+) names, of the built-in list$/;
/** The number of names of the built-in list, where the curve of names starts. */
const BUILT_IN_NAMES = 12_000;

export function plotsOf(
  figures: readonly Figure[],
  made: readonly { name: string; characters: number }[],
): { file: string; svg: string }[] {
  const browsers = [...new Set(figures.filter(({ what }) => what === WALK).map(({ browser }) => browser))];
  const of = (browser: string, page: string, what: string) =>
    figures.find((one) => one.browser === browser && one.page === page && one.what === what)?.value;
  const byText: Line[] = [];
  const byNames: Line[] = [];
  for (const browser of browsers) {
    const walk: Line['points'][number][] = [];
    const ours: Line['points'][number][] = [];
    for (const { name, characters } of made) {
      const floor = of(browser, name, WALK);
      const times = of(browser, name, OURS);
      if (floor === undefined || times === undefined) continue;
      walk.push({ x: characters, y: floor });
      ours.push({ x: characters, y: floor * times });
    }
    byText.push({ name: `walk, ${browser}`, points: walk }, { name: `ours, ${browser}`, points: ours });
    const longest = made.at(-1)?.name ?? '';
    const base = (of(browser, longest, WALK) ?? Number.NaN) * (of(browser, longest, OURS) ?? Number.NaN);
    const more = figures.flatMap(({ what, page, browser: its, value }) => {
      const names = page === longest && its === browser ? MORE.exec(what)?.[1] : undefined;
      return names ? [{ x: BUILT_IN_NAMES + Number(names.replaceAll(',', '')), y: base * value }] : [];
    });
    if (more.length) byNames.push({ name: browser, points: [{ x: BUILT_IN_NAMES, y: base }, ...more] });
  }
  const plots = [];
  if (byText.some(({ points }) => points.length > 1))
    plots.push({ file: 'by-text.svg', svg: plot('Cost as the text grows', 'characters', 'milliseconds', byText) });
  if (byNames.length)
    plots.push({ file: 'by-names.svg', svg: plot('Cost as the names grow', 'names', 'milliseconds', byNames) });
  return plots;
}
