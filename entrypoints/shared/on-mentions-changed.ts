/**
 * Listens to messages that page scripts (mentions found) and our own pages (terms changed) send to
 * the background; all pages of the extension receive them.
 */
import { browser } from 'wxt/browser';
import * as v from 'valibot';
import { OwnRequest } from '../../lib/messaging/own-requests.ts';
import { FoundRequest } from '../../lib/messaging/found-request.ts';

/** Milliseconds in which several messages count as one. */
const DELAY_MS = 250;

/**
 * Calls back soon after the page in a tab found mentions, or, with null, after the user's terms
 * changed.
 */
export function onMentionsChanged(call: (tabId: number | null) => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const callSoon = (tabId: number | null) => {
    clearTimeout(timer);
    timer = setTimeout(() => call(tabId), DELAY_MS);
  };
  browser.runtime.onMessage.addListener((message: unknown, { tab }) => {
    if (v.is(OwnRequest, message) && message.type === 'own-changed') callSoon(null);
    else if (tab?.id !== undefined && v.is(FoundRequest, message)) callSoon(tab.id);
    return undefined;
  });
}
