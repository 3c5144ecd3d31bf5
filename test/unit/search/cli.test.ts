/**
 * Protects `npm run search`: it prints an array of rows for any query, in the words of the card.
 */
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

function search(...args: string[]) {
  const { stdout, status } = spawnSync('npx', ['tsx', 'lib/tools/cli/search.ts', '--json', ...args], {
    encoding: 'utf8',
  });
  return { status, rows: status === 0 ? (JSON.parse(stdout) as Record<string, unknown>[]) : [] };
}

it('prints rows with the same fields, with the status on the given date', () => {
  const { rows } = search('--date', '2025-07-01', 'gallium us');
  expect(Object.keys(rows[0] ?? {})).toEqual(['entry', 'name', 'aliases', 'kind', 'line', 'why']);
  expect(rows[0]).toMatchObject({ entry: 'mineral/gallium', aliases: ['镓'], why: '' });
  expect(rows[0]?.['line']).toMatch(/^China → United States: Refused in principle/);
});

it('prints the office of a person that the query names', () => {
  const [row] = search('who is jeffrey kessler').rows;
  expect(row).toMatchObject({ entry: 'agency/bis', line: 'Under Secretary: Jeffrey Kessler', why: '' });
});

it('prints an empty array for an empty query, and refuses an invalid date', () => {
  expect(search('  ')).toEqual({ status: 0, rows: [] });
  expect(search('?!')).toEqual({ status: 0, rows: [] });
  expect(search('--date', '2025-02-30', 'gallium').status).toBe(2);
});
