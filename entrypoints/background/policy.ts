/** Applies the lists and the channel of an administrator's policy. */
import { browser } from 'wxt/browser';
import { readPolicy } from '../../lib/store/settings.ts';
import { applyPolicy } from '../../lib/subscriptions/apply-policy.ts';
import { announce } from '../../lib/subscriptions/adapters/list-signals.ts';
import { listsPorts } from '../../lib/subscriptions/adapters/update-schedule.ts';
import { base } from '../shared/base.ts';
import { addMenus } from './look-ups.ts';

let applying: Promise<void> = Promise.resolve();

function apply(): void {
  applying = applying
    .then(async () => {
      const policy = await readPolicy();
      const signal = new AbortController().signal;
      if (await applyPolicy(listsPorts(base), policy, signal)) await announce('entries');
    })
    // If the database cannot be written, the next start tries again.
    .catch(() => undefined);
}

export function registerPolicy(): void {
  browser.runtime.onInstalled.addListener(apply);
  browser.runtime.onStartup.addListener(apply);
  // A list of the policy may need this host.
  browser.permissions.onAdded.addListener(apply);
  browser.storage.onChanged.addListener((_, area) => {
    if (area !== 'managed') return;
    addMenus();
    apply();
  });
}
