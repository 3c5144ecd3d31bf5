/** Reads the user's own terms from the database of a browser. */
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { inPage } from '../../lib/tools/browser/in-page.ts';
import { OwnRecord } from '../../lib/terms/record.ts';
import { termOf, type Term } from '../../lib/terms/term.ts';
import { LogRow } from '../../lib/terms/terms-db.ts';

/** The used part of the extension's interface; it exists in its pages only. */
declare const browser: { runtime: { sendMessage(message: object): Promise<unknown> } };

const tableOf = (page: Page, name: string): Promise<unknown> =>
  inPage(
    page,
    (wanted) =>
      new Promise<unknown>((resolve, reject) => {
        const opening = indexedDB.open('tradegloss-own');
        opening.addEventListener('error', () => reject(new Error('the database does not open')));
        opening.addEventListener('success', () => {
          const reading = opening.result.transaction(wanted).objectStore(wanted).getAll();
          reading.addEventListener('success', () => {
            opening.result.close();
            resolve(reading.result);
          });
        });
      }),
    name,
  );

export const recordsOf = async (page: Page) => v.parse(v.array(OwnRecord), await tableOf(page, 'records'));
export const termsOf = async (page: Page): Promise<Term[]> =>
  (await recordsOf(page)).flatMap((record) => termOf(record) ?? []).sort((a, b) => (a.id < b.id ? -1 : 1));
/** Values that later changes replaced and that the user can restore. */
export const logOf = async (page: Page) => v.parse(v.array(LogRow), await tableOf(page, 'log'));

/** Exchanges with the other devices now, as the button in the settings does. */
export const exchangeIn = (page: Page): Promise<unknown> =>
  inPage(page, () => browser.runtime.sendMessage({ type: 'own-exchange', answer: null }));
/** Makes `browser` available in Chromium, which calls it `chrome`. */
export const withBrowserName = (page: Page): Promise<unknown> =>
  page.evaluate('globalThis.browser ??= globalThis.chrome; undefined');
