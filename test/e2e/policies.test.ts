/**
 * What an administrator set by a real policy of the machine is shown as set, with their text, and
 * stays; all else is the user's. Needs root, as CI has it.
 */
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openExtensionPage } from '../../lib/tools/browser/extension.ts';
import { closeBrowser, type Launched } from '../../lib/tools/browser/launch.ts';
import { canSetPolicy, setPolicy } from '../support/policy.ts';
import { NEWS } from '../support/reader.ts';
import { keptSettings, settleSettings } from '../support/settings.ts';
import { startStandIn, type StandIn } from '../support/stand-in.ts';
import { startBrowser } from '../support/start-browser.ts';
import { PageSurface } from '../support/surface.ts';
import { list } from '../unit/subscriptions/list-documents.ts';

const name = inject('browser');
const MESSAGE = 'Ask desk@harbour.example.';
const SET = `Set by your administrator. ${MESSAGE}`;

describe.runIf(canSetPolicy(name))('a policy', () => {
  let site: StandIn;
  let launched: Launched;
  let policy: Awaited<ReturnType<typeof setPolicy>>;
  let settings: PageSurface;

  beforeAll(async () => {
    site = await startStandIn();
    site.serve('/lists/desk.json', { body: list(3), type: 'application/json' });
    policy = await setPolicy(name, {
      message: MESSAGE,
      density: 'fewer',
      language: 'en',
      mayChange: ['language'],
      sites: [`https://${NEWS}/*`, 'https://desk.harbour.example/*'],
      lists: [{ address: `https://${NEWS}${name === 'firefox' ? `:${site.port}` : ''}/lists/desk.json` }],
      termsFolder: 'https://files.harbour.example/dav/',
      hide: ['backup', 'subscribe'],
    });
    launched = await startBrowser(name, { standInPort: site.port, extension: policy.extension });
    await settleSettings(launched);
    settings = new PageSurface(await openExtensionPage(launched, '/options.html'));
  });
  afterAll(async () => {
    await closeBrowser(launched.browser);
    await site.close();
    await policy.end();
  });

  it('is told with the administrator’s words, and what it sets cannot be changed', async () => {
    await settings.says(SET);
    const fixed = await settings.run(() =>
      [...document.querySelectorAll('fieldset:disabled')].map(
        (one) => one.querySelector(':checked')?.closest('label')?.innerText,
      ),
    );
    expect(fixed).toEqual(['Fewer']);
  });

  it('brings its list into use, which cannot be removed', async () => {
    await settings.says('Harbour desk');
    expect(await settings.all('button', 'Remove')).toEqual([]);
    expect(await settings.all('button', 'Add list')).toEqual([]);
  });

  it('names its sites, and asks for those that the browser has not allowed yet', async () => {
    await settings.says('desk.harbour.example');
    await settings.find('button', 'Allow the sites of your organization (1)');
  });

  it('hides what it hides, and sets the folder of own terms', async () => {
    expect(await settings.all('button', 'Export')).toEqual([]);
    expect(await settings.all('textbox', 'Address of a list, https://…')).toEqual([]);
    await settings.press('radio', '/WebDAV/');
    expect((await settings.find('textbox', 'Address')).value).toBe('https://files.harbour.example/dav/');
  });

  it('leaves the rest to the user, and nothing of it in the user’s own settings', async () => {
    await settings.press('radio', 'Dark');
    await settings.press('radio', '简体中文');
    await settings.says('卡片与语言');
    expect(await keptSettings(launched)).toMatchObject({ theme: 'dark', language: 'zh_CN', density: 'all' });
  });
});
