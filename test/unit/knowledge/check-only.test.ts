/**
 * Protects `npm run knowledge -- check --only FILE`: it shows the findings in that file and no
 * others.
 */
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { inFile } from '../../../lib/tools/cli/in-file.ts';

const findings = ['controls/cn/a.yaml', 'controls/cn/aa.yaml', 'acts/a.yaml'].map((file) => ({ file, message: file }));

it('shows the findings in one file, given by its path in the list or in the repository', () => {
  for (const only of ['controls/cn/a.yaml', 'lib/knowledge/list/controls/cn/a.yaml', 'list\\controls\\cn\\a.yaml'])
    expect(inFile(findings, only)).toEqual(findings.slice(0, 1));
  expect(inFile(findings, 'a.yaml')).toEqual([]);
  expect(inFile(findings, undefined)).toEqual(findings);
});

it('refuses a file that the list does not have', () => {
  const { stderr, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'lib/tools/cli/knowledge.ts', 'check', '--only', 'controls/none.yaml'],
    { encoding: 'utf8' },
  );
  expect([status, stderr.trim()]).toEqual([1, '--only controls/none.yaml: the list has no such file']);
});
