/**
 * Protects the build time of the site, counted in executed blocks of our code, because a limit in
 * seconds would depend on how busy the machine is.
 */
import { afterAll, expect, it } from 'vitest';
import { builtInList } from '../../../../lib/tools/build/built-in.ts';
import { siteFiles } from '../../../../lib/tools/publish/site/site-files.tsx';
import { workCounter } from '../../../support/count-work.ts';

const counter = workCounter(/\/(?:lib|components)\//);
afterAll(() => counter.close());

/** The number of built pages: those of all kinds and dates, and of a sixth of the entries. */
const PAGES = 220;
/**
 * It is 17,623 today, at some 4.6 million a second on two idle cores. At the limit, 1,100 pages
 * take 12 s of the two minutes that they may.
 */
const MAX_BLOCKS_OF_A_PAGE = 50_000;

it('builds a page with so little work that 1,100 pages take less than two minutes', async () => {
  const list = builtInList();
  let pages = 0;
  const blocks = await counter.blocksOf(async () => {
    for await (const { path } of siteFiles(list, { format: 'tradegloss-changes/1', versions: [] })) {
      if (path.endsWith('.html')) pages++;
      if (pages === PAGES) return;
    }
  });
  expect(blocks / pages).toBeLessThan(MAX_BLOCKS_OF_A_PAGE);
});
