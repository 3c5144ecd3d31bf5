/** A page that found something new tells the background; the extension's pages overhear it. */
import { browser } from 'wxt/browser';
import * as v from 'valibot';
import { PageRequest } from '../../lib/messaging/protocol.ts';

/** Milliseconds to wait for more of the same. */
const SOON = 250;

/** `call`, soon after the page of a tab found something; several findings in a row count once. */
export function onFound(call: (tabId: number) => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  browser.runtime.onMessage.addListener((message: unknown, { tab }) => {
    const id = tab?.id;
    if (id === undefined || !v.is(PageRequest, message) || message.type !== 'details') return undefined;
    clearTimeout(timer);
    timer = setTimeout(() => call(id), SOON);
    return undefined;
  });
}
