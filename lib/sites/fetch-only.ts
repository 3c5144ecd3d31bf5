/** Requests permission for a host only to fetch from it; the page script stays off on that host. */
import { browser } from 'wxt/browser';
import { changeSettings } from '../store/settings.ts';

const leaveAlone = (host: string, alone: boolean) =>
  changeSettings(({ offSites }) => ({
    offSites: [...offSites.filter((one) => one !== host), ...(alone ? [host] : [])],
  }));

/**
 * Call this directly in a click handler, or the browser does not ask:
 * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/User_actions.
 * The permission covers the whole host, because match patterns have no port.
 */
export async function requestForFetching(url: string, more: object = {}): Promise<boolean> {
  const { protocol, hostname } = new URL(url);
  const origins = [`${protocol}//${hostname}/*`];
  const [holding, asking] = [
    browser.permissions.contains({ origins }),
    browser.permissions.request({ origins, ...more }),
  ];
  // Turned off before the user answers, so that no page of the host is marked when the permission
  // arrives.
  const held = await holding;
  if (!held) await leaveAlone(hostname, true);
  const granted = await asking;
  if (!held && !granted) await leaveAlone(hostname, false);
  return granted;
}
