/**
 * The popup and the panel as the browser opens them: lists that lead to the words, search, filters,
 * saved files; axe finds no fault.
 */
import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { openCard } from '../../lib/tools/browser/drive.ts';
import { mentionsAt } from '../../lib/tools/browser/extension.ts';
import { inPage } from '../../lib/tools/browser/in-page.ts';
import { inFirefoxWindow } from '../../lib/tools/browser/launch.ts';
import { useTestUser } from '../support/test-user.ts';
import { useSettings } from '../support/settings.ts';
import { openPanel, openPopup } from '../support/open-surface.ts';
import { PageSurface } from '../support/surface.ts';

const user = useTestUser();
const SAMPLE = readFileSync(new URL('../pages/sample-article.html', import.meta.url), 'utf8');

/**
 * The counts of the page's own script. They must be read before the popup opens, because a tab of
 * ours would close it.
 */
async function countsOf(page: Page): Promise<{ mentions: number; entries: number; chips: number }> {
  const found = (await mentionsAt(user().launched, page.url()))?.mentions ?? [];
  expect(found.length).toBeGreaterThan(40);
  const entries = new Set(found.map(({ entry }) => entry));
  return {
    mentions: found.length,
    entries: entries.size,
    chips: [...entries].filter((entry) => entry.startsWith('chip/')).length,
  };
}

/** The vertical positions of the buttons at the foot. */
const footLines = () => [
  ...new Set(
    [...document.querySelectorAll('.foot > *')].map((one) => {
      const { top, height } = one.getBoundingClientRect();
      return Math.round(top + height / 2);
    }),
  ),
];

it('lists what the page mentions; a click on an entry jumps to its words and opens the card there', async () => {
  const { page } = await user().open(SAMPLE);
  const counts = await countsOf(page);
  const popup = await openPopup(user().launched, page);
  await popup.find('switch', 'Mark pages of apnews.com');
  await popup.says(`${counts.mentions} mentions of ${counts.entries} entries`);
  await popup.find('button', '3 mentions of Gallium');
  expect(await popup.faults()).toEqual([]);
  expect(await popup.run(footLines)).toHaveLength(1);
  await popup.press('button', '/^Gallium .*exports/');
  expect(await openCard(page, 'Gallium')).not.toBeNull();
  await page.close();
});

it('searches while the user types, forgives a typing error, and works by keyboard only', async () => {
  const { page } = await user().open(SAMPLE);
  const popup = await openPopup(user().launched, page);
  await expect.poll(async () => (await popup.find('combobox', 'Search')).focused).toBe(true);
  await popup.fill('galium');
  await popup.find('option', '/^Gallium/');
  expect((await popup.all('option'))[0]?.name).toMatch(/^Gallium/);
  await popup.fill('46/2024');
  await popup.find('option', '/^MOFCOM Announcement No. 46 of 2024/');
  await popup.fill('商务部');
  await popup.key('ArrowDown');
  await expect.poll(async () => (await popup.all('option'))[1]?.state['selected']).toBe('true');
  await popup.key('ArrowUp');
  await expect.poll(async () => (await popup.all('option'))[0]?.state['selected']).toBe('true');
  await popup.key('Enter');
  await popup.find('region', "China's Ministry of Commerce");
  expect(await popup.faults()).toEqual([]);
  await popup.key('Escape');
  await popup.find('combobox', 'Search');
  expect(await popup.faults()).toEqual([]);
  await popup.close();
  await page.close();
});

it('one click underlines fewer mentions, and all are still listed', async () => {
  const { page, marks } = await user().open(SAMPLE);
  const counts = await countsOf(page);
  const popup = await openPopup(user().launched, page);
  await popup.press('radio', '/^Fewer/');
  await page.waitForFunction(
    (many) => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0) < many,
    {},
    marks.length,
  );
  await popup.says(`${counts.mentions} mentions of ${counts.entries} entries`);
  await expect.poll(async () => (await popup.find('radio', '/^Fewer/')).state['checked']).toBe('true');
  await popup.press('radio', '/^All/');
  await page.waitForFunction(
    (many) => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0) >= many,
    {},
    marks.length,
  );
  await popup.close();
  await page.close();
});

it('turns a site off and on', async () => {
  const { page } = await user().open(SAMPLE);
  const popup = await openPopup(user().launched, page);
  await popup.press('switch', 'Mark pages of apnews.com');
  await popup.says('Nothing is marked on this site.');
  await page.waitForFunction(() => CSS.highlights.size === 0);
  expect(await popup.faults()).toEqual([]);
  await popup.press('switch', 'Mark pages of apnews.com');
  await popup.find('button', '3 mentions of Gallium');
  await page.waitForFunction(() => CSS.highlights.size > 0);
  await popup.close();
  await page.close();
});

it('opens the panel, which filters by kind, by change and by restricted activity', async () => {
  const { page } = await user().open(SAMPLE);
  const counts = await countsOf(page);
  const panel = await openPanel(user().launched, page);
  await panel.says(`${counts.entries} of ${counts.entries} entries`);
  expect(await panel.faults()).toEqual([]);
  await panel.press('button', '/^Chips/');
  await panel.says(`${counts.chips} of ${counts.entries} entries`);
  expect(await panel.all('button', '3 mentions of Gallium')).toEqual([]);
  await panel.press('button', '/^Chips/');
  await panel.press('button', '/^Changed/');
  await panel.find('button', '3 mentions of Gallium');
  await panel.gone('button', '/mentions? of Global Times/');
  await panel.press('button', '/^Changed/');
  await panel.choose('combobox', 'Restricts', 'technology transfer');
  await panel.gone('button', '3 mentions of Gallium');
  await panel.choose('combobox', 'Restricts', 'anything');
  await panel.find('button', '3 mentions of Gallium');
  await panel.close();
  await page.close();
});

it('a low panel scrolls as a whole, so that its footer covers neither filters nor list', async () => {
  const { launched } = user();
  const { page } = await user().open(SAMPLE);
  const panel = await openPanel(launched, page);
  await panel.find('button', '3 mentions of Gallium');
  // Firefox gives its sidebar the height of its window.
  const resize = async (height: number) => {
    if (panel instanceof PageSurface) await panel.page.setViewport({ width: 320, height });
    else await inFirefoxWindow(launched.browser, `window.resizeTo(window.outerWidth, ${height + 200}); undefined`);
  };
  await resize(220);
  const inside = () => panel.run(() => window.innerHeight);
  await expect.poll(inside).toBeLessThan(400);
  const room = async () => {
    const row = (await panel.all('button', '/mentions? of /')).at(-1)?.box;
    const foot = (await panel.find('button', 'Copy all')).box;
    return foot.y - (row?.y ?? Infinity) - (row?.height ?? 0);
  };
  // Rows grow when their status arrives, and move the scrolled content down.
  await expect.poll(room).toBeGreaterThanOrEqual(0);
  const isSeenBelow = async () => {
    await panel.run(() => window.scrollTo(0, document.body.scrollHeight));
    return (await panel.find('button', 'Copy all')).box.y < (await inside());
  };
  await expect.poll(isSeenBelow).toBe(true);
  await resize(800);
  await panel.close();
  await page.close();
});

it('the panel leads to each mention and back to the list, without a pointer', async () => {
  const { page } = await user().open(SAMPLE);
  const panel = await openPanel(user().launched, page);
  await panel.press('radio', 'In text order');
  await expect.poll(async () => (await panel.find('radio', 'In text order')).state['checked']).toBe('true');
  // The first sentence that names gallium is listed for gallium first; its status may arrive while
  // it is read.
  await panel.focus('button', '/Licences for gallium/');
  await panel.key('Enter');
  expect(await openCard(page, 'Gallium')).not.toBeNull();
  await panel.press('radio', 'By kind');
  await panel.press('button', 'Open the entry of Gallium');
  await panel.find('region', 'Gallium');
  expect(await panel.faults()).toEqual([]);
  await panel.press('button', 'Next');
  await panel.find('region', 'Germanium');
  await panel.key('Escape');
  await panel.find('radio', 'By kind');
  await panel.close();
  await page.close();
});

it('saves the shown mentions as a file in each of three formats', async () => {
  // The status of the sample changes from day to day, so the day is fixed.
  await useSettings(user().launched, { asOf: '2026-11-24' });
  const { page, url } = await user().open(SAMPLE);
  const counts = await countsOf(page);
  const panel = await openPanel(user().launched, page);
  await panel.noteFiles();
  for (const name of ['/^CSV/', '/^JSON/', '/^Markdown *full/']) {
    await panel.press('button', 'Export');
    await panel.press('button', name);
  }
  const files = await panel.files(3);
  expect(files.map((file) => file.name.replace(/\d{4}-\d\d-\d\d/, 'DAY'))).toEqual(
    ['csv', 'json', 'md'].map((end) => `tradegloss-DAY-beijing-guards-its-rare-earths-while-ai-chips-edge.${end}`),
  );
  for (const { text } of files) {
    expect(text).toContain(`${url}#:~:text=`);
    expect(text).toContain('Gallium');
    expect(text).toMatch(/version \d/);
  }
  const json = JSON.parse(files[1]?.text ?? '') as {
    mentions: {
      entry: string;
      text: string;
      quote: string;
      link: string;
      status_on_article_date: string[];
      status_on_day: string[];
      sources: string[];
      newest_source: string;
    }[];
  };
  expect(json.mentions).toHaveLength(counts.mentions);
  const gallium = json.mentions.find(({ entry }) => entry === 'Gallium');
  expect(gallium?.quote).toContain('gallium');
  expect(gallium?.status_on_article_date[0]).toMatch(/refused in principle.*China to United States/i);
  expect(gallium?.status_on_day[0]).toMatch(/^Suspended .*China to United States/);
  expect(gallium?.status_on_day.join()).toMatch(/Licence needed.*China to all countries/);
  expect(gallium?.sources[0]).toMatch(/https:/);
  await panel.close();
  const isSeen = (quote: string) => {
    const said = [...document.querySelectorAll('p')].find((one) => one.textContent?.includes(quote.slice(0, 40)));
    const { top = -1, bottom = -1 } = said?.getBoundingClientRect() ?? {};
    return scrollY > 0 && bottom > 0 && top < innerHeight;
  };
  // The links lead to the words, in any script.
  for (const found of [gallium, json.mentions.find(({ text }) => text === '镝')]) {
    const linked = await user().tab();
    await linked.setViewport({ width: 1180, height: 200 });
    await linked.goto(found?.link ?? '');
    await expect.poll(() => inPage(linked, isSeen, found?.quote ?? '')).toBe(true);
    await linked.close();
  }
  await page.close();
  await useSettings(user().launched, {});
});

it('the panel follows the user to another tab', async () => {
  const { page } = await user().open(SAMPLE);
  const counts = await countsOf(page);
  const panel = await openPanel(user().launched, page);
  await panel.says(`${counts.entries} of ${counts.entries} entries`);
  const other = await user().open(
    '<!doctype html><title>Other</title><article><h1>Other</h1><p>Exports of germanium need a licence.</p></article>',
  );
  await panel.find('heading', 'Other');
  await panel.find('button', '1 mention of Germanium');
  await other.page.close();
  await panel.close();
  await page.close();
});

it('has thrown no error', async () => {
  expect(await user().errors()).toEqual([]);
});
