/**
 * On install, update, start and changes of permissions: makes sure that the base exists and that
 * the page script runs where it may.
 */
import { browser } from 'wxt/browser';
import { seedIfNeeded } from '../../lib/store/lists/seed.ts';
import { annotateOpenTabs, grantedOrigins, registerPageScript } from '../../lib/sites/register.ts';
import { welcomeUrl } from '../../lib/messaging/pages.ts';
import { tellPage } from '../../lib/messaging/rpc.ts';
import { version as builtInVersion } from 'virtual:built-in-list';
import type { Settings } from '../../lib/settings/settings.ts';
import { onSettings } from '../../lib/store/settings.ts';
import { announce } from '../../lib/subscriptions/adapters/list-signals.ts';
import { base, forgetKnowledge, shippedFile } from '../shared/base.ts';
import { followsChanged } from './follows.ts';
import { addMenus } from './look-ups.ts';
import { tellTabs } from './tell-tabs.ts';

let working: Promise<void> | null = null;

/** Sets up the base, the registered script and the tabs that were already open. */
function startWork(): Promise<void> {
  working ??= (async () => {
    await registerPageScript();
    try {
      if (await seedIfNeeded(base, shippedFile, builtInVersion)) {
        forgetKnowledge();
        await announce('builtIn');
      }
    } catch {
      // The database cannot be used now. Cards come from the shipped list, and the popup shows the
      // error.
    }
    await annotateOpenTabs(await grantedOrigins());
  })();
  return working;
}

async function installed(reason: string): Promise<void> {
  addMenus();
  await startWork();
  if (reason === 'install' && (await grantedOrigins()).length === 0) await browser.tabs.create({ url: welcomeUrl() });
}

const UNFINISHED = 'bring-to-work';
/**
 * Minutes; the shortest delay that Chrome allows:
 * https://developer.mozilla.org/en-US/Add-ons/WebExtensions/API/alarms/create.
 */
const RETRY_MINUTES = 0.5;

/**
 * No event reports that the user re-enabled the extension, but session storage is empty then. The
 * alarm wakes a background that was stopped during setup: without scripts in pages, nothing else
 * would.
 */
async function started(): Promise<void> {
  const { working: isAtWork } = await browser.storage.session.get('working');
  if (isAtWork === true) return;
  await browser.alarms.create(UNFINISHED, { delayInMinutes: RETRY_MINUTES });
  await startWork();
  void followsChanged();
  await browser.storage.session.set({ working: true });
  await browser.alarms.clear(UNFINISHED);
}

let off: string | null = null;

/**
 * Updates the registered script after sites were turned off or on, and runs it in open tabs of
 * sites that were turned on.
 */
async function sitesChanged({ offSites }: Settings): Promise<void> {
  const now = offSites.join(' ');
  if (now === off) return;
  off = now;
  await registerPageScript();
  await annotateOpenTabs(await grantedOrigins());
}

async function added(origins: readonly string[]): Promise<void> {
  await registerPageScript();
  await annotateOpenTabs(origins);
}

async function removed(origins: readonly string[]): Promise<void> {
  await registerPageScript();
  const tabs = await browser.tabs.query({});
  // Without the permission the tab's address may be hidden. Such tabs get the message
  // too, and a script stops if it may no longer run there.
  const mustStop = (url: string | undefined) => url === undefined || origins.some((origin) => matches(origin, url));
  await Promise.all(
    tabs.map(({ id, url }) => (id !== undefined && mustStop(url) ? tellPage(id, { type: 'stop' }) : null)),
  );
}

function matches(origin: string, url: string): boolean {
  const host = /^[^:]+:\/\/(\*\.)?([^/]*)/.exec(origin);
  // A tab that is still opening has an empty address.
  if (!url || !host) return false;
  const { hostname } = new URL(url);
  return host[2] === '*' || hostname === host[2] || (host[1] !== undefined && hostname.endsWith(`.${host[2]}`));
}

export function registerLifecycle(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => void installed(reason));
  onSettings((settings) => {
    void tellTabs('settings-changed');
    void sitesChanged(settings);
  });
  browser.permissions.onAdded.addListener(({ origins = [] }) => void added(origins));
  browser.permissions.onRemoved.addListener(({ origins = [] }) => void removed(origins));
  void started();
}
