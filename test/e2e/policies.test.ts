/**
 * Settings of a real administrator's policy are shown as set by it, with its message, and stay; the
 * rest is the user's. Needs root, as in CI.
 */
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { firstMarks } from '../../lib/tools/browser/drive.ts';
import { openExtensionPage } from '../../lib/tools/browser/extension.ts';
import { closeBrowser, type Launched } from '../../lib/tools/browser/launch.ts';
import { builtInList } from '../../lib/tools/build/built-in.ts';
import { openPopup } from '../support/open-surface.ts';
import { canSetPolicy, setPolicy } from '../support/policy.ts';
import { Key, Publisher } from '../support/publisher.ts';
import { NEWS } from '../support/test-user.ts';
import { keptSettings, settleSettings } from '../support/settings.ts';
import { startStandIn, type StandIn } from '../support/stand-in.ts';
import { startBrowser } from '../support/start-browser.ts';
import { PageSurface } from '../support/surface.ts';
import { list } from '../unit/subscriptions/list-documents.ts';

const name = inject('browser');
const MESSAGE = 'Ask desk@harbour.example.';
const SET = `Set by your administrator. ${MESSAGE}`;
const publisher = new Publisher();
const key = new Key();

function serveList(site: StandIn, file: string, title: string, signer: Key | null): void {
  const body = list(3, undefined, { id: file.replace(/\.json$/, ''), title });
  site.serve(`/lists/${file}`, { body, type: 'application/json' });
  if (signer) site.serve(`/lists/${file}.minisig`, { body: signer.sign(body), type: 'text/plain' });
}

describe.runIf(canSetPolicy(name))('a policy', () => {
  let site: StandIn;
  let launched: Launched;
  let policy: Awaited<ReturnType<typeof setPolicy>>;
  let settings: PageSurface;
  let host: string;

  beforeAll(async () => {
    site = await startStandIn();
    serveList(site, 'desk.json', 'Harbour desk', null);
    serveList(site, 'signed.json', 'Signed desk', key);
    serveList(site, 'forged.json', 'Forged desk', new Key());
    publisher.publish(builtInList());
    for (const [path, body] of publisher.files)
      site.serve(`/channel/${path}`, {
        body,
        type: path.endsWith('.json') ? 'application/json' : 'application/octet-stream',
      });
    host = `https://${NEWS}${name === 'firefox' ? `:${site.port}` : ''}`;
    policy = await setPolicy(name, {
      message: MESSAGE,
      density: 'fewer',
      language: 'en',
      mayChange: ['language'],
      sites: [`https://${NEWS}/*`, 'https://desk.harbour.example/*'],
      channel: { address: `${host}/channel/`, rootKey: publisher.root.line },
      lists: [
        { address: `${host}/lists/desk.json` },
        { address: `${host}/lists/signed.json`, key: key.line },
        { address: `${host}/lists/forged.json`, key: key.line },
      ],
      termsFolder: 'https://files.harbour.example/dav/',
      hide: ['backup', 'subscribe', 'own-terms'],
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

  it("shows the administrator's message, and settings that the policy fixes cannot be changed", async () => {
    await settings.says(SET);
    const fixed = await settings.run(() =>
      [...document.querySelectorAll('fieldset:disabled')].map(
        (one) => one.querySelector(':checked')?.closest('label')?.innerText,
      ),
    );
    expect(fixed).toEqual(['Fewer']);
    // What cannot be chosen does not look like a choice.
    const [without, under] = await settings.run(() => {
      const set = document.querySelector<HTMLFieldSetElement>('fieldset:disabled');
      const label = [...(set?.querySelectorAll<HTMLElement>('label > span') ?? [])].find(
        ({ innerText }) => innerText === 'Normal',
      );
      if (!set || !label) return [];
      return [false, true].map((isFixed) => {
        set.disabled = isFixed;
        return getComputedStyle(label).color;
      });
    });
    expect(under).toMatch(/^rgb|^color/);
    expect(under).not.toBe(without);
  });

  it('subscribes to its lists, which cannot be removed, but to none that another key signed', async () => {
    await settings.says('Harbour desk');
    await settings.says('Signed desk');
    await expect.poll(() => site.requests.some(({ path }) => path === '/lists/forged.json.minisig')).toBe(true);
    expect(await settings.all('button', 'Remove')).toEqual([]);
    expect(await settings.all('button', 'Add list')).toEqual([]);
  });

  it('keeps the built-in list up to date from its channel', async () => {
    await settings.press('button', 'Check all now');
    await expect
      .poll(() => site.requests.some(({ path, status }) => path === '/channel/keys.json.minisig' && status === 200), {
        timeout: 60_000,
      })
      .toBe(true);
    // By now the list would be shown.
    expect(await settings.text()).not.toContain('Forged desk');
  });

  it('names its sites, and asks for those that the browser has not allowed yet', async () => {
    await settings.says('desk.harbour.example');
    await settings.find('button', 'Allow the sites of your organization (1)');
  });

  it('shows its sites on the first-run page, once each, with its message', async () => {
    const welcome = new PageSurface(await openExtensionPage(launched, '/welcome.html'));
    await welcome.find('button', 'Allow the sites of your organization (1)');
    await welcome.says(SET);
    const named = await welcome.run(() =>
      [...document.querySelectorAll('.pick li')]
        .filter((row) => row.textContent?.includes('apnews.com'))
        .map((row) => row.textContent),
    );
    expect(named).toHaveLength(1);
    await welcome.close();
  });

  it('shows its message in the popup on its sites, below the name of the site', async () => {
    site.serve('/story.html', '<!doctype html><title>Curbs</title><p>Exports of gallium need a licence.</p>');
    const page = await launched.browser.newPage();
    await page.goto(`${host}/story.html`);
    await firstMarks(page);
    const popup = await openPopup(launched, page);
    await popup.says(SET);
    const [shownSite, text] = await popup.run(() =>
      ['.bar .site', '.bar .set-by-policy'].map((part) => {
        const { top, bottom, width } = document.querySelector(part)?.getBoundingClientRect() ?? new DOMRect();
        return { top, bottom, width };
      }),
    );
    expect(shownSite?.width).toBeGreaterThan(200);
    expect(text?.top).toBeGreaterThanOrEqual(shownSite?.bottom ?? Infinity);
    await popup.close();
    await page.close();
  });

  it('hides the features that it names, and sets the folder of own terms', async () => {
    expect(await settings.all('button', 'Export')).toEqual([]);
    expect(await settings.all('textbox', 'Address of a list, https://…')).toEqual([]);
    await settings.press('radio', '/WebDAV/');
    expect((await settings.find('textbox', 'Address')).value).toBe('https://files.harbour.example/dav/');
    const term = new PageSurface(await openExtensionPage(launched, '/term.html'));
    await term.says(MESSAGE);
    expect(await term.all('textbox', 'Name')).toEqual([]);
    await term.close();
  });

  it("leaves other settings to the user, and stores nothing in the user's own settings", async () => {
    await settings.press('radio', 'Dark');
    await settings.press('radio', '简体中文');
    await settings.says('卡片与语言');
    expect(await keptSettings(launched)).toMatchObject({ theme: 'dark', language: 'zh_CN', density: 'all' });
  });
  // Firefox reads its policies only when it starts.
  it.each(name === 'chrome' ? ['the browser'] : [])('shows a changed policy while %s runs', async () => {
    await settings.press('radio', 'English');
    await policy.change({ message: 'Ask the other desk.', hide: ['subscribe'] });
    await settings.says('Ask the other desk.');
    await settings.find('button', 'Export');
    expect(await settings.run(() => document.querySelectorAll('fieldset:disabled').length)).toBe(0);
    // What a policy added stays.
    await settings.says('Signed desk');
  });
});
