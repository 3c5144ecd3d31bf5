/**
 * `npm start`: builds the preview, opens a browser with it on a sample article, and shows what a
 * user sees. Without a display it runs headless, and prints the mentions and the path of a picture
 * of an open card. `--browser firefox` uses Firefox, `--headless` opens no window.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { indexKnowledge } from '../../knowledge/model/knowledge-index.ts';
import { Day, type KnowledgeList } from '../../knowledge/model/schema.ts';
import type { PageMentions } from '../../messaging/protocol.ts';
import { today } from '../../core/today.ts';
import {
  BROWSERS,
  browsersNamed,
  findBrowser,
  findOrFetchBrowser,
  howToInstall,
  type BrowserName,
} from './browsers.ts';
import { builtInList } from '../build/built-in.ts';
import { cardOver, firstMarks, settledMarks } from './drive.ts';
import { mentionsAt } from './extension.ts';
import { launchWithExtension } from './launch.ts';
import { hasDisplay, serveArticle } from './sample-article.ts';
import { statusData } from '../cli/status-text.ts';
import { pause } from './wait.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const PICTURE = `${ROOT}.output/sample-article.png`;
/** The word whose card the picture shows. */
const WORD = { text: 'gallium', name: 'Gallium' };

const { values } = parseArgs({
  options: { browser: { type: 'string' }, headless: { type: 'boolean', default: false } },
});

async function chooseBrowser(): Promise<{ name: BrowserName; executable: string }> {
  const names = browsersNamed(values.browser);
  for (const find of [findBrowser, findOrFetchBrowser]) {
    for (const name of names) {
      const executable = await find(name);
      if (executable) return { name, executable };
    }
  }
  console.error(names.map(howToInstall).join(' Or: ') || `--browser is one of ${BROWSERS.join(', ')}.`);
  process.exit(1);
}

function build(name: BrowserName): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`${ROOT}node_modules/wxt/bin/wxt.mjs`, 'build', '-b', name, '--mode', 'preview'],
    { cwd: ROOT, encoding: 'utf8' },
  );
  if (status !== 0) {
    console.error(`${stdout}${stderr}`);
    process.exit(1);
  }
  return `${ROOT}.output/${name}-mv3-preview`;
}

/** The status of an entry on the article's day, one phrase a line of its card. */
function statusWriter(list: KnowledgeList, articleDay: string | null): (entry: string) => string {
  const knowledge = indexKnowledge(list);
  const entries = new Map(list.entries.map((entry) => [entry.id, entry]));
  const date = v.is(Day, articleDay) ? articleDay : null;
  const now = v.parse(Day, today());
  return (id) => {
    const entry = entries.get(id);
    if (!entry) return '';
    const { groups } = statusData(knowledge, { entry, date, knownOn: null, today: now, locale: 'en' });
    const says = groups.flatMap(({ heading, lines }) =>
      lines.flatMap((line) => ((line.then ?? line.now) ? [`${heading}: ${(line.then ?? line.now)?.says}`] : [])),
    );
    return [...new Set(says)].join('; ');
  };
}

function print({ articleDay, mentions }: PageMentions, status: (entry: string) => string): void {
  console.log(`${mentions.length} mentions; the article is of ${articleDay ?? 'an unknown day'}:`);
  const told = new Set<string>();
  for (const { text, entry } of mentions) {
    const line = [text, entry, told.has(entry) ? '(as above)' : status(entry)].join('\t').trimEnd();
    told.add(entry);
    console.log(line);
  }
}

async function showCard(page: Page): Promise<void> {
  await page.bringToFront();
  await settledMarks(page);
  if (!(await cardOver(page, WORD.text, WORD.name))) throw new Error(`no card opened over "${WORD.text}"`);
  // The card's text comes a moment after its frame.
  await pause(400);
  await page.screenshot({ path: PICTURE });
}

const { name, executable } = await chooseBrowser();
console.log(`Building the extension for ${name} …`);
const extension = build(name);
const list = builtInList();
const article = await serveArticle();
const headless = values.headless || !hasDisplay();
const launched = await launchWithExtension({ name, executable, extension, headless });
const page = await launched.browser.newPage();
if (headless) await page.setViewport({ width: 1180, height: 1500 });
await page.goto(article.url);
const marks = await firstMarks(page, 30_000);
if (marks.length === 0) throw new Error('nothing was marked on the sample article');
if (headless) {
  const found = await mentionsAt(launched, article.url);
  if (!found) throw new Error('the script in the page does not answer');
  print(found, statusWriter(list, found.articleDay));
  await showCard(page);
  console.log(`A picture of the open card of ${WORD.name}: ${PICTURE}`);
  await launched.browser.close();
} else {
  console.log(`${marks.length} marks on ${article.url}; rest the pointer on one. Close the browser to end.`);
  await new Promise((resolve) => launched.browser.once('disconnected', resolve));
}
article.close();
process.exit();
