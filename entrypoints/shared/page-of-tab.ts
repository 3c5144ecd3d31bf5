/** The page in a tab, by the answers of the browser and of the script in it. */
import { browser, type Browser } from 'wxt/browser';
import { hostOf, isPdfName, originOf, siteState, type SiteState } from '../../lib/core/site-state.ts';
import type { PageMentions } from '../../lib/messaging/protocol.ts';
import { allMentionsOf } from '../../lib/messaging/own-requests.ts';
import { mergeFrames, type FramePage } from '../../lib/messaging/merge-frames.ts';
import { markedMentionsOf } from '../../lib/messaging/rpc.ts';
import { framesOf, TOP } from '../../lib/sites/tab-frames.ts';

export interface Tab {
  id: number;
  windowId: number | undefined;
  url: string | undefined;
  /** In a private window: what the user decides there is not kept. */
  private: boolean;
}

export interface TabPage {
  site: { state: SiteState; host: string };
  page: PageMentions | null;
  /** Hosts of frames in it that may not be read. */
  closedFrames: readonly string[];
}

export async function activeTab(): Promise<Tab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab ? partsOf(tab) : null;
}

/** A tab by its number; null where it was closed. */
export const tabOf = (id: number): Promise<Tab | null> => browser.tabs.get(id).then(partsOf, () => null);

const partsOf = ({ id, windowId, url, incognito }: Browser.tabs.Tab): Tab | null =>
  id === undefined ? null : { id, windowId, url: url ?? undefined, private: incognito };

/** Permissions and the script's answer are asked again each time: neither is kept anywhere. */
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

/** Hosts of frames of other sites in the page that may not be read. */
async function closedFramesOf(page: PageMentions | null): Promise<string[]> {
  const hosts = (page?.frames ?? []).map(async (address) => {
    const origin = originOf(address);
    return origin !== null && !(await browser.permissions.contains({ origins: [origin] })) ? hostOf(address) : '';
  });
  return (await Promise.all(hosts)).filter(Boolean);
}

/** With the mentions that the page itself knows nothing of. */
export async function withPrivateMentions(tab: Tab, read: TabPage): Promise<TabPage> {
  const page = read.page && (await allMentionsOf(tab.id));
  return page ? { ...read, page } : read;
}

/** Where an ordinary page gives no answer, the user's click lets us see whether it is ordinary. */
export async function lookAgain(tab: Tab, read: TabPage): Promise<TabPage> {
  const { host, state } = read.site;
  if (state !== 'no access' && state !== 'silent') return read;
  const shown = await typeOf(tab.id);
  if (shown === 'page') return read;
  // Firefox keeps its viewer to itself: there only the address shows a PDF.
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

/** Copies text: these pages have a secure origin and the user's click. */
export const copyText = (text: string): Promise<void> => navigator.clipboard.writeText(text);

export function saveFile(name: string, type: string, content: BlobPart): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  // The browser reads the file after the click; a minute is ample.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
