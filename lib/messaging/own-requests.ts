/** The requests of the extension's own pages to the background. Content scripts are refused. */
import { browser, type Browser } from 'wxt/browser';
import * as v from 'valibot';
import { fileUrl } from './pages.ts';
import { PageMentions, TermTrial } from './protocol.ts';

const TabId = v.pipe(v.number(), v.integer());

/** By `type`, with what the sender must add. */
export const OwnRequest = v.variant('type', [
  /** Own terms or their server changed: pages are counted again, and an exchange is due. */
  v.object({ type: v.literal('own-changed') }),
  /** Exchange now, with the user's answer about terms that other devices deleted. */
  v.object({ type: v.literal('own-exchange'), answer: v.nullable(v.picklist(['keep', 'delete'])) }),
  /** All mentions on the page in a tab, including private ones. */
  v.object({ type: v.literal('all-mentions'), tab: TabId }),
  /** The user looked at these changes. */
  v.object({ type: v.literal('follows-seen'), keys: v.array(v.string()) }),
  /** Tries these names, compiled and encoded, on the page in a tab. */
  v.object({ type: v.literal('try-names'), tab: TabId, names: v.string() }),
]);
export type OwnRequest = v.InferOutput<typeof OwnRequest>;

/** Resolves when the background is done. */
export async function askOwn(request: OwnRequest): Promise<unknown> {
  return (await browser.runtime.sendMessage(request)) as unknown;
}

async function askFor<T extends v.GenericSchema>(request: OwnRequest, schema: T): Promise<v.InferOutput<T> | null> {
  try {
    const answer = v.safeParse(schema, await askOwn(request));
    return answer.success ? answer.output : null;
  } catch {
    return null;
  }
}

/** Null if Tradegloss does not run in the tab or there are no private names. */
export const allMentionsOf = (tab: number): Promise<PageMentions | null> =>
  askFor({ type: 'all-mentions', tab }, PageMentions);

/** Searches a tab for encoded names; null if its page cannot be read. */
export const tryNames = (tab: number, names: string): Promise<TermTrial | null> =>
  askFor({ type: 'try-names', tab, names }, TermTrial);

/**
 * The request of one of the extension's pages (`home`: their origin); null for content scripts and
 * anything else.
 */
export function ownRequestIn(
  message: unknown,
  sender: Browser.runtime.MessageSender,
  own: string,
  home: string,
): OwnRequest | null {
  if (sender.id !== own || !sender.url?.startsWith(home)) return null;
  const request = v.safeParse(OwnRequest, message);
  return request.success ? request.output : null;
}

/** Answers the requests of the extension's own pages; ignores all others. */
export function answerOwn(handle: (request: OwnRequest) => Promise<unknown>): void {
  const home = fileUrl('/');
  browser.runtime.onMessage.addListener((message: unknown, sender: Browser.runtime.MessageSender) => {
    const request = ownRequestIn(message, sender, browser.runtime.id, home);
    return request ? handle(request) : undefined;
  });
}
