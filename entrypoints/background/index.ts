/** The background: wakes on events, answers, sleeps. All listeners are registered at once, in the first turn. */
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { answerPages, askPage } from '../../lib/messaging/rpc.ts';
import { registerSubscribeMenu } from '../../lib/subscriptions/adapters/subscribe-menu-adapter.ts';
import { registerListUpdates } from '../../lib/subscriptions/adapters/update-schedule.ts';
import { base } from '../shared/base.ts';
import { registerAddressBar } from './address-bar.ts';
import { handlePageRequest } from './handlers.ts';
import { registerLifecycle } from './lifecycle.ts';
import { registerListNames } from './list-names.ts';
import { registerLookUps } from './look-ups.ts';
import { registerOwnTerms } from './own-terms.ts';

export default defineBackground({
  type: 'module',
  main() {
    answerPages(handlePageRequest);
    registerLifecycle();
    registerLookUps();
    registerAddressBar();
    registerOwnTerms();
    registerListNames();
    registerSubscribeMenu();
    registerListUpdates(base);
    browser.commands.onCommand.addListener((command) => void jump(command));
  },
});

async function jump(command: string): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined) return;
  await askPage(tab.id, { type: 'jump', forward: command === 'next-mention' });
}
