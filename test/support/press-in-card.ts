/** Presses buttons of the card on a page, as a user does. */
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { cardOver, cardParts, openCardRoot, pressOnCard } from '../../lib/tools/browser/drive.ts';
import { inPage } from '../../lib/tools/browser/in-page.ts';
import { pause } from '../../lib/tools/browser/wait.ts';

/**
 * Waits as a user who looks at the card first. It accepts no earlier click
 * (lib/page/card/click-guard.ts).
 */
const lookAtCard = (): Promise<void> => pause(700);

/**
 * Presses a button on the card or in its menu. The card scrolls, so the button may be further down.
 * Other windows that open and close can take the pointer off the word.
 */
export async function pressInCard(page: Page, word: string, name: string, button: string): Promise<void> {
  const inMenu = async () => (await cardParts(page, 'button', button)).length === 0 && pressOnCard(page, 'Menu', 1000);
  await expect
    .poll(async () => {
      if ((await cardParts(page, 'dialog', name)).length === 0) await cardOver(page, word, name);
      await inMenu();
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
        ?.scrollIntoView({ block: 'nearest' });
    },
    host,
    button,
  );
  const boxNow = async () => (await cardParts(page, 'button', button))[0]?.box;
  const { x, y, width, height } = (await boxNow()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(x + width / 2, y + height / 2);
  await lookAtCard();
  const box = await boxNow();
  if (!box) throw new Error(`${button} went from the card before it was pressed`);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}
