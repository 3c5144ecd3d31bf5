/**
 * Protects releases: who may approve them, with whose identity they run, and which actions they
 * use.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as v from 'valibot';
import { readYaml } from '../../../lib/tools/build/read-yaml.ts';

const FOLDER = new URL('../../../.github/workflows/', import.meta.url);
const Permissions = v.record(v.string(), v.picklist(['read', 'write']));
const Workflow = v.looseObject({
  permissions: Permissions,
  jobs: v.record(
    v.string(),
    v.looseObject({
      permissions: v.optional(Permissions),
      environment: v.optional(v.string()),
      'timeout-minutes': v.number(),
      steps: v.array(v.looseObject({ uses: v.optional(v.string()), run: v.optional(v.string()) })),
    }),
  ),
});
const workflows = readdirSync(FOLDER).map((name) => ({
  name,
  text: readFileSync(new URL(name, FOLDER), 'utf8'),
  workflow: v.parse(Workflow, readYaml(readFileSync(new URL(name, FOLDER), 'utf8'))),
}));
const publish = workflows.find(({ name }) => name === 'publish.yml');

it.each(workflows)('$name pins each action to a commit, and passes no input into a script', ({ workflow }) => {
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
  for (const { uses, run } of steps) {
    if (uses !== undefined) expect(uses).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
    expect(run ?? '').not.toContain('${{');
  }
});

it('no job may write to the repository, and jobs that publish to a store wait for an approver', () => {
  for (const { workflow } of workflows)
    for (const { permissions = workflow.permissions } of Object.values(workflow.jobs))
      expect(permissions['contents'] ?? 'read').toBe('read');
  const jobs = Object.entries(publish?.workflow.jobs ?? {});
  expect(jobs.map(([name, { environment }]) => [name, environment])).toEqual([
    ['build', undefined],
    ['chrome', 'chrome-web-store'],
    ['firefox', 'addons-mozilla-org'],
  ]);
  // Secrets are used only in jobs with an environment.
  expect(publish?.text.split('\n  chrome:')[0]).not.toContain('secrets.');
});

it('signs in to Google with the identity of the run, without the key of a service account', () => {
  expect(publish?.text).toContain('workload_identity_provider:');
  expect(publish?.text).not.toContain('credentials_json');
});
