import { findBrowser } from '/tmp/wt/lst/lib/publish/browsers.ts';
import { launchWithExtension } from '/tmp/wt/lst/lib/publish/launch.ts';
import { buildFolder, Reader } from '/tmp/wt/lst/test/support/reader.ts';
import { startStandIn } from '/tmp/wt/lst/test/support/stand-in.ts';
import { openOwn, press, says } from '/tmp/wt/lst/test/support/own-terms.ts';
import { serveList, subscribe } from '/tmp/wt/lst/test/support/lists.ts';
import { useSettings } from '/tmp/wt/lst/test/support/settings.ts';
import { inPage } from '/tmp/wt/lst/lib/publish/in-page.ts';
import { HOSTILE_LIST } from '/tmp/wt/lst/test/lists/hostile.ts';
import { FIRMS, list } from '/tmp/wt/lst/test/unit/sync/list-documents.ts';
const name = 'chrome' as const;
const site = await startStandIn();
const reader = new Reader(name, await launchWithExtension({ name, executable: (await findBrowser(name))!, extension: buildFolder(name, 'preview'), headless: true, standInPort: site.port }), site);
setTimeout(() => process.exit(1), 90_000);
const shot = async (page: any, file: string) => { await page.setViewport({ width: 1000, height: 1400 }); await page.screenshot({ path: `/tmp/zz/lst/${file}.png`, fullPage: true }); };
await subscribe(reader, serveList(reader, '/lists/desk.json', list(3)), { title: 'Harbour desk' });
serveList(reader, '/lists/desk.json', list(2, FIRMS.slice(4)));
for (const language of ['en', 'zh_CN'] as const) {
  await useSettings(reader.launched, { language });
  const look = await openOwn(reader, `/subscribe.html#${encodeURIComponent(serveList(reader, '/lists/hostile.json', HOSTILE_LIST))}`);
  await press(look, (language === 'en' ? 'Fetch from ' : '从') + 'apnews.com' + (language === 'en' ? '' : '获取'));
  await says(look, language === 'en' ? 'Nothing is in use until you add it.' : '添加之前不会启用', 60_000);
  await inPage(look, () => document.querySelectorAll('details').forEach((one) => (one.open = true)));
  await shot(look, `preview-${language}`);
  await look.close();
  const settings = await openOwn(reader, '/options.html#lists');
  if (language === 'en') { await (await settings.waitForSelector('[data-list="harbour-desk"] ::-p-aria([name="Check now"])'))?.click(); await says(settings, 'is held back'); }
  else await says(settings, '搁置');
  await shot(settings, `held-${language}`);
  await settings.close();
}
await reader.end(); process.exit(0);
