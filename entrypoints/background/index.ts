/**
 * The background script. It runs only while it handles events, so all listeners are registered
 * synchronously at start.
 */
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { answerOwn } from '../../lib/messaging/own-requests.ts';
import { answerPages } from '../../lib/messaging/answer-pages.ts';
import { registerSubscribeMenu } from '../../lib/subscriptions/adapters/subscribe-menu-adapter.ts';
import { registerListUpdates } from '../../lib/subscriptions/adapters/update-schedule.ts';
import { base } from '../shared/base.ts';
import { registerAddressBar } from './address-bar.ts';
import { registerFollows } from './follows.ts';
import { handleOwnRequest, handlePageRequest } from './handlers.ts';
import { registerFrames } from './frame-counts.ts';
import { goToMention } from './go-to-mention.ts';
import { registerLifecycle } from './lifecycle.ts';
import { registerListNames } from './list-names.ts';
import { registerLookUps } from './look-ups.ts';
import { closeStorageToPages } from './close-storage.ts';
import { registerOwnTerms } from './own-terms.ts';
import { registerPolicy } from './policy.ts';
import { registerPrivateMentions } from './private-mentions.ts';
import { migrateSubscriptions } from '../../lib/subscriptions/adapters/subscription-adapter.ts';

export default defineBackground({
  type: 'module',
  main() {
    closeStorageToPages();
    void migrateSubscriptions().catch(() => undefined);
    answerPages(handlePageRequest);
    answerOwn(handleOwnRequest);
    registerLifecycle();
    registerLookUps();
    registerAddressBar();
    registerOwnTerms();
    registerListNames();
    registerFollows();
    registerPrivateMentions();
    registerPolicy();
    registerFrames();
    registerSubscribeMenu();
    registerListUpdates(base);
    // Firefox for Android has no commands:
    // https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/commands/onCommand.
    (browser.commands as typeof browser.commands | undefined)?.onCommand.addListener(
      (command) => void goToMention(command === 'next-mention'),
    );
  },
});
