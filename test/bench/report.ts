/** The figures as a table for people. */
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

/** A Markdown table. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [[...HEADS], ...figures.map(cells)];
  const widths = HEADS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(rows[0] ?? []), line(widths.map((width) => '-'.repeat(width))), ...rows.slice(1).map(line)].join('\n');
}
