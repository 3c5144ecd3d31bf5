/**
 * Permission for a host to fetch something of the user's from: pages of that host are not read for
 * it.
 */
import { browser } from 'wxt/browser';
import { changeSettings } from '../store/settings.ts';

const leaveAlone = (host: string, alone: boolean) =>
  changeSettings(({ offSites }) => ({
    offSites: [...offSites.filter((one) => one !== host), ...(alone ? [host] : [])],
  }));

/**
 * Must be called straight in a click: the browser asks only then. Match patterns have no port: the
 * permission is for the host.
 */
export async function requestForFetching(url: string, more: object = {}): Promise<boolean> {
  const { protocol, hostname } = new URL(url);
  const origins = [`${protocol}//${hostname}/*`];
  const [holding, asking] = [
    browser.permissions.contains({ origins }),
    browser.permissions.request({ origins, ...more }),
  ];
  // Before the user has answered, so that no page of that host is marked when the permission comes.
  const held = await holding;
  if (!held) await leaveAlone(hostname, true);
  const granted = await asking;
  if (!held && !granted) await leaveAlone(hostname, false);
  return granted;
}
