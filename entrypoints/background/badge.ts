/**
 * The number of mentions on the button: those that are marked, and after a plus the private ones.
 */
import { browser } from 'wxt/browser';

const COLOR = '#155679';
/** The marked ones, and the private ones where there are any. */
const TEXT = /^(\d+\+?)??(?:\+(\d+\+?))?$/;

const short = (n: number) => (n > 999 ? '999+' : String(n));

let writing: Promise<unknown> = Promise.resolve();

/**
 * Changes one of the two numbers. The other stays on the button, where the browser forgets it with
 * the page. So no copy is kept elsewhere.
 */
function change(tabId: number, changed: { marked?: string; personal?: string }): Promise<void> {
  const next = writing.then(async () => {
    try {
      const before = TEXT.exec(await browser.action.getBadgeText({ tabId }));
      const marked = changed.marked ?? before?.[1] ?? '';
      const personal = changed.personal ?? before?.[2] ?? '';
      const text = personal ? `${marked || '0'}+${personal}` : marked === '0' ? '' : marked;
      if (text === (before?.[0] ?? '')) return;
      await browser.action.setBadgeText({ tabId, text });
      await browser.action.setBadgeBackgroundColor({ tabId, color: COLOR });
    } catch {
      // The tab was closed meanwhile.
    }
  });
  writing = next;
  return next;
}

/** Null where nothing runs in the tab any more. */
export const showMarked = (tabId: number, mentions: number | null): Promise<void> =>
  change(tabId, mentions === null ? { marked: '', personal: '' } : { marked: short(mentions) });

export const showPersonal = (tabId: number, mentions: number): Promise<void> =>
  change(tabId, { personal: mentions > 0 ? short(mentions) : '' });
