/** Reads the keys of our commands and opens the browser's page for changing them. */
import { browser } from 'wxt/browser';
import type { Shortcuts } from '../../components/shortcut-keys.tsx';

/** Firefox's API, which the shared types lack. */
type WithSettings = { commands?: { openShortcutSettings?: () => Promise<void> } };

/** Null if the browser has no commands, as on phones. */
export async function boundShortcuts(): Promise<Shortcuts | null> {
  const commands = browser.commands as typeof browser.commands | undefined;
  if (!commands) return null;
  const all = await commands.getAll();
  const keyOf = (name: string) => all.find((one) => one.name === name)?.shortcut ?? '';
  return { next: keyOf('next-mention'), previous: keyOf('previous-mention') };
}

/** Opens the browser's own page for shortcuts. */
export function changeShortcuts(): void {
  const { commands }: WithSettings = browser as object;
  if (commands?.openShortcutSettings) return void commands.openShortcutSettings();
  const scheme = navigator.userAgent.includes('Edg/') ? 'edge' : 'chrome';
  void browser.tabs.create({ url: `${scheme}://extensions/shortcuts` });
}
