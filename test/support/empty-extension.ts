/**
 * Writes an extension that does nothing in the pages where ours runs. Its cost is the cost of any
 * extension.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BrowserName } from '../../lib/tools/browser/browsers.ts';

/** Writes it and returns its folder. In Firefox it has our id, by which the driver finds it. */
export function emptyExtension(name: BrowserName): string {
  const folder = fileURLToPath(new URL(`../../.tmp/empty-extension-${name}/`, import.meta.url));
  mkdirSync(folder, { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: 'Empty',
    version: '1',
    host_permissions: ['https://*/*'],
    content_scripts: [{ matches: ['https://*/*'], js: ['empty.js'] }],
    background: name === 'chrome' ? { service_worker: 'empty.js' } : { scripts: ['empty.js'] },
    ...(name === 'firefox' && { browser_specific_settings: { gecko: { id: 'tradegloss@tradegloss.example' } } }),
  };
  writeFileSync(`${folder}manifest.json`, JSON.stringify(manifest));
  writeFileSync(`${folder}empty.js`, '');
  return folder;
}
