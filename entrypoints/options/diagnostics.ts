/**
 * Collects diagnostics for a bug report: versions, counts and settings, without page text or names
 * of sites.
 */
import { browser } from 'wxt/browser';
import type { LoadedKnowledge } from '../../lib/store/library.ts';
import { withoutDefaults, type Settings } from '../../lib/settings/settings.ts';

export function diagnosticsOf({
  settings,
  origins,
  base,
}: {
  settings: Settings;
  origins: readonly string[];
  base: LoadedKnowledge;
}): string {
  const { muted, choices, offSites, ...rest } = settings;
  const lines = [
    `Tradegloss ${browser.runtime.getManifest().version}`,
    navigator.userAgent,
    `Built-in list: version ${base.version} of ${base.updated}, ${base.entries.size} entries`,
    `Database: ${base.problem ?? 'in use'}`,
    `Sites allowed: ${origins.length}; switched off: ${offSites.length}`,
    `Muted: ${muted.length}; chosen meanings: ${choices.length}`,
    `Settings changed: ${JSON.stringify(withoutDefaults({ ...settings, muted: [], choices: [], offSites: [], ...rest }))}`,
  ];
  return lines.join('\n');
}
