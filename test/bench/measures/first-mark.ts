/**
 * The time from navigation to the first frame in which the page observes a highlight, compared with
 * an extension that only registers one.
 */
import * as v from 'valibot';
import { pause } from '../../../lib/tools/browser/wait.ts';
import { NEWS } from '../../support/test-user.ts';
import { bareExtension } from '../bare-extension.ts';
import { ratioOf, figureOf, type Figure } from '../figures.ts';
import { GOALS } from '../goals.ts';
import { openLab, type Lab } from '../lab.ts';
import { newsPage } from '../made-pages.ts';

/** The page observes it itself: in each frame it checks for a highlight. */
const WATCH = `const look = () => { if (CSS.highlights.size > 0) globalThis.seenAt = performance.now(); else requestAnimationFrame(look); };
requestAnimationFrame(look);`;

const BARE_SCRIPT = `const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
let node = walker.nextNode();
while (node && node.data.trim().length < 4) node = walker.nextNode();
if (node) CSS.highlights.set('bare', new Highlight(new StaticRange({ startContainer: node, startOffset: 0, endContainer: node, endOffset: 3 })));`;

/** Closes Chromium's worker. Firefox stops its background by itself. */
export async function stopBackground(lab: Lab): Promise<void> {
  if (lab.name === 'firefox') return pause(3000);
  const target = lab.launched.browser.targets().find((one) => one.type() === 'service_worker');
  const worker = await target?.worker();
  // If the worker has stopped in the meantime, closing it fails.
  await worker?.close().catch(() => undefined);
}

async function seenAt(lab: Lab, path: string): Promise<number> {
  const page = await lab.tab(path, NEWS);
  await page.waitForFunction('globalThis.seenAt !== undefined', { timeout: 30_000 });
  const at = v.parse(v.number(), await page.evaluate('globalThis.seenAt'));
  await page.close();
  return at;
}

export async function firstMarkFigures(lab: Lab, folder: string, rounds: number): Promise<Figure[]> {
  const bare = await openLab(lab.name, {
    extension: bareExtension(lab.name, folder, { called: 'bare', scripts: [BARE_SCRIPT] }),
  });
  const html = newsPage(WATCH);
  const [ours, theirs] = [lab.serve(html), bare.serve(html)];
  const mine: number[] = [];
  const its: number[] = [];
  try {
    // The first visit fills the caches of code and connections.
    await seenAt(lab, ours);
    await seenAt(bare, theirs);
    for (let round = 0; round < rounds; round++) {
      await stopBackground(lab);
      mine.push(await seenAt(lab, ours));
      its.push(await seenAt(bare, theirs));
    }
  } finally {
    await bare.end();
  }
  const about = { browser: lab.name, page: 'news' };
  return [
    ratioOf({ what: 'first mark, of an empty extension’s', ...about, goal: GOALS.firstMark }, mine, its),
    figureOf({ what: 'first mark, background stopped', ...about, unit: 'ms' }, mine),
    figureOf({ what: 'first mark of an empty extension', ...about, unit: 'ms' }, its),
  ];
}
