/** Protects where the reader fetches a document: from the web or a tab, as its own address says. */
import { expect, it } from 'vitest';
import { pageOfAddress } from '../../../lib/reader/document-facts.ts';
import { hashOfSource, readerSource } from '../../../lib/messaging/reader-source.ts';

it('is parsed to the source from which it was made', () => {
  for (const source of [
    { from: 'address', url: 'https://gov.example/a b.pdf?x=1&y=2#page=3' },
    { from: 'tab', tab: 12 },
  ] as const)
    expect(readerSource(hashOfSource(source))).toEqual(source);
});

it.each(['', '#', '#url=javascript:x()', '#url=chrome://settings', '#url=data:text/html,x', '#tab=-1', '#tab=x'])(
  'refuses %j',
  (hash) => {
    expect(readerSource(hash)).toBeNull();
  },
);

it.each([
  ['https://gov.example/a.pdf#page=12', 12],
  ['https://gov.example/a.pdf#zoom=100&page=3', 3],
  ['https://gov.example/a.pdf', null],
  ['https://gov.example/a.pdf#page=0', null],
  ['https://gov.example/a.pdf#page=x', null],
])('reads the page number of %s', (url, page) => {
  expect(pageOfAddress(url)).toBe(page);
});
