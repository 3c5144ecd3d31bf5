/** Protects how many mentions are underlined: what the fewest, the usual and all of them are. */
import { expect, it } from 'vitest';
import { finish } from '../../../lib/core/finish.ts';
import { findMarkLevels } from '../../../lib/page/mentions/repeats.ts';

const thing = (block: number, entry: string) => ({ block, entry, generic: false });
const body = (block: number, entry: string) => ({ block, entry, generic: true });
const from = (mentions: Parameters<typeof findMarkLevels>[0], sections: number[] = []) =>
  finish(findMarkLevels(mentions, sections)).map((level) => level.from);

it('underlines an entry once a page, once a section, or each time', () => {
  const mentions = [thing(0, 'gallium'), thing(0, 'gallium'), thing(1, 'gallium')];
  expect(from(mentions, [0, 1])).toEqual(['fewer', 'all', 'normal']);
});

it('underlines a body only where something controlled stands in the same paragraph, and never with the fewest', () => {
  expect(from([body(0, 'mofcom'), body(1, 'mofcom'), thing(1, 'gallium')])).toEqual(['all', 'normal', 'fewer']);
  // And once a page.
  const twice = [body(0, 'mofcom'), thing(0, 'gallium'), body(1, 'mofcom'), thing(1, 'tin')];
  expect(from(twice, [0, 1])).toEqual(['normal', 'fewer', 'all', 'fewer']);
});

it('underlines one body a paragraph, and the other where it comes up in another one', () => {
  const two = [body(0, 'mofcom'), body(0, 'bis'), thing(0, 'gallium'), body(1, 'bis'), thing(1, 'tin')];
  expect(from(two)).toEqual(['normal', 'all', 'fewer', 'normal', 'fewer']);
});

it('draws what was met before in its section as a repeat, and nothing that is the first to be underlined', () => {
  const repeats = finish(
    findMarkLevels([body(0, 'mofcom'), body(0, 'mofcom'), body(1, 'mofcom'), thing(1, 'gallium')], []),
  );
  expect(repeats.map(({ repeat }) => repeat)).toEqual([false, true, false, false]);
});
