/** Runs code in the world of our content script, as a page could that took its process over. */
import { inExtension } from '../../lib/tools/browser/extension.ts';
import type { Launched } from '../../lib/tools/browser/launch.ts';

/** Runs in the page at `url`. Chromium drops null in arguments, so pass such arguments as JSON. */
export function inContentWorld<A extends unknown[]>(
  launched: Launched,
  url: string,
  run: (...args: A) => unknown,
  ...args: A
): Promise<unknown> {
  // The compiler inserts calls of `__name` into functions.
  const inPage = `(...args) => { globalThis.browser ??= globalThis.chrome; const __name = (one) => one; return (${run.toString()})(...args); }`;
  // Passed as text, because a page of the extension may not make functions from strings.
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
