/**
 * Starts an installed browser, headless, with one of our builds, for tests, measurements and
 * pictures.
 */
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findBrowser, howToInstall, type BrowserName } from '../../lib/tools/browser/browsers.ts';
import { launchWithExtension, type Launched, type LaunchOptions } from '../../lib/tools/browser/launch.ts';
import { copyOfUsedProfile } from './used-profile.ts';

export const buildFolder = (name: BrowserName, mode: 'preview' | 'store'): string =>
  fileURLToPath(new URL(`../../.output/${name}-mv3${mode === 'preview' ? '-preview' : ''}`, import.meta.url));

export type More = Partial<Omit<LaunchOptions, 'name' | 'executable' | 'headless'>>;

/**
 * Starts the preview build, or the one that `more` names. If there is no browser, rejects with how
 * to install one.
 */
export async function startBrowser(name: BrowserName, more: More = {}): Promise<Launched> {
  const executable = await findBrowser(name);
  if (!executable) throw new Error(howToInstall(name));
  const options = { name, executable, extension: buildFolder(name, 'preview'), headless: true, ...more };
  if (name === 'chrome' || more.profile !== undefined) return launchWithExtension(options);
  const profile = await copyOfUsedProfile(executable);
  const launched = await launchWithExtension({ ...options, profile });
  // Firefox still writes to the profile after it was told to close.
  launched.browser.process()?.once('exit', () => rmSync(profile, { recursive: true }));
  return launched;
}
