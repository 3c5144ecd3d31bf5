/**
 * Protects `npm run knowledge -- check --only FILE`: it shows the findings in that file and no
 * others.
 */
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

function check(...args: string[]) {
  const { stdout, stderr, status } = spawnSync('npx', ['tsx', 'lib/tools/cli/knowledge.ts', 'check', ...args], {
    encoding: 'utf8',
  });
  return { lines: stdout.trim().split('\n'), stderr, status };
}

it('shows the findings in one file, given by its path in the list or in the repository', () => {
  const finding = /^look at (\S+): /;
  const all = check('--today', 'list').lines.filter((line) => finding.test(line));
  const file = finding.exec(all[0] ?? '')?.[1] ?? '';
  const mine = all.filter((line) => line.startsWith(`look at ${file}: `));
  for (const only of [file, `lib/knowledge/list/${file}`]) {
    const { lines, status } = check('--today', 'list', '--only', only);
    expect([status, lines.slice(0, -1)]).toEqual([0, mine]);
    expect(lines.at(-1)).toContain(` ${mine.length} to look at`);
  }
});

it('refuses a file that the list does not have', () => {
  const { stderr, status } = check('--only', 'controls/none.yaml');
  expect([status, stderr.trim()]).toEqual([1, '--only controls/none.yaml: the list has no such file']);
});
