/** Protects the letters under which the site lists its entries. */
import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { byInitial, initialOf } from '../../../../lib/tools/publish/site/initials.ts';
import { siteFiles } from '../../../../lib/tools/publish/site/site-files.tsx';
import { parsedList } from '../../subscriptions/list-documents.ts';

it.each([
  ['Albemarle', 'A'],
  ['lindholm', 'L'],
  ['Émile', 'E'],
  ['“Quad”', 'Q'],
  ['4Paradigm', '0–9'],
  ['50% rule', '0–9'],
  ['阿里巴巴', 'A'],
  ['北方稀土', 'B'],
  ['长江存储', 'C'],
  ['华为', 'H'],
  ['美国商务部', 'M'],
  ['商务部', 'S'],
  ['中芯国际', 'Z'],
])('%s stands under %s', (name, initial) => expect(initialOf(name)).toBe(initial));

it('groups names in the order of digits and letters, Chinese and Latin ones together', () => {
  const names = ['5N Plus', '阿里巴巴', '中芯国际', 'Airbus', 'ZTE'];
  expect(byInitial(names, (name) => name)).toEqual([
    ['0–9', ['5N Plus']],
    ['A', ['阿里巴巴', 'Airbus']],
    ['Z', ['中芯国际', 'ZTE']],
  ]);
});

it('divides a long list of entries by letters, and links to each of them', async () => {
  const firms = parsedList(1, 70).entries.map((firm, k) => ({ ...firm, name: `${'ABC'[k % 3]} ${firm.name}` }));
  let page = '';
  for await (const { path, content } of siteFiles(
    { ...parsedList(1, 0), entries: firms },
    { format: 'tradegloss-changes/1', versions: [] },
  ))
    if (path === 'kind/company.html') page = content;
  const { document } = parseHTML(page);
  const links = [...document.querySelectorAll('.initials a')].map((link) => link.getAttribute('href') ?? '');
  expect(links).toEqual(['#A', '#B', '#C']);
  const counts = links.map((link) => document.querySelectorAll(`section:has(> ${link}) li`).length);
  expect(counts).toEqual([24, 23, 23]);
});
