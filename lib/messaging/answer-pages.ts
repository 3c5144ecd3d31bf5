/** Answers the requests of our content scripts in the background, after checking them. */
import { browser, type Browser } from 'wxt/browser';
import * as v from 'valibot';
import { PageRequest } from './page-request.ts';

type Sender = Browser.runtime.MessageSender;

/** The sender of a request, as the browser reports it. */
export interface PageTab {
  id: number;
  /** 0 for the top frame. */
  frame: number;
  /** The address of the frame's document, or of the site that created the document. */
  url: string;
  /** The address of the article in the frame; the page's in a frame without its own address. */
  article: string;
  /** The address of the top frame; null if the browser hides it. */
  top: string | null;
  /** True if the document is shown, rather than cached or prerendered. */
  active: boolean;
  /** True if the tab is active. */
  inFront: boolean;
  private: boolean;
}

/** A frame with `about:srcdoc` or `about:blank` belongs to the site that created it. */
function siteUrl({ url = '', origin, tab }: Sender): string {
  const addresses = [url, origin ?? '', tab?.url ?? ''];
  return addresses.find((address) => address.startsWith('http')) ?? url;
}

/**
 * The request of our content script in a frame of a tab (`own`: our id); null for any other sender
 * or message.
 */
export function requestOfPage(
  message: unknown,
  sender: Sender,
  own: string,
): { request: PageRequest; tab: PageTab } | null {
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
    const from = requestOfPage(message, sender, browser.runtime.id);
    return from ? handle(from.request, from.tab) : undefined;
  });
}
