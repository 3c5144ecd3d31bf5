/** Running functions in a page's own world. */
import type { Page } from 'puppeteer-core';

/** A function's text with its arguments, whatever helpers the compiler wove into it. */
export const callText = (run: (...args: never[]) => unknown, args: readonly unknown[]): string =>
  `((__name) => (${run})(...${JSON.stringify(args)}))((one) => one)`;

/** Runs a function in the page's own world; arguments and result go as JSON. */
export function inPage<A extends unknown[], R>(page: Page, run: (...args: A) => R, ...args: A): Promise<Awaited<R>> {
  return page.evaluate(callText(run, args)) as Promise<Awaited<R>>;
}
