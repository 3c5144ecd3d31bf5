/**
 * Starts Firefox once without Tradegloss and gives each test browser a copy of that profile.
 * Firefox compiles its own scripts when a profile is first used: such a start takes 3.1 to 3.9 s of
 * processor time, a start with a used profile 1.7 to 2.1 s.
 */
import { cpSync, existsSync, mkdtempSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { closeBrowser, launchWithExtension } from '../../lib/tools/browser/launch.ts';
import { emptyExtension } from './empty-extension.ts';

/**
 * The folder depends on the executable's date, so that a newer Firefox at the same path gets a new
 * profile.
 */
function folderFor(executable: string): string {
  const { mtimeMs } = statSync(realpathSync(executable));
  return fileURLToPath(new URL(`../../.tmp/firefox-profile-${mtimeMs}`, import.meta.url));
}

/** Makes the profile if it is missing. If two processes make it at once, one of the two stays. */
async function usedProfile(executable: string): Promise<string> {
  const folder = folderFor(executable);
  if (existsSync(folder)) return folder;
  const profile = `${folder}.${process.pid}`;
  const extension = emptyExtension('firefox');
  const { browser } = await launchWithExtension({ name: 'firefox', executable, extension, headless: true, profile });
  await closeBrowser(browser);
  try {
    renameSync(profile, folder);
  } catch {
    rmSync(profile, { recursive: true });
  }
  return folder;
}

/** Returns the folder of a profile for one browser. Whoever starts the browser deletes it. */
export async function copyOfUsedProfile(executable: string): Promise<string> {
  const copy = mkdtempSync(join(tmpdir(), 'tradegloss-firefox-'));
  cpSync(await usedProfile(executable), copy, { recursive: true });
  return copy;
}
