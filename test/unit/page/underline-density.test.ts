/**
 * Protects the density of underlines: which ones are removed where there are too many, and which
 * never are.
 */
import { expect, it } from 'vitest';
import { runToEnd } from '../../../lib/core/run-to-end.ts';
import { proseWords, maxUnderlines, thinOut } from '../../../lib/page/mentions/thin-underlines.ts';
import { findMarkLevels } from '../../../lib/page/mentions/repeated-mentions.ts';

interface Thing {
  block: number;
  entry: string;
  kind?: string;
  generic?: boolean;
  /** Characters between the previous thing and this one. */
  gap?: number;
}

/**
 * The entries that stay underlined if the page has room for `room` underlines and its paragraphs
 * have `words` words.
 */
function left(things: readonly Thing[], { room, words = [60, 60, 60] }: { room: number; words?: number[] }): string[] {
  let at = 0;
  const mentions = things.map(({ gap = 30, kind = 'mineral', generic = false, ...rest }) => {
    const start = at + gap;
    at = start + 5;
    return { ...rest, kind, generic, start, end: at };
  });
  const levels = runToEnd(findMarkLevels(mentions, []));
  runToEnd(thinOut(mentions, levels, words, room));
  return mentions.flatMap(({ entry }, i) => (levels[i]?.from === 'all' ? [] : entry));
}
const named = (block: number, entries: string, more: Partial<Thing> = {}): Thing[] =>
  entries.split(' ').map((entry) => ({ block, entry, ...more }));

it('keeps all underlines if there is room for them, and gives a short page a minimum of room', () => {
  const things = named(0, 'a b c d');
  expect(left(things, { room: 4 })).toEqual(['a', 'b', 'c', 'd']);
  expect(maxUnderlines(0)).toBe(18);
  expect(maxUnderlines(1000)).toBeLessThanOrEqual(30);
});

it('removes the underlines of public bodies first, from the end of the page', () => {
  const things = [
    ...named(0, 'mofcom', { generic: true }),
    ...named(0, 'a b'),
    ...named(1, 'bis', { generic: true }),
    ...named(1, 'c'),
  ];
  expect(left(things, { room: 4 })).toEqual(['mofcom', 'a', 'b', 'c']);
  expect(left(things, { room: 3 })).toEqual(['a', 'b', 'c']);
});

it('keeps the first three in a list of things of one kind, and everything outside lists', () => {
  const list = named(0, 'sm gd tb dy lu', { gap: 2 });
  expect(left([...named(0, 'rule', { kind: 'instrument' }), ...list, ...named(0, 'magnet')], { room: 5 })).toEqual([
    'rule',
    'sm',
    'gd',
    'tb',
    'magnet',
  ]);
});

it('then removes underlines from the paragraph that has most for its length', () => {
  expect(left([...named(0, 'a b c'), ...named(1, 'd e f')], { room: 4, words: [20, 200] })).toEqual([
    'a',
    'd',
    'e',
    'f',
  ]);
});

it('removes none in cells, links and headings', () => {
  const cells = named(0, 'ni co cu sn zn', { gap: 0 });
  expect(left([...cells, ...named(1, 'a b')], { room: 1, words: [0, 60] })).toEqual([
    ...cells.map(({ entry }) => entry),
    'a',
  ]);
});

it('counts words only in paragraphs, in each script', () => {
  expect(proseWords({ text: 'Gallium' })).toBe(0);
  expect(proseWords({ text: 'a\n   word '.repeat(60) })).toBe(120);
  expect(proseWords({ text: '商务部对镓实施出口管制'.repeat(10) })).toBe(55);
});
