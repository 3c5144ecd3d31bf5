/**
 * Protects the day that the user gives an article whose page states none: it is kept for that page,
 * and cards show what was in force on it.
 */
import { expect, it } from 'vitest';
import { mentionsAt } from '../../lib/tools/browser/extension.ts';
import { openPopup } from '../support/open-surface.ts';
import { useTestUser } from '../support/test-user.ts';

const user = useTestUser();
const UNDATED = '<!doctype html><html lang="en"><title>Metals</title><p>Exports of gallium and germanium fell.</p>';

const dayAt = async (url: string) => (await mentionsAt(user().launched, url))?.articleDay;

it("the user enters the article's date in the popup, and it is kept for this page", async () => {
  const { page, url } = await user().open(UNDATED);
  expect(await dayAt(url)).toBeNull();
  const popup = await openPopup(user().launched, page);
  await popup.says('No date found on this page');
  await popup.run(() => {
    const field = document.querySelector<HTMLInputElement>('input[type="date"]');
    if (!field) throw new Error('no field for a date');
    field.value = '2025-07-18';
    field.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await popup.says('18 Jul 2025');
  await popup.close();
  await page.reload();
  await expect.poll(() => dayAt(url)).toBe('2025-07-18');
  const { page: other, url: elsewhere } = await user().open(UNDATED);
  expect(await dayAt(elsewhere)).toBeNull();
  await page.close();
  await other.close();
});
