/** Protects `npm run search`: an array of rows whatever is asked, in the words of the card. */
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

function search(...args: string[]) {
  const { stdout, status } = spawnSync('npx', ['tsx', 'lib/tools/cli/search.ts', '--json', ...args], {
    encoding: 'utf8',
  });
  return { status, rows: status === 0 ? (JSON.parse(stdout) as Record<string, unknown>[]) : [] };
}

it('prints rows of the same fields, with the status on the day asked for', () => {
  const { rows } = search('--date', '2025-07-01', 'gallium us');
  expect(Object.keys(rows[0] ?? {})).toEqual(['entry', 'name', 'aliases', 'kind', 'line', 'why']);
  expect(rows[0]).toMatchObject({ entry: 'mineral/gallium', aliases: ['镓'], why: '' });
  expect(rows[0]?.['line']).toMatch(/^China → United States: Refused in principle/);
});

it('says who is in office where the query names the person', () => {
  const [row] = search('who is jeffrey kessler').rows;
  expect(row).toMatchObject({ entry: 'agency/bis', line: 'Under Secretary: Jeffrey Kessler', why: '' });
});

it('prints an empty array for what asks nothing, and refuses a day that is none', () => {
  expect(search('  ')).toEqual({ status: 0, rows: [] });
  expect(search('?!')).toEqual({ status: 0, rows: [] });
  expect(search('--date', '2025-02-30', 'gallium').status).toBe(2);
});
