/** Code in the world of our script in a page, as a page that took its process over could run it. */
import { inExtension } from '../../lib/tools/browser/extension.ts';
import type { Launched } from '../../lib/tools/browser/launch.ts';

/**
 * Runs in the page at `url`. In Chromium arguments lose what is null in them: hand such over as
 * JSON.
 */
export function inContentWorld<A extends unknown[]>(
  launched: Launched,
  url: string,
  run: (...args: A) => unknown,
  ...args: A
): Promise<unknown> {
  // The compiler weaves calls of `__name` into functions.
  const inPage = `(...args) => { globalThis.browser ??= globalThis.chrome; const __name = (one) => one; return (${run.toString()})(...args); }`;
  // As text: a page of the extension may make no function of a string.
  const inOwnPage = new Function(
    'wanted',
    'args',
    `return browser.tabs.query({})
      .then((tabs) => tabs.find(({ url }) => url === wanted))
      .then(({ id }) => browser.scripting.executeScript({ target: { tabId: id }, func: ${inPage}, args }))
      .then(([done]) => done.result)`,
  ) as (wanted: string, given: A) => unknown;
  return inExtension(launched, inOwnPage, url, args);
}
