/** The user's settings, written as the extension keeps them. */
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
 * All that is not named stands as it was delivered, but that every mention is underlined: tests
 * look for what is found.
 */
export const useSettings = (launched: Launched, settings: Partial<Settings>): Promise<unknown> =>
  inExtension(launched, (kept) => browser.storage.local.set({ settings: kept }), { density: 'all', ...settings });

/** The settings stored now. */
export const keptSettings = (launched: Launched): Promise<unknown> =>
  inExtension(launched, async () => (await browser.storage.local.get('settings'))['settings']);

/** At the start: every mention is underlined, and the background has installed the base. */
export async function settleSettings(launched: Launched): Promise<void> {
  await useSettings(launched, {});
  await until(() =>
    inExtension(launched, async () => (await browser.storage.session.get('working'))['working'] === true),
  );
}
