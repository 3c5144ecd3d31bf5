/** Protects how many mentions are underlined at each of the three levels: fewer, normal and all. */
import { expect, it } from 'vitest';
import { runToEnd } from '../../../lib/core/run-to-end.ts';
import { findMarkLevels } from '../../../lib/page/mentions/repeated-mentions.ts';

const thing = (block: number, entry: string) => ({ block, entry, generic: false });
const body = (block: number, entry: string) => ({ block, entry, generic: true });
const from = (mentions: Parameters<typeof findMarkLevels>[0], sections: number[] = []) =>
  runToEnd(findMarkLevels(mentions, sections)).map((level) => level.from);

it('underlines an entry once a page, once a section, or at each mention', () => {
  const mentions = [thing(0, 'gallium'), thing(0, 'gallium'), thing(1, 'gallium')];
  expect(from(mentions, [0, 1])).toEqual(['fewer', 'all', 'normal']);
});

it('underlines a body only if its paragraph names a controlled thing, and never at the level of fewer marks', () => {
  expect(from([body(0, 'mofcom'), body(1, 'mofcom'), thing(1, 'gallium')])).toEqual(['all', 'normal', 'fewer']);
  // On the whole page it is underlined once.
  const twice = [body(0, 'mofcom'), thing(0, 'gallium'), body(1, 'mofcom'), thing(1, 'tin')];
  expect(from(twice, [0, 1])).toEqual(['normal', 'fewer', 'all', 'fewer']);
});

it('underlines one body in a paragraph, and another where it is named in the next one', () => {
  const two = [body(0, 'mofcom'), body(0, 'bis'), thing(0, 'gallium'), body(1, 'bis'), thing(1, 'tin')];
  expect(from(two)).toEqual(['normal', 'all', 'fewer', 'normal', 'fewer']);
});

it('draws a mention as a repeat if its section had the name before, but never the first underlined one', () => {
  const repeats = runToEnd(
    findMarkLevels([body(0, 'mofcom'), body(0, 'mofcom'), body(1, 'mofcom'), thing(1, 'gallium')], []),
  );
  expect(repeats.map(({ repeat }) => repeat)).toEqual([false, true, false, false]);
});
