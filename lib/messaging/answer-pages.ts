/** In the background: answers what content scripts of ours ask, checked on arrival. */
import { browser, type Browser } from 'wxt/browser';
import * as v from 'valibot';
import { PageRequest } from './page-request.ts';

type Sender = Browser.runtime.MessageSender;

export interface PageTab {
  id: number;
  /** 0 for the top frame. */
  frame: number;
  /** Of the document in the frame, or of the site that wrote it. */
  url: string;
  /** Of the article in the frame; of the page, in a frame that has no address of its own. */
  article: string;
  /** Of the page in the top frame; null where the browser does not tell. */
  top: string | null;
  /** The document is shown, not kept for going back or made ready in advance. */
  active: boolean;
  /** The user looks at the tab. */
  inFront: boolean;
  private: boolean;
}

/** A frame of `about:srcdoc` or `about:blank` belongs to the site that wrote it. */
function siteUrl({ url = '', origin, tab }: Sender): string {
  const addresses = [url, origin ?? '', tab?.url ?? ''];
  return addresses.find((address) => address.startsWith('http')) ?? url;
}

/**
 * The request of a content script of ours (`own`: our id) in a frame of a tab; null for any other
 * sender or message.
 */
export function asked(message: unknown, sender: Sender, own: string): { request: PageRequest; tab: PageTab } | null {
  const { tab, frameId, id } = sender;
  if (id !== own || tab?.id === undefined || frameId === undefined) return null;
  const request = v.safeParse(PageRequest, message);
  if (!request.success) return null;
  const { documentLifecycle } = sender as { documentLifecycle?: string };
  const active = documentLifecycle === undefined || documentLifecycle === 'active';
  return {
    request: request.output,
    tab: {
      id: tab.id,
      frame: frameId,
      url: siteUrl(sender),
      article: sender.url?.startsWith('http') ? sender.url : (tab.url ?? ''),
      top: tab.url ?? null,
      active,
      inFront: tab.active,
      private: tab.incognito,
    },
  };
}

/**
 * Answers content scripts in web pages with `handle`; everything else is left alone.
 */
export function answerPages(handle: (request: PageRequest, tab: PageTab) => Promise<unknown>): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Sender) => {
    const from = asked(message, sender, browser.runtime.id);
    return from ? handle(from.request, from.tab) : undefined;
  });
}
