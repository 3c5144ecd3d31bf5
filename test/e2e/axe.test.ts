/**
 * Checks every page of the extension and the card with axe-core, light in English and dark in
 * Chinese.
 */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardParts, hoverMark, openCard, openCardRoot } from '../../lib/tools/browser/drive.ts';
import { openExtensionPage } from '../../lib/tools/browser/extension.ts';
import { inPage } from '../../lib/tools/browser/in-page.ts';
import { useTestUser } from '../support/test-user.ts';
import { useSettings } from '../support/settings.ts';
import { openPanel, openPopup } from '../support/open-surface.ts';
import { PageSurface } from '../support/surface.ts';

const user = useTestUser();
const SAMPLE = readFileSync(new URL('../pages/sample-article.html', import.meta.url), 'utf8');
/** Paths, each with a text that appears once the page is drawn. */
const PAGES = [
  { path: '/options.html', en: 'Kinds that are marked', zh: '标注的类别' },
  { path: '/welcome.html', en: 'Choose where it may read', zh: '镓' },
  { path: '/entry.html#mineral/gallium', en: 'A soft metal', zh: '软金属' },
  { path: '/entry.html#?gal', en: 'Gallium', zh: '镓' },
  { path: '/next.html', en: 'Passed without news', zh: '已过期而无后续消息' },
  { path: '/term.html', en: 'Name', zh: '名称' },
  { path: '/subscribe.html', en: 'list', zh: '列表' },
];

describe.each([
  { theme: 'light', language: 'en' },
  { theme: 'dark', language: 'zh_CN' },
] as const)('$theme, $language', ({ theme, language }) => {
  beforeAll(() => useSettings(user().launched, { theme, language }));
  afterAll(() => useSettings(user().launched, {}));
  const name = language === 'en' ? 'Gallium' : '镓';

  it.each(PAGES)('$path', async ({ path, en, zh }) => {
    const surface = new PageSurface(await openExtensionPage(user().launched, path));
    await surface.says(language === 'en' ? en : zh);
    expect(await surface.faults()).toEqual([]);
    await surface.close();
  });

  it('the card in a page, in its closed root', async () => {
    const { page } = await user().open(SAMPLE);
    await hoverMark(page, 'gallium');
    expect(await openCard(page, name)).not.toBeNull();
    const card = new PageSurface(page);
    const host = await openCardRoot(page);
    // Otherwise axe would have nothing to check.
    await expect
      .poll(() =>
        inPage(
          page,
          (selector) => (document.querySelector(selector)?.shadowRoot?.querySelectorAll('a[href]').length ?? 0) > 0,
          host,
        ),
      )
      .toBe(true);
    expect(await card.faults(host)).toEqual([]);
    expect(await cardParts(page, 'dialog', name)).toHaveLength(1);
    await page.close();
  });

  it('the popup and the panel', async () => {
    const { page } = await user().open(SAMPLE);
    const popup = await openPopup(user().launched, page);
    await popup.find('button', `/${name}/`);
    expect(await popup.faults()).toEqual([]);
    await popup.close();
    const panel = await openPanel(user().launched, page, language === 'en' ? 'All mentions' : '本页全部词条');
    await panel.find('button', `/${name}/`);
    expect(await panel.faults()).toEqual([]);
    await panel.close();
    await page.close();
  });
});
