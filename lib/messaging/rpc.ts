/** Sends and answers messages. They are checked on arrival; errors never reach a page. */
import { browser, type Browser } from 'wxt/browser';
import * as v from 'valibot';
import { MarkedMentions } from './protocol.ts';
import type { PageRequest } from './page-request.ts';
import { readToPage, type ToPage } from './to-page.ts';

/** Thrown if the extension was updated or removed under a running script. */
class GoneError extends Error {
  constructor() {
    super('the extension behind this page has gone');
    this.name = 'GoneError';
  }
}

/** False after the extension was updated or removed: then this script is orphaned. */
export const isAlive = (): boolean => {
  try {
    return browser.runtime.id !== undefined;
  } catch {
    return false;
  }
};

/** Sends a request to the background. Rejects with GoneError if the extension was removed. */
export async function ask(request: PageRequest): Promise<unknown> {
  if (!isAlive()) throw new GoneError();
  try {
    return await browser.runtime.sendMessage(request);
  } catch (error) {
    if (!isAlive()) throw new GoneError();
    throw error;
  }
}

type Sender = Browser.runtime.MessageSender;

/** The request of the extension's background or pages to a page script; null for other senders. */
export function requestToPage(message: unknown, sender: Sender, own: string): ToPage | null {
  if (sender.id !== own || sender.tab?.url?.startsWith('http')) return null;
  return readToPage(message);
}

/**
 * In a content script: answers the extension. Returns a function that stops it. It works in both
 * browsers without the polyfill.
 */
export function answerExtension(handle: (request: ToPage) => Promise<unknown>): () => void {
  const listener = (message: unknown, sender: Sender, answer: (value?: unknown) => void): true | undefined => {
    const request = requestToPage(message, sender, browser.runtime.id);
    if (!request) return undefined;
    handle(request).then(answer, () => answer());
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  return () => {
    if (isAlive()) browser.runtime.onMessage.removeListener(listener);
  };
}

/**
 * Sends a request to the script in a frame of a tab (by default the top frame); null if there is no
 * answer.
 */
export async function askPage(tabId: number, request: ToPage, frameId = 0): Promise<unknown> {
  try {
    return (await browser.tabs.sendMessage(tabId, request, { frameId })) as unknown;
  } catch {
    return null;
  }
}

/** Sends a request to the scripts in all frames of a tab; one of them answers. */
export async function tellPage(tabId: number, request: ToPage): Promise<unknown> {
  try {
    return (await browser.tabs.sendMessage(tabId, request)) as unknown;
  } catch {
    return null;
  }
}

/** The marked mentions in a frame of a tab; null if Tradegloss does not run there. */
export async function markedMentionsOf(tabId: number, frameId = 0): Promise<MarkedMentions | null> {
  const answer = v.safeParse(MarkedMentions, await askPage(tabId, { type: 'mentions' }, frameId));
  return answer.success ? answer.output : null;
}
