/** Protects where the reader fetches from: the web or a tab, as its own address says. */
import { expect, it } from 'vitest';
import { hashOfSource, readerSource } from '../../../lib/messaging/reader-source.ts';

it('is read back as it was written', () => {
  for (const source of [
    { from: 'address', url: 'https://gov.example/a b.pdf?x=1&y=2#page=3' },
    { from: 'tab', tab: 12 },
  ] as const)
    expect(readerSource(hashOfSource(source))).toEqual(source);
});

it.each(['', '#', '#url=javascript:x()', '#url=chrome://settings', '#url=data:text/html,x', '#tab=-1', '#tab=x'])(
  'takes nothing from %j',
  (hash) => {
    expect(readerSource(hash)).toBeNull();
  },
);
