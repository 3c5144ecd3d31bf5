/**
 * Works with the user's own terms through the interface: the pages of the extension, and messages
 * of their scripts.
 */
import type { ElementHandle, Page } from 'puppeteer-core';
import { openExtensionPage } from '../../lib/tools/browser/extension.ts';
import { inPage } from '../../lib/tools/browser/in-page.ts';
import { pause, until } from '../../lib/tools/browser/wait.ts';
import type { TestUser } from './test-user.ts';
import { PageSurface } from './surface.ts';

export const openOwn = ({ launched }: Pick<TestUser, 'launched'>, path: string): Promise<Page> =>
  openExtensionPage(launched, path);

/** Waits until the text of a page contains the words, and returns the text. */
export async function says(page: Page, words: string | RegExp, limit = 30_000): Promise<string> {
  const has = (text: string) => (typeof words === 'string' ? text.includes(words) : words.test(text));
  const text = await until(() => inPage(page, () => document.body.innerText).catch(() => ''), has, limit);
  if (!has(text)) throw new Error(`the page does not say “${String(words)}”: ${text.slice(-2500)}`);
  return text;
}

/**
 * Clicks an element once its box is the same twice and it is enabled: a page that just opened still
 * moves it, and a button waits for the answer to the one before.
 */
export async function clickAtRest(element: ElementHandle<Element>): Promise<void> {
  let last = '';
  await until(async () => {
    const before = last;
    last = JSON.stringify(await element.boundingBox());
    return last === before && !(await element.evaluate((one) => one.matches(':disabled')));
  });
  await element.click();
}

/** Waits for a control with that accessible name inside `within`, and clicks it. */
export async function press(page: Page, name: string, within?: string): Promise<void> {
  await clickAtRest(await new PageSurface(page).control(name, within));
}

export async function fill(page: Page, label: string, text: string): Promise<void> {
  await page.waitForFunction(
    `[...document.querySelectorAll('label')].some((one) => one.textContent.trim() === ${JSON.stringify(label)})`,
    { timeout: 30_000 },
  );
  await inPage(
    page,
    (wanted, value) => {
      const found = [...document.querySelectorAll('label')].find((one) => one.textContent?.trim() === wanted)?.control;
      if (!(found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement))
        throw new Error(`no field ${wanted}`);
      found.focus();
      found.value = value;
      found.dispatchEvent(new Event('input', { bubbles: true }));
      found.dispatchEvent(new Event('change', { bubbles: true }));
    },
    label,
    text,
  );
}

/** Adds or changes terms by importing a table. */
export const importTable = (page: Page, csv: string): Promise<void> =>
  inPage(
    page,
    (text) => {
      const input = document.querySelector('#own input[type=file]');
      if (!(input instanceof HTMLInputElement)) throw new Error('no way to import');
      const files = new DataTransfer();
      files.items.add(new File([text], 'terms.csv', { type: 'text/csv' }));
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    csv,
  );

/**
 * Adds a term on the page for it. `place` answers the question where own terms show, which is asked
 * after the first one.
 */
export async function addTerm(
  user: Pick<TestUser, 'launched'>,
  fields: Record<string, string>,
  place: 'Underline' | 'Only in the panel' = 'Only in the panel',
): Promise<void> {
  const page = await openOwn(user, '/term.html');
  for (const [label, text] of Object.entries(fields)) await fill(page, label, text);
  await press(page, 'Add term');
  // Once the term is stored the page closes, or returns to the page before. We ask the page itself,
  // because Firefox's driver does not always know where it is.
  const isThere = () =>
    Promise.race([inPage(page, () => location.pathname), pause(1_000).then(() => '')]).then(
      (path) => path === '/term.html',
      () => false,
    );
  const isAsked = () =>
    inPage(page, () => document.body.innerText.includes('Underline your terms on pages?')).catch(() => false);
  const isLeft = async (): Promise<boolean> => {
    if (page.isClosed() || !(await isThere())) return true;
    if (await isAsked()) await press(page, place).catch(() => undefined);
    return false;
  };
  // The term is not stored, but nothing of it is lost: it is still in the page.
  if (!(await until(isLeft)))
    throw new Error(
      `the page of a new term stayed: ${(await inPage(page, () => document.body.innerText)).slice(0, 500)}`,
    );
  if (!page.isClosed()) await page.close().catch(() => undefined);
}
