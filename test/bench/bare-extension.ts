/** Extensions for comparison: each only has a content script in the pages of the bench. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserName } from '../../lib/tools/browser/browsers.ts';
import { GECKO_ID } from '../../lib/tools/build/gecko-id.ts';
import { NEWS } from '../support/test-user.ts';

/** Writes the extension into its own folder below `folder`, and returns that folder. */
export function bareExtension(
  name: BrowserName,
  folder: string,
  { called, scripts }: { called: string; scripts: readonly string[] },
): string {
  const at = join(folder, `${called}-${name}`);
  mkdirSync(at, { recursive: true });
  const gecko = { id: GECKO_ID, data_collection_permissions: { required: ['none'] } };
  const js = scripts.map((_, k) => `script-${k}.js`);
  const manifest = {
    manifest_version: 3,
    name: called,
    version: '1',
    background: name === 'firefox' ? { scripts: ['background.js'] } : { service_worker: 'background.js' },
    host_permissions: [`*://${NEWS}/*`],
    content_scripts: [{ matches: [`*://${NEWS}/*`], js, run_at: 'document_end' }],
    ...(name === 'firefox' ? { browser_specific_settings: { gecko } } : {}),
  };
  writeFileSync(join(at, 'manifest.json'), JSON.stringify(manifest));
  scripts.forEach((script, k) => writeFileSync(join(at, `script-${k}.js`), script));
  writeFileSync(join(at, 'background.js'), '');
  return at;
}
