/**
 * `npm run e2e`: runs the end-to-end tests in both browsers; arguments after `--` go to Vitest.
 * With `--pages DIR` it opens each saved page of a folder instead, with a trade paragraph put into
 * it, and prints a table.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { browsersNamed, findOrFetchBrowser, howToInstall } from '../../lib/tools/browser/browsers.ts';
import { tryPages } from './saved-pages.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const { values, positionals } = parseArgs({
  options: { pages: { type: 'string' }, browser: { type: 'string' } },
  allowPositionals: true,
});
const browsers = browsersNamed(values.browser);

for (const name of browsers) {
  if (await findOrFetchBrowser(name)) continue;
  console.error(howToInstall(name));
  process.exit(1);
}
if (values.pages === undefined) {
  const projects = browsers.flatMap((name) => ['--project', `e2e-${name}`]);
  const { status } = spawnSync(
    process.execPath,
    [`${ROOT}node_modules/vitest/vitest.mjs`, 'run', '--config', 'test/vitest.config.ts', ...projects, ...positionals],
    { cwd: ROOT, stdio: 'inherit' },
  );
  process.exit(status ?? 1);
}
let bad = 0;
for (const name of browsers) bad += await tryPages(name, values.pages);
process.exit(bad > 0 ? 1 : 0);
