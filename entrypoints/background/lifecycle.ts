/**
 * Install, update, start, and the user's grants: the base is there, the page script runs where it
 * may.
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

/** The base, the registered script, and what tabs that were open before us need. */
function bringToWork(): Promise<void> {
  working ??= (async () => {
    await registerPageScript();
    try {
      if (await seedIfNeeded(base, shippedFile, builtInVersion)) {
        forgetKnowledge();
        await announce('builtIn');
      }
    } catch {
      // The base can't be used now; cards come from the shipped list, and the popup says what is
      // wrong.
    }
    await annotateOpenTabs(await grantedOrigins());
  })();
  return working;
}

async function installed(reason: string): Promise<void> {
  addMenus();
  await bringToWork();
  if (reason === 'install' && (await grantedOrigins()).length === 0) await browser.tabs.create({ url: welcomeUrl() });
}

const UNFINISHED = 'bring-to-work';
/** Minutes, the fewest that browsers allow. */
const RETRY_MINUTES = 0.5;

/**
 * No event reports that the user switched the extension on again; session storage is empty by then.
 * The alarm wakes the background where it was ended in the middle: with no script in any page,
 * nothing else would.
 */
async function started(): Promise<void> {
  const { working: isAtWork } = await browser.storage.session.get('working');
  if (isAtWork === true) return;
  await browser.alarms.create(UNFINISHED, { delayInMinutes: RETRY_MINUTES });
  await bringToWork();
  void followsChanged();
  await browser.storage.session.set({ working: true });
  await browser.alarms.clear(UNFINISHED);
}

let off: string | null = null;

/**
 * Brings the script in line with the sites that are switched off, and back into the open tabs of
 * those that are on again.
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
  // Without the permission a tab's address can be hidden from us: every script asks, and one that
  // may no longer run stops.
  const mustStop = (url: string | undefined) => url === undefined || origins.some((origin) => matches(origin, url));
  await Promise.all(
    tabs.map(({ id, url }) => (id !== undefined && mustStop(url) ? tellPage(id, { type: 'stop' }) : null)),
  );
}

function matches(origin: string, url: string): boolean {
  const host = /^[^:]+:\/\/(\*\.)?([^/]*)/.exec(origin);
  // A tab that is just opening has an empty address.
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
