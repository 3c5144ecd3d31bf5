/** What the extension's own pages ask of the background about the reader's own terms. Content scripts are not heard. */
import { browser, type Browser } from 'wxt/browser';
import * as v from 'valibot';
import { fileUrl } from './pages.ts';

export const OwnRequest = v.variant('type', [
  /** Terms, or where they are kept, changed: tabs look for the new names, and an exchange is due. */
  v.object({ type: v.literal('own-changed') }),
  /** Exchange now; with what the reader says about terms that others deleted. */
  v.object({ type: v.literal('own-exchange'), answer: v.nullable(v.picklist(['keep', 'delete'])) }),
]);
export type OwnRequest = v.InferOutput<typeof OwnRequest>;

/** Resolves when it is done. */
export async function askOwn(request: OwnRequest): Promise<void> {
  await browser.runtime.sendMessage(request);
}

/** What a page of the extension asks (`home`: where they stand); null for scripts in pages of the web, and for anything else. */
export function ownAsked(
  message: unknown,
  sender: Browser.runtime.MessageSender,
  own: string,
  home: string,
): OwnRequest | null {
  if (sender.id !== own || !sender.url?.startsWith(home)) return null;
  const request = v.safeParse(OwnRequest, message);
  return request.success ? request.output : null;
}

export function answerOwn(handle: (request: OwnRequest) => Promise<unknown>): void {
  const home = fileUrl('/');
  browser.runtime.onMessage.addListener((message: unknown, sender: Browser.runtime.MessageSender) => {
    const request = ownAsked(message, sender, browser.runtime.id, home);
    return request ? handle(request) : undefined;
  });
}
