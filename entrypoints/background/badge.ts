/** The number of mentions on the button. */
import { browser } from 'wxt/browser';

const short = (n: number) => (n > 999 ? '999+' : String(n));

/** Shows the count of a tab; the reader's own terms are counted apart, after a plus. */
export async function showCount(tabId: number, mentions: number, personal: number): Promise<void> {
  const text = personal ? `${short(mentions)}+${short(personal)}` : mentions ? short(mentions) : '';
  try {
    await browser.action.setBadgeText({ tabId, text });
    await browser.action.setBadgeBackgroundColor({ tabId, color: '#155679' });
  } catch {
    // The tab was closed meanwhile.
  }
}
