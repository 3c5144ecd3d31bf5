/**
 * Protects the time that the site takes to build, counted as blocks of our code that run: a bound
 * of seconds would say how busy the machine is.
 */
import { afterAll, expect, it } from 'vitest';
import { builtInList } from '../../../../lib/tools/build/built-in.ts';
import { siteFiles } from '../../../../lib/tools/publish/site/site-files.tsx';
import { workCounter } from '../../../support/count-work.ts';

const counter = workCounter(/\/(?:lib|components)\//);
afterAll(() => counter.close());

/** Pages built: those of all kinds and dates, and of a sixth of the entries. */
const PAGES = 220;
/**
 * 17,623 today, at some 4.6 million a second on two idle cores: 1,100 pages of the bound take 12 s
 * of the two minutes that they may.
 */
const MAX_BLOCKS_OF_A_PAGE = 50_000;

it('builds a page of the site with no more work than 1,100 of them may take in two minutes', async () => {
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
