/** Runs functions in a page's own world. */
import type { Page } from 'puppeteer-core';

/**
 * The source of a call: the function's text with its arguments, whatever helpers the compiler
 * added.
 */
export const callText = (run: (...args: never[]) => unknown, args: readonly unknown[]): string =>
  `((__name) => (${run})(...${JSON.stringify(args)}))((one) => one)`;

/** Runs a function in the page's own world. Arguments and result travel as JSON. */
export function inPage<A extends unknown[], R>(page: Page, run: (...args: A) => R, ...args: A): Promise<Awaited<R>> {
  return page.evaluate(callText(run, args)) as Promise<Awaited<R>>;
}
