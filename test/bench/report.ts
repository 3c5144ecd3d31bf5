/** The figures as tables to read. */
import { verdictOf, type Figure } from './figures.ts';

const number = (value: number) =>
  Number.isNaN(value) ? '' : value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
const withUnit = (value: number, unit: Figure['unit']) =>
  Number.isNaN(value) ? '' : unit === 'x' ? `${number(value)} ×` : `${number(value)} ${unit}`;

const HEADS = ['what', 'browser', 'page', 'figure', 'spread', 'goal', ''] as const;

function cells(figure: Figure): string[] {
  const { what, browser, page, unit, value, low, high, goal, note } = figure;
  return [
    what,
    browser,
    page,
    note ?? withUnit(value, unit),
    low === high || Number.isNaN(low) ? '' : `${number(low)} to ${number(high)}`,
    goal === undefined ? '' : `≤ ${withUnit(goal.goal, unit)}`,
    verdictOf(figure),
  ];
}

const MADE = /^made, /;
const span = (figures: readonly Figure[]) => {
  const values = figures.map(({ value }) => value).filter((value) => !Number.isNaN(value));
  const unit = figures[0]?.unit ?? 'x';
  if (values.length === 0) return figures[0]?.note ?? '';
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return number(low) === number(high) ? withUnit(high, unit) : `${number(low)} to ${withUnit(high, unit)}`;
};

/** One row for each figure, with its best and worst value over all pages of a kind. */
export function summaryOf(figures: readonly Figure[], browsers: readonly string[]): string {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) {
    const { what, page } = figure;
    const row = MADE.test(page) ? `${what} (made pages)` : page.endsWith(' entries') ? `${what}, ${page}` : what;
    groups.set(row, [...(groups.get(row) ?? []), figure]);
  }
  const rows = [...groups].map(([what, its]) => {
    const goal = its.find((one) => one.goal)?.goal;
    const of = browsers.map((name) => span(its.filter(({ browser }) => browser === name)));
    const verdicts = its.map(verdictOf).filter((verdict) => verdict !== '');
    const missed = verdicts.filter((verdict) => verdict === 'missed').length;
    const verdict =
      verdicts.length === 0
        ? ''
        : missed === 0
          ? 'met'
          : missed === verdicts.length
            ? 'missed'
            : `missed in ${missed} of ${verdicts.length}`;
    return [what, ...of, goal ? `≤ ${withUnit(goal.goal, its[0]?.unit ?? 'x')}` : '', verdict];
  });
  return aligned([['what', ...browsers, 'goal', ''], ...rows]);
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(rows[0] ?? []), line(widths.map((width) => '-'.repeat(width))), ...rows.slice(1).map(line)].join('\n');
}

/** A Markdown table. */
export const tableOf = (figures: readonly Figure[]): string => aligned([HEADS, ...figures.map(cells)]);
