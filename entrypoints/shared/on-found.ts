/**
 * Forwards messages: the script in a page reports its mentions, and our pages report changed terms;
 * others of our pages overhear both.
 */
import { browser } from 'wxt/browser';
import * as v from 'valibot';
import { OwnRequest } from '../../lib/messaging/own-requests.ts';
import { FoundRequest } from '../../lib/messaging/found-request.ts';

/** Several findings in a row count once. */
const DELAY_MS = 250;

/**
 * Calls soon after the page of a tab found something, or, with null, after the user's terms
 * changed.
 */
export function onFound(call: (tabId: number | null) => void): void {
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
