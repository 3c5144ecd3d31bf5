/** Describes the page in a tab from the answers of the browser and of the page script. */
import { browser, type Browser } from 'wxt/browser';
import { hostOf, isPdfName, originOf, siteState, type SiteState } from '../../lib/core/site-state.ts';
import type { PageMentions } from '../../lib/messaging/protocol.ts';
import { allMentionsOf } from '../../lib/messaging/own-requests.ts';
import { mergeFrames, type FramePage } from '../../lib/messaging/merge-frames.ts';
import { markedMentionsOf } from '../../lib/messaging/rpc.ts';
import { framesOf, TOP } from '../../lib/sites/tab-frames.ts';

/** The fields of the browser's tab that we use. `url`: undefined without permission to see it. */
export interface Tab {
  id: number;
  windowId: number | undefined;
  url: string | undefined;
  /** True in a private window, where decisions are not stored. */
  private: boolean;
}

/** `page`: null if no page script answered. */
export interface TabPage {
  site: { state: SiteState; host: string };
  page: PageMentions | null;
  /** Hosts of frames that may not be read. */
  closedFrames: readonly string[];
}

/** The active tab of the current window. */
export async function activeTab(): Promise<Tab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab ? partsOf(tab) : null;
}

/** A tab by its id; null if it was closed. */
export const tabOf = (id: number): Promise<Tab | null> => browser.tabs.get(id).then(partsOf, () => null);

const partsOf = ({ id, windowId, url, incognito }: Browser.tabs.Tab): Tab | null =>
  id === undefined ? null : { id, windowId, url: url ?? undefined, private: incognito };

/** Requests permissions and the script's answer each time; neither is cached. */
export async function readTab(tab: Tab, offSites: readonly string[]): Promise<TabPage> {
  const origin = originOf(tab.url);
  const [granted, pages] = await Promise.all([
    origin === null ? false : browser.permissions.contains({ origins: [origin] }),
    markedInFrames(tab.id),
  ]);
  const page = mergeFrames(pages);
  const answered = pages[0]?.frame === TOP;
  const url = tab.url ?? page?.url;
  const host = hostOf(url);
  return {
    site: {
      state: page?.isDocument ? 'document' : siteState({ url, granted, off: offSites.includes(host), answered }),
      host,
    },
    page,
    closedFrames: await closedFramesOf(page),
  };
}

async function markedInFrames(tab: number): Promise<FramePage[]> {
  const frames = await framesOf(tab);
  const pages = await Promise.all(frames.map((frame) => markedMentionsOf(tab, frame)));
  return pages.flatMap((page, k) => (page ? [{ frame: frames[k] ?? TOP, page }] : []));
}

/** Hosts of cross-site frames that may not be read. */
async function closedFramesOf(page: PageMentions | null): Promise<string[]> {
  const hosts = (page?.frames ?? []).map(async (address) => {
    const origin = originOf(address);
    return origin !== null && !(await browser.permissions.contains({ origins: [origin] })) ? hostOf(address) : '';
  });
  return (await Promise.all(hosts)).filter(Boolean);
}

/** Adds the private mentions, which the page script does not know. */
export async function withPrivateMentions(tab: Tab, read: TabPage): Promise<TabPage> {
  const page = read.page && (await allMentionsOf(tab.id));
  return page ? { ...read, page } : read;
}

/**
 * If a page does not answer, the permission from the user's click shows which kind of page it is.
 */
export async function withPageKind(tab: Tab, read: TabPage): Promise<TabPage> {
  const { host, state } = read.site;
  if (state !== 'no access' && state !== 'silent') return read;
  const shown = await typeOf(tab.id);
  if (shown === 'page') return read;
  // Firefox closes its PDF viewer to extensions
  // (https://bugzilla.mozilla.org/show_bug.cgi?id=1454760), so only the address shows that it is a
  // PDF.
  return { ...read, site: { host, state: shown === 'closed' && isPdfName(tab.url) ? 'pdf' : shown } };
}

async function typeOf(tabId: number): Promise<'page' | 'pdf' | 'closed'> {
  try {
    const [top] = await browser.scripting.executeScript({
      target: { tabId },
      func: () => document.contentType,
      injectImmediately: true,
    });
    return top?.result === 'application/pdf' ? 'pdf' : 'page';
  } catch {
    return 'closed';
  }
}

/** Copies text. Extension pages are secure contexts, and the call comes from a click. */
export const copyText = (text: string): Promise<void> => navigator.clipboard.writeText(text);

/** Downloads `content` as a file. */
export function saveFile(name: string, type: string, content: BlobPart): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  // The browser reads the file after the click; a minute is enough.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
