/** Writes the user's settings as the extension stores them. */
import { inExtension } from '../../lib/tools/browser/extension.ts';
import { until } from '../../lib/tools/browser/wait.ts';
import type { Launched } from '../../lib/tools/browser/launch.ts';
import type { Settings } from '../../lib/settings/settings.ts';

/** Stands in the extension's pages only. */
declare const browser: {
  storage: {
    local: { set(items: object): Promise<void>; get(key: string): Promise<Record<string, unknown>> };
    session: { get(key: string): Promise<Record<string, unknown>> };
  };
};

/**
 * Uses the defaults for all settings not given, except that every mention is underlined, because
 * tests check what is found.
 */
export const useSettings = (launched: Launched, settings: Partial<Settings>): Promise<unknown> =>
  inExtension(launched, (kept) => browser.storage.local.set({ settings: kept }), { density: 'all', ...settings });

/** The settings stored now. */
export const keptSettings = (launched: Launched): Promise<unknown> =>
  inExtension(launched, async () => (await browser.storage.local.get('settings'))['settings']);

/** For the start: every mention is underlined, and the background has installed the list. */
export async function settleSettings(launched: Launched): Promise<void> {
  await useSettings(launched, {});
  await until(() =>
    inExtension(launched, async () => (await browser.storage.session.get('working'))['working'] === true),
  );
}
