/** Opens the popup and the side panel as a user does, in either browser. */
import type { Page } from 'puppeteer-core';
import { inFirefoxWindow, type Launched } from '../../lib/tools/browser/launch.ts';
import { until } from '../../lib/tools/browser/wait.ts';
import { FrameSurface } from './frame-surface.ts';
import { PageSurface, type Surface } from './surface.ts';

const ofExtension = (id: string) =>
  `(ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs').ExtensionParent)`.concat(
    `.GlobalManager.getExtension(${JSON.stringify(id)})`,
  );

async function inChrome({ browser, origin }: Launched, path: string): Promise<PageSurface> {
  const target = await browser.waitForTarget((one) => one.url().startsWith(`${origin}${path}`), { timeout: 30_000 });
  return new PageSurface(await target.asPage());
}

/** Clicks the extension's button in the toolbar, with `page` in front. */
export async function openPopup(launched: Launched, page: Page): Promise<Surface> {
  const { browser, extensionId } = launched;
  await page.bringToFront();
  if ('connection' in browser) {
    await inFirefoxWindow(
      browser,
      `ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs').ExtensionParent.apiManager.global.browserActionFor(${ofExtension(extensionId)}).triggerAction(window)`,
    );
    return openedPopup(launched);
  }
  const session = await browser.target().createCDPSession();
  const { targetInfos } = await session.send('Target.getTargets', {
    filter: [{ type: 'tab', exclude: false }, { exclude: true }],
  });
  const tab = targetInfos.find(({ url }) => url === page.url());
  if (!tab) throw new Error(`no tab of ${page.url()}`);
  await (session.send as (method: string, params: object) => Promise<unknown>)('Extensions.triggerAction', {
    id: extensionId,
    targetId: tab.targetId,
  });
  return openedPopup(launched);
}

/** Opens the side panel with the popup's button. */
export async function openPanel(launched: Launched, page: Page, button = 'All mentions'): Promise<Surface> {
  const popup = await openPopup(launched, page);
  await popup.press('button', button);
  return openedPanel(launched);
}

/** The popup, after something else opened it. */
export const openedPopup = async (launched: Launched): Promise<Surface> =>
  shown(
    'connection' in launched.browser
      ? new FrameSurface(launched, '/popup.html')
      : await inChrome(launched, '/popup.html'),
  );

/** The side panel, after something else opened it. */
export const openedPanel = async (launched: Launched): Promise<Surface> =>
  shown(
    'connection' in launched.browser
      ? new FrameSurface(launched, '/sidepanel.html')
      : await inChrome(launched, '/sidepanel.html'),
  );

async function shown(surface: Surface): Promise<Surface> {
  const isDrawn = () => (document.getElementById('app')?.childElementCount ?? 0) > 0;
  if (!(await until(() => surface.run(isDrawn).catch(() => false)))) throw new Error('nothing is drawn');
  return surface;
}
