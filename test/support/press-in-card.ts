/** A button of the card on a page, pressed as a reader does. */
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { cardOver, cardParts, openCardRoot } from '../../lib/tools/browser/drive.ts';
import { inPage } from '../../lib/tools/browser/in-page.ts';

/** The card scrolls inside: what is pressed may stand further down. Windows that come and go beside it can take the pointer off the word. */
export async function pressInCard(page: Page, word: string, name: string, button: string): Promise<void> {
  await expect
    .poll(async () => {
      if ((await cardParts(page, 'dialog', name)).length === 0) await cardOver(page, word, name);
      return (await cardParts(page, 'button', button)).length;
    })
    .toBe(1);
  const host = await openCardRoot(page);
  await inPage(
    page,
    (selector, name) => {
      const buttons = [...(document.querySelector(selector)?.shadowRoot?.querySelectorAll('button') ?? [])];
      buttons
        .find((one) => (one.ariaLabel ?? one.textContent ?? '').includes(name) || one.textContent?.includes(name))
        ?.click();
    },
    host,
    button,
  );
}
