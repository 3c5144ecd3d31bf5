/**
 * Shows the number of mentions on the button: the marked ones and, after a plus sign, the private
 * ones.
 */
import { browser } from 'wxt/browser';

const COLOR = '#155679';
/** The number of marked mentions and, if there are any, of private ones. */
const TEXT = /^(\d+\+?)??(?:\+(\d+\+?))?$/;

const short = (n: number) => (n > 999 ? '999+' : String(n));

let writing: Promise<unknown> = Promise.resolve();

/**
 * Changes one of the two numbers. The other is read from the button, so no copy is needed; the
 * browser clears it when the user leaves the page:
 * https://developer.mozilla.org/en-US/Add-ons/WebExtensions/API/browserAction/setBadgeText.
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
      // The tab has been closed.
    }
  });
  writing = next;
  return next;
}

/** `mentions`: null if the page script no longer runs in the tab. */
export const showMarked = (tabId: number, mentions: number | null): Promise<void> =>
  change(tabId, mentions === null ? { marked: '', personal: '' } : { marked: short(mentions) });

/** Adds the number of private mentions on the page to the button. */
export const showPersonal = (tabId: number, mentions: number): Promise<void> =>
  change(tabId, { personal: mentions > 0 ? short(mentions) : '' });
